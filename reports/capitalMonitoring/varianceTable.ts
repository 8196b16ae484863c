import type { MonitoringRow } from '../../domain/forecast/monitoring.ts'
import type { MoneyUnit } from '../../domain/money.ts'
import { amountCell, NONE } from '../cell.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart, TableRow } from '../model/tablePart.ts'
import { withTotal } from '../model/withTotal.ts'

/** Outturn less budget of what is forecast, split without a rest; null where nothing is forecast. */
export const varianceTable = (
  monitored: readonly MonitoringRow[],
  { unit, inWords }: { unit: MoneyUnit; inWords: string },
): TablePart | null => {
  const rows = monitored.flatMap(({ place, name, outturn, budget, split }): TableRow[] =>
    outturn === null || split === null
      ? []
      : [
          tableRow(`variance/${place.id}`, [
            textCell(name),
            amountCell(outturn),
            budget === null ? NONE : amountCell(budget),
            amountCell(split.variance),
            amountCell(split.slippage),
            amountCell(split.acceleration),
            amountCell(split.overspend),
          ]),
        ],
  )
  if (rows.length === 0) return null
  return tablePart({
    id: 'variance',
    name: `Variance ${inWords}`,
    caption: `Forecast outturn less approved budget ${inWords}`,
    unit,
    columns,
    rows: withTotal(rows, columns, { id: 'variance/total' }),
    notes: ['The variance is slippage, acceleration and over- or underspend together.'],
  })
}

const derived = 'Derived from the forecast'

const columns = [
  tableColumn({
    id: 'scheme',
    kind: 'text',
    label: 'Scheme',
    meaning: 'Scheme with a forecast or a closed year',
    source: 'Scheme',
  }),
  tableColumn({
    id: 'outturn',
    kind: 'amount',
    label: 'Forecast outturn',
    meaning: 'What the year comes to',
    source: 'Forecast',
  }),
  tableColumn({
    id: 'budget',
    kind: 'amount',
    label: 'Approved budget',
    meaning: 'The expenditure plan',
    source: 'Ledger, level plan',
  }),
  tableColumn({
    id: 'variance',
    kind: 'amount',
    label: 'Variance',
    meaning: 'Forecast outturn less approved budget',
    source: derived,
    adds: { plus: ['outturn'], minus: ['budget'] },
  }),
  tableColumn({
    id: 'slippage',
    kind: 'amount',
    label: 'of which slippage',
    meaning: 'Money that moves to a later year: in brackets where it leaves',
    source: derived,
  }),
  tableColumn({
    id: 'acceleration',
    kind: 'amount',
    label: 'of which acceleration',
    meaning: 'Money that is spent earlier than budgeted: in brackets where it was expected',
    source: derived,
  }),
  tableColumn({
    id: 'overspend',
    kind: 'amount',
    label: 'of which over/(under)',
    meaning: 'What comes back in no other year',
    source: derived,
  }),
]
