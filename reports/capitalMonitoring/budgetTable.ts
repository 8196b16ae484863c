import type { CalendarDay } from '../../domain/calendarDay.ts'
import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import { type BudgetReconciliation, budgetChanges } from '../../domain/forecast/budgetReconciliation.ts'
import { formatDay } from '../../domain/inWords.ts'
import type { MoneyUnit } from '../../domain/money.ts'
import { amountCell } from '../cell.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart, TableRow } from '../model/tablePart.ts'
import { withTotal } from '../model/withTotal.ts'

type Level = 'plan' | 'allocation'

interface ReconciledYear extends Record<Level, BudgetReconciliation> {
  startYear: StartYear
  since: CalendarDay
  places: readonly { id: string; name: string }[]
}

const words: Record<Level, { name: string; caption: string }> = {
  plan: { name: 'Budget', caption: 'approved budget (expenditure plan)' },
  allocation: { name: 'Allocation', caption: 'capital allocation' },
}

/** Budget per last report, what was done to it, and the current budget, at one level. */
export const budgetTable = (level: Level, year: ReconciledYear, unit: MoneyUnit): TablePart => {
  const { startYear, since, places } = year
  const inWords = formatYear(startYear)
  const columns = columnsOf(level, since)
  const inOrder = new Map(places.map(({ id }, at) => [id, at]))
  const rows = year[level].rows
    .toSorted((one, other) => (inOrder.get(one.place.id) ?? 0) - (inOrder.get(other.place.id) ?? 0))
    .map(
      (row): TableRow =>
        tableRow(`${level}/${row.place.id}`, [
          textCell(places.find(({ id }) => id === row.place.id)?.name ?? row.place.id),
          amountCell(row.lastReport),
          ...budgetChanges.map((change) => amountCell(row[change])),
          amountCell(row.current),
        ]),
    )
  return tablePart({
    id: level,
    name: `${words[level].name} ${inWords}`,
    caption: `Reconciliation of the ${words[level].caption} ${inWords} since ${formatDay(since)}`,
    unit,
    columns,
    rows: withTotal(rows, columns, { id: `${level}/total` }),
    notes: ['Reductions stand below nought, so that the columns add up to the current budget.'],
  })
}

const columnsOf = (level: Level, since: CalendarDay) => {
  const source = `Ledger, level ${level}`
  return [
    tableColumn({ id: 'place', kind: 'text', label: 'Scheme', meaning: 'Where the money stands', source: 'Scheme' }),
    tableColumn({
      id: 'lastReport',
      kind: 'amount',
      label: 'Budget per last report',
      meaning: `All that was posted up to ${formatDay(since)}`,
      source,
    }),
    tableColumn({ id: 'injections', kind: 'amount', label: 'Injections', meaning: 'New money since then', source }),
    tableColumn({ id: 'virements', kind: 'amount', label: 'Virements', meaning: 'Moved between schemes', source }),
    tableColumn({ id: 'reductions', kind: 'amount', label: 'Reductions', meaning: 'Taken out; below nought', source }),
    tableColumn({ id: 'rephasing', kind: 'amount', label: 'Rephasing', meaning: 'Moved between years', source }),
    tableColumn({ id: 'other', kind: 'amount', label: 'Other', meaning: 'Plan set, and corrections', source }),
    tableColumn({
      id: 'current',
      kind: 'amount',
      label: 'Current budget',
      meaning: 'Budget per last report and all changes since',
      source,
      adds: { plus: ['lastReport', ...budgetChanges], minus: [] },
    }),
  ]
}
