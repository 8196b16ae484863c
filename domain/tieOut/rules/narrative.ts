import { pence } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import { type BoundFigure, boundFigures } from '../boundValue.ts'
import type { Draft, FindingValue } from '../finding.ts'
import { atLevel, inYear, isWithin, ledgerLines, ledgerPlace, nameOf, postedBefore } from '../ledgerSums.ts'
import type { StatedFigure } from '../stated.ts'
import { printedValue, roundToStep, statedPlace, stepOf, whereIs } from '../statedTable.ts'
import { isThousandfold } from '../thousandfold.ts'

/** R06: a figure of the text equals what it stands for, rounded to what is printed; parts in a paragraph add up to its total. */
export const narrative = (facts: ProgrammeFacts): Draft[] =>
  facts.documents.flatMap((document) => {
    const figures = boundFigures(facts, document)
    return [...paragraphSums(facts, figures), ...figures.flatMap((figure) => unequal(facts, figure, figures))]
  })

const unequal = (facts: ProgrammeFacts, bound: BoundFigure, all: BoundFigure[]): Draft[] => {
  const { document, figure, meaning, value, stated } = bound
  if (stated === null || value === stated || value === roundToStep(stated, stepOf(figure))) return []
  const plan = meaning.startYear === null ? atLevel(facts, 'plan') : inYear(atLevel(facts, 'plan'), meaning.startYear)
  return [
    {
      key: `${document.id}/${keyOf(bound)}`,
      place: statedPlace(document.id, figure.place),
      subject: {
        kind: 'narrative',
        printed: figure.printed,
        where: whereIs(figure.place),
        measure: meaning.measure,
        name: nameOf(facts, meaning.place),
        startYear: meaning.startYear,
      },
      printed: value,
      computed: stated,
      values: [printedValue(document, figure), ledgerFigure(facts, bound), ...otherStatements(bound, all)],
      evidence: {
        pool: ledgerLines(
          facts,
          plan.filter((line) => isWithin(facts, line.place, meaning.place)),
        ),
        figureIds: [figure.id],
        document,
        narrative: [bound],
        remainder: remainderOf(facts, bound, all),
      },
    },
  ]
}

const ledgerFigure = (facts: ProgrammeFacts, { meaning, stated }: BoundFigure): FindingValue => ({
  label: `Ledger, ${nameOf(facts, meaning.place)}, ${meaning.measure}`,
  amount: stated,
  place: ledgerPlace(
    facts,
    meaning.measure.includes('allocation') ? 'allocation' : 'authority',
    meaning.place,
    meaning.startYear,
  ),
})

const isSameMatter = (one: BoundFigure, other: BoundFigure): boolean =>
  one.meaning.measure === other.meaning.measure && one.meaning.place.id === other.meaning.place.id

const otherStatements = (bound: BoundFigure, all: BoundFigure[]): FindingValue[] =>
  all
    .filter(
      (other) =>
        other.figure.id !== bound.figure.id &&
        isSameMatter(bound, other) &&
        other.meaning.startYear === bound.meaning.startYear,
    )
    .map((other) => other.figure)
    .concat(printedTotals(bound))
    .map((figure) => printedValue(bound.document, figure))

// What remains was worked out from full figures, of which the text prints one rounded: the printed total of the scheme
// tells which, beside the balance itself.
const remainderOf = (facts: ProgrammeFacts, bound: BoundFigure, all: BoundFigure[]) => {
  const { document, meaning, value } = bound
  if (meaning.measure !== 'authority-remaining') return null
  const taken = all.find(
    (other) => other.meaning.measure === 'authority-given' && other.meaning.place.id === meaning.place.id,
  )
  if (!taken) return null
  return {
    of: postedBefore(facts, 'allocation', meaning.place, document),
    taken: taken.figure,
    remaining: [...new Set([value, ...printedTotals(bound).map((figure) => figure.value ?? value)])],
  }
}

/** Where a table prints the balance as a total, it stands in the block of previous authority. */
const printedTotals = ({ document, meaning }: BoundFigure): StatedFigure[] =>
  document.figures.filter(
    (figure) =>
      meaning.measure === 'authority-remaining' &&
      figure.value !== null &&
      figure.meaning?.kind === 'cell' &&
      figure.meaning.table === 'previous-authority' &&
      figure.meaning.column.kind === 'total' &&
      figure.meaning.row.kind === 'place' &&
      figure.meaning.row.place.id === meaning.place.id,
  )

/** Yearly figures of one paragraph beside the total of the same matter that the paragraph gives. */
const paragraphSums = (facts: ProgrammeFacts, figures: BoundFigure[]): Draft[] =>
  figures.flatMap((total): Draft[] => {
    const { document, figure, meaning } = total
    if (meaning.startYear !== null) return []
    const parts = figures.filter(
      (other) =>
        other.meaning.startYear !== null &&
        isSameMatter(total, other) &&
        other.figure.place.section === figure.place.section &&
        other.figure.place.paragraph === figure.place.paragraph,
    )
    if (parts.length < 2) return []
    // A total printed a thousand times too small is R07's; here it counts as what it means.
    const printed = isThousandfold(total) && total.stated !== null ? total.stated : total.value
    const computed = pence(parts.reduce((sum, part) => sum + part.value, 0))
    const tolerance = [total, ...parts].reduce((sum, part) => sum + stepOf(part.figure) / 2, 0)
    if (Math.abs(computed - printed) <= tolerance) return []
    return [
      {
        key: `${document.id}/sum/${keyOf(total)}`,
        place: statedPlace(document.id, figure.place),
        subject: {
          kind: 'narrative-sum',
          parts: parts.map((part) => part.figure.printed),
          total: figure.printed,
          where: whereIs(figure.place),
        },
        printed,
        computed,
        values: [...parts, total].map((each) => printedValue(document, each.figure)),
        evidence: {
          pool: ledgerLines(facts, atLevel(facts, 'plan')),
          figureIds: [...parts, total].map((each) => each.figure.id),
          document,
          narrative: parts,
        },
      },
    ]
  })

const keyOf = ({ figure: { place }, meaning }: BoundFigure): string =>
  [place.section, place.paragraph, meaning.measure, meaning.place.id, meaning.startYear].join('/')
