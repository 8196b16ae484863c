import { pence } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import { type BoundFigure, boundFigures } from '../boundValue.ts'
import type { Draft } from '../finding.ts'
import { printedValue, statedPlace, whereIs } from '../statedTable.ts'
import { isThousandfold } from '../thousandfold.ts'

/** R07: no figure of the text is a thousand times too small or too large, against the ledger or against the text itself. */
export const unitSanity = (facts: ProgrammeFacts): Draft[] =>
  facts.documents.flatMap((document) => {
    const figures = boundFigures(facts, document)
    return figures.flatMap((bound): Draft[] => {
      const same = figures.filter(
        ({ meaning }) =>
          meaning.measure === bound.meaning.measure &&
          meaning.place.id === bound.meaning.place.id &&
          meaning.startYear === bound.meaning.startYear,
      )
      const elsewhere = same.find((other) => isRightBeside(bound, other, same))
      const isWrong = bound.stated === null ? elsewhere !== undefined : isThousandfold(bound)
      if (!isWrong) return []
      const { figure, value } = bound
      return [
        {
          key: `${document.id}/${figure.place.section}/${figure.place.paragraph}/${bound.meaning.measure}/${bound.meaning.startYear}`,
          place: statedPlace(document.id, figure.place),
          subject: {
            kind: 'thousandfold',
            printed: figure.printed,
            where: whereIs(figure.place),
            elsewhere: elsewhere ? whereIs(elsewhere.figure.place) : 'the ledger',
          },
          printed: value,
          computed: bound.stated ?? pence(elsewhere?.value ?? value),
          values: [figure, ...(elsewhere ? [elsewhere.figure] : [])].map((each) => printedValue(document, each)),
          evidence: { figureIds: [figure.id], document },
        },
      ]
    })
  })

// Without a ledger figure the majority of the text decides, and where that is even, the larger amount: a dropped unit
// is the common slip.
const isRightBeside = (bound: BoundFigure, other: BoundFigure, same: BoundFigure[]): boolean => {
  const ratio = Math.max(bound.value, other.value) / Math.min(bound.value, other.value)
  if (ratio !== 1000) return false
  if (bound.stated !== null) return other.value === bound.stated
  const [here, there] = [bound, other].map(({ value }) => same.filter((each) => each.value === value).length)
  return (there ?? 0) > (here ?? 0) || (there === here && other.value > bound.value)
}
