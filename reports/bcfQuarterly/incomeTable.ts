import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import { sum } from '../../domain/money.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { bcfSource } from '../../domain/returns/bcfSource.ts'
import { amountCell } from '../cell.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'
import { withTotal } from '../model/withTotal.ts'

/** The allocation of a year by source, and what of it has come. */
export const incomeTable = ({ balances, sources }: ProgrammeFacts, startYear: StartYear): TablePart => {
  const allocated = balances.filter((line) => line.level === 'allocation' && line.startYear === startYear)
  const inOrder = [...sources.toSorted((one, other) => one.sort - other.sort || (one.id < other.id ? -1 : 1)), null]
  const rows = inOrder.flatMap((source) => {
    const own = allocated.filter(({ sourceId }) => sourceId === (source?.id ?? null))
    if (own.length === 0) return []
    const planned = amountCell(sum(own.map(({ amount }) => amount)))
    return [
      tableRow(`income/${source?.id ?? 'not-stated'}`, [
        textCell(source ? bcfSource(source) : 'Source not stated'),
        textCell(source?.name ?? ''),
        planned,
        source?.securedStatus === 'received' ? planned : { kind: 'not-recorded' },
      ]),
    ]
  })
  return tablePart({
    id: 'income',
    name: 'Income',
    caption: `Income ${formatYear(startYear)} by source`,
    columns,
    rows: withTotal(rows, columns, { id: 'income/total' }),
    notes: ['Actual income is recorded of a source as a whole, once it is received.'],
  })
}

const columns = [
  tableColumn({
    id: 'source',
    kind: 'text',
    label: 'Source of Funding',
    meaning: 'As the template calls it, else by its own name',
    source: 'Funding source',
  }),
  tableColumn({ id: 'name', kind: 'text', label: 'Known here as', meaning: 'Its name', source: 'Funding source' }),
  tableColumn({
    id: 'planned',
    kind: 'amount',
    label: 'Planned income',
    meaning: 'Allocation of the year from this source',
    source: 'Ledger, level allocation',
  }),
  tableColumn({
    id: 'actual',
    kind: 'amount',
    label: 'Actual income',
    meaning: 'The same once the source is received',
    source: 'Funding source',
  }),
]
