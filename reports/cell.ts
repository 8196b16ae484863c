import { type Pence, sum } from '../domain/money.ts'

/** One amount of a table, or the reason why there is none: missing is not zero. */
export type Cell =
  | { kind: 'amount'; amount: Pence }
  | { kind: 'none' }
  | { kind: 'not-recorded' }
  | { kind: 'given-at'; place: 'theme' | 'programme' }
  | { kind: 'unfunded' }
  | { kind: 'not-applicable' }

export const NONE: Cell = { kind: 'none' }

export const amountCell = (amount: Pence): Cell => ({ kind: 'amount', amount })

/** The sum of the amounts, or "none" where there is no line at all. */
export const cellOf = (amounts: readonly number[]): Cell => (amounts.length === 0 ? NONE : amountCell(sum(amounts)))

/** The amounts among cells, in their order. */
export const amountsOf = (cells: Iterable<Cell>): Pence[] =>
  [...cells].flatMap((cell) => (cell.kind === 'amount' ? [cell.amount] : []))

/** The word that stands where there is no amount. */
export const wordOf = (cell: Exclude<Cell, { kind: 'amount' }>): string => {
  switch (cell.kind) {
    case 'none':
      return 'none'
    case 'not-recorded':
      return 'not recorded'
    case 'given-at':
      return `at ${cell.place}`
    case 'unfunded':
      return 'unfunded'
    case 'not-applicable':
      return '–'
  }
}
