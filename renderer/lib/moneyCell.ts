import type { Level, Place } from '../../domain/ledger/entry.ts'
import type { Cell, MoneyLevel } from '../../domain/portfolio/cell.ts'
import type { LedgerCell, Mark } from '../ui/ledgerRow.ts'
import type { FigureAddress } from './explain.ts'

/** The levels of the ledger that a shown level counts: the first less the others. */
export const ledgerLevels: Record<MoneyLevel | 'released', Level[]> = {
  plan: ['plan'],
  allocation: ['allocation'],
  authority: ['authority'],
  released: ['released'],
  held: ['authority', 'released'],
  committed: ['commitment'],
  spent: ['actual'],
  available: ['released', 'commitment', 'actual'],
}

/** The heading of each level, in the fixed order of every screen. */
export const moneyLevelWords: Record<MoneyLevel | 'released', string> = {
  plan: 'Plan',
  allocation: 'Allocation',
  authority: 'Authority',
  released: 'Released',
  held: 'Held',
  committed: 'Committed',
  spent: 'Spent',
  available: 'Available',
}

interface CellOptions {
  figure?: FigureAddress | undefined
  /** Where the money stands when the cell says "at theme" or "at programme". */
  above?: { 'at-theme'?: Place | undefined; 'at-programme'?: Place | undefined }
  marks?: readonly Mark[] | undefined
  isEditable?: boolean
}

/** A cell of the portfolio or of a scheme as the grid draws it. What stands elsewhere is explained where it stands. */
export const moneyCell = (cell: Cell, { figure, above, marks, isEditable }: CellOptions = {}): LedgerCell => {
  if (cell.kind === 'amount') return { kind: 'money', amount: cell.amount, figure, marks, isEditable }
  const place = cell.kind === 'at-theme' || cell.kind === 'at-programme' ? above?.[cell.kind] : undefined
  const elsewhere = figure && place && { ...figure, place, withBelow: false }
  const explained = cell.kind === 'none' ? figure : elsewhere
  return { kind: 'missing', missing: cell.kind, figure: explained, marks, isEditable }
}
