import type { Level } from '../../domain/ledger/entry.ts'
import type { Cell, MoneyLevel } from '../../domain/portfolio/cell.ts'
import type { Mark, MoneyGridCell } from '../ui/moneyGrid/moneyGridRow.ts'
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

/**
 * What a cell is made of. What is held of a theme's authority follows the plan of the scheme, so it is made of that,
 * and its mark says so.
 */
export const madeOf = (level: MoneyLevel | 'released', cell: Cell, authority: Cell | undefined) =>
  level === 'held' && cell.kind === 'amount' && authority?.kind !== 'amount'
    ? { levels: ledgerLevels.plan, marks: [followsPlan] }
    : { levels: ledgerLevels[level] }

const followsPlan: Mark = { kind: 'derived', words: 'follows the plan, as the authority is given at theme' }

interface CellOptions {
  figure?: FigureAddress | undefined
  marks?: readonly Mark[] | undefined
  isEditable?: boolean
}

/** A cell of the portfolio or of a scheme as the grid draws it. Of what stands elsewhere, Explain says where. */
export const moneyCell = (cell: Cell, { figure, marks, isEditable }: CellOptions = {}): MoneyGridCell => {
  if (cell.kind === 'amount') return { kind: 'money', amount: cell.amount, figure, marks, isEditable }
  const isExplained = cell.kind !== 'not-applicable'
  return { kind: 'missing', missing: cell.kind, figure: isExplained ? figure : undefined, marks, isEditable }
}
