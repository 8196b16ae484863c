import type { CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import { blankScheme } from '../programme/blankScheme.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { FundingCategory, FundingSource } from '../programme/fundingSource.ts'
import type { Scheme } from '../programme/scheme.ts'
import type { Theme } from '../programme/theme.ts'
import { judgedTables } from './candidateDocument.ts'
import { type CandidateNames, idFor } from './candidateNames.ts'
import { summariesOf } from './caseSummaries.ts'
import type { NameKind, ReadRow, ReadTable, ReportReading } from './reportReading.ts'
import { isShared, labelOf, mostAmounts, singleRows } from './splitRows.ts'

type Things = Pick<ProgrammeFacts, 'themes' | 'schemes' | 'memberships' | 'sources' | 'caseStatuses'>

const stored = { revision: 1, isRemoved: false }

/** The themes, schemes and sources that a report names, and which theme each scheme stands under. */
export const candidateThings = (reading: ReportReading, names: CandidateNames, from: CalendarDay): Things => {
  const tables = judgedTables(reading)
  const schemes = named(schemeRows(tables), names)
  const summaries = summariesOf(reading, names)
  const memberships = new Map(schemes.flatMap(({ id, theme }) => (theme === null ? [] : [[id, theme] as const])))
  return {
    themes: themesOf(tables, names),
    schemes: schemes.map(
      ({ id, name, aliases, isFunded, amountsNote }, at): Scheme => ({
        ...blankScheme,
        ...stored,
        id,
        name: fitted(name, 200),
        aliases,
        briefDescription: fitted(summaries.descriptionOf.get(id) ?? '', 2000),
        amountsNote,
        sort: at + 1,
        lifecycle: isFunded ? 'live' : 'unfunded',
      }),
    ),
    memberships: [...memberships].map(([schemeId, theme]) => ({
      ...stored,
      id: idFor(`membership ${schemeId}`),
      schemeId,
      themeId: names.idOf('theme', theme),
      fromOn: from,
      toOn: null,
    })),
    sources: sourcesOf(tables, names),
    caseStatuses: summaries.statuses
      .filter(({ schemeId }) => schemes.some(({ id }) => id === schemeId))
      .map((status) => ({ ...stored, id: idFor(`case ${status.schemeId} ${status.startYear}`), ...status })),
  }
}

const rowsOf = (tables: ReadTable[], kind: NameKind): string[] =>
  tables.flatMap(({ rows }) => rows.flatMap(({ name }) => (name?.kind === kind ? [name.printed] : [])))

/** A theme is called as the plan heads it, which is where its schemes are named. */
const themesOf = (tables: ReadTable[], names: CandidateNames): Theme[] => {
  const headings = tables
    .filter(({ kind }) => kind === 'expenditure-plan')
    .flatMap(({ rows }) => rows.flatMap(({ theme }) => theme ?? []))
  return firstById([...headings, ...rowsOf(tables, 'theme')], (printed) => names.idOf('theme', printed)).map(
    ({ id, item: printed }, at): Theme => {
      const name = headings.includes(printed) ? printed : names.nameOf('theme', printed)
      return {
        ...stored,
        id,
        name: fitted(name, 200),
        aliases: aliasesBeside(name, names.aliasesOf('theme', printed)),
        objective: '',
        sort: at + 1,
        retiredOn: null,
      }
    },
  )
}

interface NamedRow {
  id: Id | null
  name: string
  theme: string | null
  isFunded: boolean
  amountsNote: string
}

/** What stands for a scheme in the plan or in a table of authority, and each label and amount of a cell that several share. */
const schemeRows = (tables: ReadTable[]): NamedRow[] => {
  const inOrder = tables.toSorted(
    (one, other) => Number(other.kind === 'expenditure-plan') - Number(one.kind === 'expenditure-plan'),
  )
  return inOrder.flatMap((table) =>
    singleRows(table).flatMap(({ row, label, unknownOf, amounts }): NamedRow[] => {
      const isFunded = [...amounts.values()].some(({ value }) => value)
      if (unknownOf !== null) {
        const own = { id: idFor(unknownOf), name: label, theme: row.theme, isFunded: true, amountsNote: noteOf(row) }
        return unknownOf.endsWith('/0') ? [...sharedLabels(row), own] : [own]
      }
      const isScheme = row.name?.kind === 'scheme' || (row.name === null && table.kind === 'expenditure-plan')
      if (row.kind !== 'line' || !isScheme) return []
      return [{ id: null, name: row.name?.printed ?? labelOf(row), theme: row.theme, isFunded, amountsNote: '' }]
    }),
  )
}

/** Labels without an amount of their own; a cell of a single label calls its amounts by their place only. */
const sharedLabels = (row: ReadRow): NamedRow[] =>
  row.labels.length < 2 && isShared(row)
    ? []
    : row.labels.map(({ name }) => ({
        id: null,
        name,
        theme: row.theme,
        isFunded: false,
        amountsNote: noteOf(row),
      }))

const noteOf = (row: ReadRow): string =>
  `Its cell prints ${row.labels.length} labels and ${mostAmounts(row)} amounts a year. Which amount is whose is not known.`

const named = (rows: NamedRow[], names: CandidateNames) =>
  firstById(rows, ({ id, name }) => id ?? names.idOf('scheme', name)).map(({ id, item, all }) => {
    const name = item.id ? item.name : names.nameOf('scheme', item.name)
    return {
      ...item,
      id,
      name,
      aliases: item.id ? [] : aliasesBeside(name, names.aliasesOf('scheme', item.name)),
      theme: all.find(({ theme }) => theme !== null)?.theme ?? null,
      isFunded: all.some(({ isFunded }) => isFunded),
    }
  })

const sourcesOf = (tables: ReadTable[], names: CandidateNames): FundingSource[] =>
  firstById(rowsOf(tables, 'source'), (printed) => names.idOf('source', printed)).map(({ id, item: printed }, at) => {
    const name = names.nameOf('source', printed)
    return {
      ...stored,
      id,
      name: fitted(name, 200),
      aliases: aliasesBeside(name, names.aliasesOf('source', printed)),
      category: categoryOf(name),
      funder: '',
      grantRef: '',
      conditions: '',
      restrictedTo: null,
      spendByOn: null,
      securedStatus: 'not_stated',
      interestRateBp: null,
      assetLifeYears: null,
      sort: at + 1,
      retiredOn: null,
    }
  })

const categories: [words: RegExp, category: FundingCategory][] = [
  [/disabled facilities|\bdfg\b/i, 'disabled_facilities_grant'],
  [/dep(artmen)?t(al)?\.? borrowing|service borrowing/i, 'departmental_borrowing'],
  [/borrow|\bpwlb\b|\bloan/i, 'prudential_borrowing'],
  [/receipt/i, 'capital_receipts'],
  [/\bs(ection )?106\b|developer/i, 'section_106'],
  [/\bs(ection )?278\b/i, 'section_278'],
  [/revenue|\brcco\b|\bdrf\b/i, 'revenue_contribution'],
  [/reserve/i, 'earmarked_reserve'],
  [/grant/i, 'grant'],
  [/minimum (nhs )?contribution/i, 'nhs_minimum_contribution'],
  [/\bnhs\b|\bccg\b|\bicb\b/i, 'nhs_additional_contribution'],
]

/** By the words of its name; money of somebody else where they say nothing. */
const categoryOf = (name: string): FundingCategory =>
  categories.find(([words]) => words.test(name))?.[1] ?? 'partner_contribution'

const firstById = <Item>(items: Item[], idOf: (item: Item) => Id): { id: Id; item: Item; all: Item[] }[] =>
  [...Map.groupBy(items, idOf)].flatMap(([id, all]) => (all[0] === undefined ? [] : [{ id, item: all[0], all }]))

const aliasesBeside = (name: string, printed: string[]): string[] =>
  [...new Set(printed.map((alias) => fitted(alias, 200)))]
    .filter((alias) => alias !== '' && alias !== fitted(name, 200))
    .slice(0, 50)

const fitted = (text: string, longest: number): string => text.trim().slice(0, longest).trim()
