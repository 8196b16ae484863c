import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import type { Place } from '../../domain/ledger/entry.ts'
import { type Pence, sum } from '../../domain/money.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Scheme } from '../../domain/programme/scheme.ts'
import { amountsOf, type Cell, cellOf, NONE } from '../cell.ts'
import { placesOf } from '../places.ts'
import { type YearsAsked, yearsOf } from '../yearsAsked.ts'

export interface ExpenditureRow {
  label: string
  place: Place
  /** The number of the footnote that says how the amounts were read. */
  footnote: number | null
  /** One cell for each year. */
  cells: Cell[]
}

export interface ExpenditureGroup {
  heading: string
  objective: string
  rows: ExpenditureRow[]
  subtotals: { label: string; cells: Pence[] }
}

/** The expenditure plan by theme and scheme, in pence, for the years asked for or for all years with a plan. */
export interface AppendixA {
  years: { startYear: StartYear; label: string }[]
  groups: ExpenditureGroup[]
  total: { label: string; cells: Pence[] }
  unfunded: { label: string; place: Place; theme: string; footnote: number | null; cells: Cell[] }[]
  /** Lines whose amounts were read in the same way share a note. */
  footnotes: { number: number; labels: string[]; text: string }[]
}

/** Report 3. Throws `bad-year` for a range that ends before it begins. */
export const appendixA = (facts: ProgrammeFacts, range: YearsAsked = {}): AppendixA => {
  const places = placesOf(facts)
  const plan = facts.balances.filter(({ level }) => level === 'plan')
  const planned = plan.map(({ startYear }) => startYear)
  const { programme } = facts
  const years = yearsOf(range, planned.length > 0 ? planned : [programme.startYear, programme.endYear])
  const planByPlace = Map.groupBy(plan, ({ place }) => place.id)

  const footnotes: AppendixA['footnotes'] = []
  const footnoteOf = ({ name, amountsNote }: Scheme): number | null => {
    if (amountsNote === '') return null
    const known = footnotes.find(({ text }) => text === amountsNote)
    known?.labels.push(name)
    if (known !== undefined) return known.number
    const number = footnotes.length + 1
    footnotes.push({ number, labels: [name], text: amountsNote })
    return number
  }
  const cellsAt = (place: Place): Cell[] =>
    years.map((year) =>
      cellOf((planByPlace.get(place.id) ?? []).filter((line) => line.startYear === year).map(({ amount }) => amount)),
    )
  const ownRow = (place: Place, label: string): ExpenditureRow[] =>
    planByPlace.has(place.id) ? [{ label, place, footnote: null, cells: cellsAt(place) }] : []
  const schemeRow = (scheme: Scheme): ExpenditureRow => {
    const place: Place = { kind: 'scheme', id: scheme.id }
    return { label: scheme.name, place, footnote: footnoteOf(scheme), cells: cellsAt(place) }
  }
  // An ended scheme stays in the plan while it has money there; an unfunded one is listed apart.
  const isPlanned = ({ id, lifecycle }: Scheme) => planByPlace.has(id) || !endedOrUnfunded.has(lifecycle)
  const plannedSchemes = places.schemes.filter(isPlanned)

  const groups = [
    group(programme.name, '', years, ownRow({ kind: 'programme', id: programme.id }, 'Programme as a whole')),
    ...places.themes.map((theme) =>
      group(theme.name, theme.objective, years, [
        ...ownRow({ kind: 'theme', id: theme.id }, 'Theme as a whole'),
        ...plannedSchemes.filter(({ id }) => places.themeOf(id)?.id === theme.id).map(schemeRow),
      ]),
    ),
    group('No theme', '', years, plannedSchemes.filter(({ id }) => !places.themeOf(id)).map(schemeRow)),
  ].filter(({ rows }) => rows.length > 0)

  return {
    years: years.map((startYear) => ({ startYear, label: formatYear(startYear) })),
    groups,
    total: {
      label: 'Total',
      cells: years.map((_, at) => sum(groups.map(({ subtotals }) => subtotals.cells[at] ?? 0))),
    },
    unfunded: places.schemes
      .filter((scheme) => scheme.lifecycle === 'unfunded' && !isPlanned(scheme))
      .map((scheme) => ({
        label: scheme.name,
        place: { kind: 'scheme', id: scheme.id },
        theme: places.themeOf(scheme.id)?.name ?? 'No theme',
        footnote: footnoteOf(scheme),
        cells: years.map((): Cell => ({ kind: 'unfunded' })),
      })),
    footnotes,
  }
}

const endedOrUnfunded = new Set<Scheme['lifecycle']>(['unfunded', 'cancelled', 'closed', 'financially_closed'])

function group(heading: string, objective: string, years: StartYear[], rows: ExpenditureRow[]): ExpenditureGroup {
  const cells = years.map((_, at) => sum(amountsOf(rows.map((row) => row.cells[at] ?? NONE))))
  return { heading, objective, rows, subtotals: { label: `Subtotal, ${heading}`, cells } }
}
