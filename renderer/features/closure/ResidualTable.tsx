import { formatYear } from '../../../domain/financialYear.ts'
import { formatMoney, type Pence, pence } from '../../../domain/money.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Closure.module.css'
import type { ClosureFacts } from './closureFacts.ts'

interface Line {
  key: string
  level: string
  year: string
  source: string
  amount: Pence
}

/** What stands on the scheme beyond what was spent, by level, year and source (R32). */
export function ResidualTable({ facts: { residual, orders, sources } }: { facts: ClosureFacts }) {
  const sourceOf = (id: string | null) => sources.find((source) => source.id === id)?.name ?? 'not stated'
  const lines: Line[] = [
    ...orders.map(({ startYear, sourceId, ledgerRef, amount }, at) => ({
      key: `order ${at}`,
      level: `Order outstanding${ledgerRef ? ` ${ledgerRef}` : ''}`,
      year: formatYear(startYear),
      source: sourceOf(sourceId),
      amount,
    })),
    ...residual.lines.map(({ level, startYear, sourceId, amount }, at) => ({
      key: `${level} ${at}`,
      level: levelTitles[level] ?? level,
      year: formatYear(startYear),
      source: sourceOf(sourceId),
      amount: pence(-amount),
    })),
  ]
  return (
    <section className={classes.section} aria-label="What is left on the scheme">
      <h2>What is left on the scheme</h2>
      <DataTable
        caption="Beyond what was spent, in pounds"
        rows={lines}
        keyOf={({ key }) => key}
        empty="Nothing stands on this scheme beyond what was spent. Authority that was given at its theme or programme is released there."
        columns={[
          { id: 'level', heading: 'What', isRowHeading: true, cell: ({ level }) => level },
          { id: 'year', heading: 'Year', cell: ({ year }) => year },
          { id: 'source', heading: 'Source', cell: ({ source }) => source },
          {
            id: 'amount',
            heading: '£',
            align: 'right',
            cell: ({ amount }) => formatMoney(amount, '£', { pence: amount % 100 !== 0 }),
          },
        ]}
      />
    </section>
  )
}

const levelTitles: Record<string, string> = {
  released: 'Released authority',
  authority: 'Authority to spend',
  allocation: 'Allocation',
}
