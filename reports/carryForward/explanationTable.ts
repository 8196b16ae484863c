import { formatYear } from '../../domain/financialYear.ts'
import { type MoneyUnit, pence, sum } from '../../domain/money.ts'
import { amountCell } from '../cell.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'
import { withTotal } from '../model/withTotal.ts'
import type { CarryForwardAmounts, CarryForwardReport } from './model.ts'

/** Budget less outturn and all that it is made of, with what is left over: nought in every row. */
export const explanationTable = ({ startYear, rows: given }: CarryForwardReport, unit: MoneyUnit): TablePart => {
  const rows = given.map(({ key, scheme, source, amounts }) =>
    tableRow(`reasons/${key}`, [
      textCell(scheme),
      textCell(source),
      ...parts.map((part) => amountCell(amounts[part])),
      amountCell(pence(leftOver(amounts))),
    ]),
  )
  return tablePart({
    id: 'explanations',
    name: `Explanations ${formatYear(startYear)}`,
    caption: `Budget and outturn ${formatYear(startYear)} explained`,
    unit,
    columns,
    rows: withTotal(rows, columns, { id: 'reasons/total' }),
    notes: ['Left over is budget and overspend less all the rest; it has to be nought.'],
  })
}

const parts = ['budget', 'overspend', 'outturn', 'slippage', 'saving', 'notReceived', 'error', 'unexplained'] as const

const leftOver = (amounts: CarryForwardAmounts): number =>
  sum(parts.map((part) => (part === 'budget' || part === 'overspend' ? amounts[part] : -amounts[part])))

const explained = 'Explanation of the underspend'

const columns = [
  tableColumn({ id: 'scheme', kind: 'text', label: 'Scheme', meaning: 'Where the budget stands', source: 'Scheme' }),
  tableColumn({
    id: 'source',
    kind: 'text',
    label: 'Source',
    meaning: 'Funding source of the budget',
    source: 'Ledger',
  }),
  tableColumn({ id: 'budget', kind: 'amount', label: 'Budget', meaning: 'The plan', source: 'Ledger, level plan' }),
  tableColumn({
    id: 'overspend',
    kind: 'amount',
    label: 'Overspend',
    meaning: 'Outturn over budget',
    source: 'Derived',
  }),
  tableColumn({ id: 'outturn', kind: 'amount', label: 'Outturn', meaning: 'Spent', source: 'Ledger, level actual' }),
  tableColumn({ id: 'slippage', kind: 'amount', label: 'Slippage', meaning: 'To be spent later', source: explained }),
  tableColumn({ id: 'saving', kind: 'amount', label: 'Saving', meaning: 'Not needed any more', source: explained }),
  tableColumn({
    id: 'notReceived',
    kind: 'amount',
    label: 'Funding not received',
    meaning: 'Money that never came',
    source: explained,
  }),
  tableColumn({ id: 'error', kind: 'amount', label: 'Error', meaning: 'Wrongly recorded', source: explained }),
  tableColumn({
    id: 'unexplained',
    kind: 'amount',
    label: 'Not explained',
    meaning: 'What nobody has explained yet',
    source: 'Derived',
  }),
  tableColumn({
    id: 'left',
    kind: 'amount',
    label: 'Left over',
    meaning: 'Budget and overspend less all the rest: nought',
    source: 'Derived',
    adds: {
      plus: ['budget', 'overspend'],
      minus: ['outturn', 'slippage', 'saving', 'notReceived', 'error', 'unexplained'],
    },
  }),
]
