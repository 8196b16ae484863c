import type { CaseCost } from '../../../domain/businessCase/businessCase.ts'
import { formatYear, type StartYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import type { Nature } from '../../../domain/ledger/entry.ts'
import { type Pence, pence, sum } from '../../../domain/money.ts'
import { spokenYear } from '../../lib/format.ts'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'

interface Line {
  startYear: StartYear
  sourceId: Id | null
  nature: Nature
  amount: Pence
}

interface CostSheet {
  costs: readonly CaseCost[]
  /** The plan of the scheme in the ledger. */
  plan: readonly Line[]
  years: readonly StartYear[]
  sources: readonly { id: Id; name: string }[]
  /** Sources that have a row although nothing stands in it. */
  added: readonly Id[]
}

const natureWords: Record<Nature, string> = { capital: 'Capital', revenue: 'Revenue' }
const natures: readonly Nature[] = ['capital', 'revenue']

export const costColumns = (years: readonly StartYear[]): MoneyGridColumn[] => [
  ...years.map(
    (year): MoneyGridColumn => ({
      id: String(year),
      label: formatYear(year),
      spoken: spokenYear(year),
      align: 'right',
    }),
  ),
  { id: 'total', label: 'Total', align: 'right', isTotal: true },
]

/** What the case costs, by nature and source, a column for each year. Rows of a source can be written in. */
export const costRows = (sheet: CostSheet): MoneyGridRow[] =>
  natures.flatMap((nature): MoneyGridRow[] => {
    const own = sheet.costs.filter((line) => line.nature === nature)
    const planned = sheet.plan.filter((line) => line.nature === nature && line.amount !== 0)
    const used = new Set<Id | null>([...own, ...planned].map((line) => line.sourceId))
    for (const id of sheet.added) used.add(id)
    const named = sheet.sources.filter(({ id }) => used.has(id))
    return [
      {
        id: nature,
        label: natureWords[nature],
        depth: 1,
        isParent: true,
        look: 'group',
        cells: cellsOf(own, sheet.years, false),
      },
      ...[...named, { id: null, name: 'Source not stated' }].map(
        ({ id, name }): MoneyGridRow => ({
          id: `${nature} ${id ?? 'none'}`,
          label: name,
          depth: 2,
          isParent: false,
          cells: cellsOf(
            own.filter((line) => line.sourceId === id),
            sheet.years,
            true,
          ),
        }),
      ),
    ]
  })

/** The case beside the plan, and what has no source. */
export const costFoot = ({ costs, plan, years }: CostSheet): MoneyGridRow[] => {
  // A year that costs something and is paid for has nothing without a source, which is known and not missing.
  const unfunded = costs.map((line) => (line.sourceId === null ? line : { ...line, amount: pence(0) }))
  // Years in which the case costs nothing are not asked for, and so not held against the plan.
  const asked = new Set(costs.filter((line) => line.amount !== 0).map((line) => line.startYear))
  const difference: Line[] = [
    ...plan.filter((line) => asked.has(line.startYear)),
    ...costs.map((line) => ({ ...line, amount: pence(-line.amount) })),
  ]
  const row = (id: string, label: string, look: 'total' | 'difference', lines: readonly Line[]): MoneyGridRow => ({
    id,
    label,
    depth: 1,
    isParent: false,
    look,
    cells: cellsOf(lines, years, false),
  })
  return [
    row('cost', 'Cost of this case', 'total', costs),
    row('plan', 'Plan of the scheme', 'total', plan),
    row('difference', 'Plan less this case', 'difference', difference),
    row('unfunded', 'Without a source', 'difference', unfunded),
  ]
}

/** The field of the draft that a cell of a source stands for. */
export const costPath = (rowId: string, columnId: string): string => {
  const [nature = '', source = ''] = rowId.split(' ')
  return `costs.${columnId}.${source === 'none' ? 'none' : Id.parse(source)}.${nature}`
}

const cellsOf = (lines: readonly Line[], years: readonly StartYear[], isEditable: boolean) => {
  const cell = (of: readonly Line[], isOpen: boolean): MoneyGridCell =>
    of.length === 0
      ? { kind: 'missing', missing: 'none', isEditable: isOpen }
      : { kind: 'money', amount: sum(of.map((line) => line.amount)), isEditable: isOpen }
  const ofYear = (year: StartYear) => lines.filter((line) => line.startYear === year)
  return Object.fromEntries([
    ...years.map((year): [string, MoneyGridCell] => [String(year), cell(ofYear(year), isEditable)]),
    ['total', cell(lines, false)] as [string, MoneyGridCell],
  ])
}
