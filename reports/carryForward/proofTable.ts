import type { MoneyUnit } from '../../domain/money.ts'
import { amountCell } from '../cell.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'
import type { CarryForwardReport } from './model.ts'

const levelWords = { plan: 'Plan', allocation: 'Funding', authority: 'Authority' } as const

/** What leaves the year and what arrives in later ones, level by level: its net has to be nought. */
export const proofTable = ({ proofs }: CarryForwardReport, unit: MoneyUnit): TablePart =>
  tablePart({
    id: 'net-zero',
    name: 'Net-zero proof',
    caption: 'What leaves the year and what later years take',
    unit,
    columns: [
      tableColumn({ id: 'level', kind: 'text', label: 'Level', meaning: 'Level of the ledger', source: 'Ledger' }),
      tableColumn({
        id: 'out',
        kind: 'amount',
        label: 'Out of the year',
        meaning: 'What requests take from the year',
        source: 'Requests, and what would be asked for',
      }),
      tableColumn({
        id: 'into',
        kind: 'amount',
        label: 'Into later years',
        meaning: 'What requests bring to later years',
        source: 'Requests, and what would be asked for',
      }),
      tableColumn({
        id: 'net',
        kind: 'amount',
        label: 'Net',
        meaning: 'Both together: nought',
        source: 'Derived',
        adds: { plus: ['out', 'into'], minus: [] },
      }),
    ],
    rows: proofs.map(({ level, out, into, net }) =>
      tableRow(`net-zero/${level}`, [textCell(levelWords[level]), amountCell(out), amountCell(into), amountCell(net)]),
    ),
  })
