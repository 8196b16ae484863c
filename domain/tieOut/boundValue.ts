import type { StartYear } from '../financialYear.ts'
import type { Place } from '../ledger/entry.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { NarrativePart } from './finding.ts'
import { atLevel, isWithin, postedBefore, total } from './ledgerSums.ts'
import type { StatedDocument, StatedFigure, StatedMeaning } from './stated.ts'
import { documentTables, findTable, partColumns, totalIn } from './statedTable.ts'

type Narrative = Extract<StatedMeaning, { kind: 'narrative' }>

/** A figure of the text with what it means and the amount that it should state, null where nothing tells. */
export interface BoundFigure extends NarrativePart {
  document: StatedDocument
  meaning: Narrative
}

/** Every figure of a document's text. */
export const boundFigures = (facts: ProgrammeFacts, document: StatedDocument): BoundFigure[] =>
  document.figures.flatMap((figure: StatedFigure): BoundFigure[] => {
    const { meaning, value } = figure
    if (meaning?.kind !== 'narrative' || value === null) return []
    return [
      {
        document,
        figure,
        meaning,
        value,
        stated: boundValue(facts, document, meaning),
        planLines: meaning.measure === 'authority-asked' ? planOf(facts, meaning.place, meaning.startYear) : null,
      },
    ]
  })

/** What a measure amounts to in the ledger or, where the decision is not on record, in the document's own tables. */
const boundValue = (
  facts: ProgrammeFacts,
  document: StatedDocument,
  { measure, place, startYear }: Narrative,
): Pence | null => {
  const before = (level: 'allocation' | 'authority') => postedBefore(facts, level, place, document)
  switch (measure) {
    case 'authority-asked':
      return askedFor(facts, document, place, startYear)
    case 'annual-allocation':
      return facts.programme.annualAllocation === null ? null : pence(facts.programme.annualAllocation)
    case 'allocation':
      return before('allocation') || null
    case 'authority-given':
      return before('authority') || null
    case 'authority-remaining':
      return before('allocation') === 0 ? null : sum([before('allocation'), -before('authority')])
  }
}

const askedFor = (
  facts: ProgrammeFacts,
  document: StatedDocument,
  place: Place,
  startYear: StartYear | null,
): Pence | null => {
  const decision = facts.decisions.find(({ id }) => id === document.decisionId)
  if (decision) {
    const lines = decision.lines.filter(
      (line) =>
        line.level === 'authority' &&
        isWithin(facts, line.place, place) &&
        (startYear === null || line.startYear === startYear),
    )
    return total(lines)
  }
  const tables = documentTables(document)
  const authority = findTable(tables, 'authority')
  if (!authority || place.kind !== 'programme') return null
  const previous = findTable(tables, 'previous-authority')
  const columns = partColumns(authority).filter(
    ({ meaning }) =>
      meaning.kind !== 'to-march' &&
      (startYear === null || ('startYear' in meaning && meaning.startYear === startYear)),
  )
  return sum(columns.flatMap(({ key }) => [totalIn(authority, key), previous ? totalIn(previous, key) : 0]))
}

const planOf = (facts: ProgrammeFacts, place: Place, startYear: StartYear | null): Pence =>
  total(
    atLevel(facts, 'plan').filter(
      (line) => (startYear === null || line.startYear === startYear) && isWithin(facts, line.place, place),
    ),
  )
