import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { pence, sum } from '../../../domain/money.ts'
import { spokenYear } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import type { MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'
import type { PipelineFacts } from './pipelineFacts.ts'

/** What the years leave, what the schemes that fit take of it, and what is left after, years added up. */
export function HeadroomTable({ facts: { headroom, after, asAt } }: { facts: PipelineFacts }) {
  const { view } = useView()
  const { years, basis } = headroom
  const columns: MoneyGridColumn[] = [
    { id: 'total', label: 'All years', align: 'right', isTotal: true },
    ...years.map(({ startYear }): MoneyGridColumn => {
      const label = formatYear(startYear)
      return { id: String(startYear), label, spoken: spokenYear(startYear), align: 'right' }
    }),
  ]
  const row = (id: string, label: string, amounts: readonly number[], look?: MoneyGridRow['look']): MoneyGridRow => ({
    id,
    label,
    depth: 1,
    isParent: false,
    look,
    cells: Object.fromEntries([
      ['total', { kind: 'money', amount: sum(amounts) }],
      ...years.map(({ startYear }, at) => [String(startYear), { kind: 'money', amount: pence(amounts[at] ?? 0) }]),
    ]),
  })
  const through = (id: string, label: string, amounts: readonly number[]): MoneyGridRow => ({
    ...row(id, label, amounts, 'difference'),
    cells: { ...row(id, label, amounts).cells, total: { kind: 'money', amount: pence(amounts.at(-1) ?? 0) } },
  })
  const less = (amounts: readonly number[]) => amounts.map((amount) => -amount)
  return (
    <MoneyGrid
      name="Headroom"
      unit={view.unit}
      period={`the programme's years, as at ${formatDay(asAt.day)}`}
      rowHeading="By year"
      columns={columns}
      rows={[
        row(
          'allocation',
          basis === 'stated' ? 'Yearly allocation stated' : 'Allocation in the ledger',
          years.map((year) => year.allocation),
        ),
        row('authority', 'Authority given and asked for', less(years.map((year) => year.authority))),
        row(
          'left',
          'Headroom',
          years.map((year) => year.left),
          'total',
        ),
        through(
          'through',
          'Headroom, years added up',
          years.map((year) => year.through),
        ),
        row('slotted', 'Schemes that fit', less(after.map((year) => year.slotted))),
        through(
          'after',
          'Left after them, years added up',
          after.map((year) => year.through),
        ),
      ]}
    />
  )
}
