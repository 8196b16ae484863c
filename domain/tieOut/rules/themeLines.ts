import { formatYear, type StartYear } from '../../financialYear.ts'
import type { Id } from '../../id.ts'
import type { Place } from '../../ledger/entry.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import {
  atLevel,
  authorityAsked,
  inYear,
  isWithin,
  ledgerLines,
  ledgerPlace,
  ledgerValue,
  nameOf,
  programmeYears,
  themesOf,
  total,
} from '../ledgerSums.ts'
import type { StatedDocument } from '../stated.ts'
import {
  amountIn,
  documentTables,
  findTable,
  linesOf,
  printedValue,
  type StatedRow,
  type StatedTable,
  statedPlace,
} from '../statedTable.ts'

type YearDraft = Draft & { placeId: Id; startYear: StartYear }

/** R03: per year, the plan's scheme lines add up to the authority of their theme, in print and in the ledger. */
export const themeLines = (facts: ProgrammeFacts): Draft[] => {
  const stated = facts.documents.flatMap((document) => statedThemeLines(facts, document))
  const ledger = ledgerThemeLines(facts).filter((draft) => {
    // A ledger that was loaded from the report repeats its difference: that is one finding with one more place.
    const same = stated.find(
      (other) =>
        other.placeId === draft.placeId &&
        other.startYear === draft.startYear &&
        other.printed === draft.printed &&
        other.computed === draft.computed,
    )
    same?.values?.push(...(draft.values ?? []))
    return !same
  })
  return [...stated, ...ledger].map(({ placeId: _, startYear: _year, ...draft }) => draft)
}

const statedThemeLines = (facts: ProgrammeFacts, document: StatedDocument): YearDraft[] => {
  const tables = documentTables(document)
  const authority = findTable(tables, 'authority')
  const plan = findTable(tables, 'expenditure-plan')
  if (!authority || !plan) return []
  const elsewhere = schemesAskedElsewhere(findTable(tables, 'previous-authority'))
  const groups = new Map<string, { place: Place; row: StatedRow | null; lines: StatedRow[] }>()
  for (const row of authority.rows) {
    if (row.meaning.kind === 'place') groups.set(row.meaning.place.id, { place: row.meaning.place, row, lines: [] })
  }
  for (const line of plan.rows) {
    if (line.meaning.kind !== 'place' || elsewhere.has(line.meaning.place.id)) continue
    const place = placeThatAnswersFor(facts, line.meaning.place, groups)
    if (!place) continue
    const group = groups.get(place.id) ?? { place, row: null, lines: [] }
    group.lines.push(line)
    groups.set(place.id, group)
  }
  return plan.columns.flatMap((column): YearDraft[] => {
    const { meaning } = column
    if (meaning.kind !== 'year' || !authority.columns.some((other) => other.key === column.key)) return []
    return [...groups.values()].flatMap(({ place, row, lines }): YearDraft[] => {
      const printed = amountIn(row, column.key)
      const parts = linesOf({ ...plan, rows: lines }, column)
      const computed = total(parts)
      if (printed === computed) return []
      const figure = row?.cells.get(column.key)
      const cells = lines.flatMap((line) => line.cells.get(column.key) ?? [])
      const figures = cells.filter((each) => each.value)
      return [
        {
          key: `${document.id}/${place.id}/${meaning.startYear}`,
          placeId: place.id,
          startYear: meaning.startYear,
          place: figure
            ? statedPlace(document.id, figure.place)
            : ledgerPlace(facts, 'authority', place, meaning.startYear),
          subject: { kind: 'theme-lines', name: nameOf(facts, place), startYear: meaning.startYear },
          printed,
          computed,
          values: [...(figure ? [figure] : []), ...figures].map((each) => printedValue(document, each)),
          evidence: {
            pool: linesOf(plan, column),
            figureIds: [...(figure ? [figure] : []), ...cells].map((each) => each.id),
            document,
          },
        },
      ]
    })
  })
}

// A report may put new authority for a scheme into the block of previous authority; its plan then belongs to no theme row.
const schemesAskedElsewhere = (previous: StatedTable | undefined): Set<Id> =>
  new Set(
    previous?.rows.flatMap((row) => {
      const isInReportYears = previous.columns.some(
        ({ key, meaning }) => meaning.kind === 'year' && amountIn(row, key) !== 0,
      )
      return row.meaning.kind === 'place' && isInReportYears ? [row.meaning.place.id] : []
    }),
  )

const placeThatAnswersFor = (
  facts: ProgrammeFacts,
  place: Place,
  groups: Map<string, { place: Place }>,
): Place | undefined => {
  const own = groups.get(place.id)
  if (own) return own.place
  const [themeId] = place.kind === 'scheme' ? themesOf(facts, place.id) : []
  const all = [...groups.values()].map((group) => group.place)
  const theme = all.find((each) => each.id === themeId)
  const programme = all.find((each) => each.kind === 'programme')
  if (theme || programme) return theme ?? programme
  return themeId && all.some((each) => each.kind === 'theme') ? { kind: 'theme', id: themeId } : undefined
}

const ledgerThemeLines = (facts: ProgrammeFacts): YearDraft[] => {
  const plan = atLevel(facts, 'plan')
  const asked = authorityAsked(facts)
  return programmeYears(facts).flatMap((startYear) =>
    facts.themes.flatMap((theme): YearDraft[] => {
      const place: Place = { kind: 'theme', id: theme.id }
      const authorityHere = asked.filter((line) => isWithin(facts, line.place, place))
      if (total(authorityHere) === 0) return []
      const planHere = inYear(plan, startYear).filter((line) => isWithin(facts, line.place, place))
      const printed = total(inYear(authorityHere, startYear))
      const computed = total(planHere)
      if (printed === computed) return []
      return [
        {
          key: `ledger/${theme.id}/${startYear}`,
          placeId: theme.id,
          startYear,
          place: ledgerPlace(facts, 'authority', place, startYear),
          subject: { kind: 'theme-lines', name: theme.name, startYear },
          printed,
          computed,
          values: [
            ledgerValue(facts, 'authority', place, startYear, printed),
            ...planHere.map((line) => ({
              label: `Ledger, ${nameOf(facts, line.place)}, plan ${formatYear(startYear)}`,
              amount: line.amount,
              place: ledgerPlace(facts, 'plan', line.place, startYear),
            })),
          ],
          evidence: { pool: ledgerLines(facts, inYear(plan, startYear)) },
        },
      ]
    }),
  )
}
