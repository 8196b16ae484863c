import type { Pence } from '../../domain/money.ts'

/** Something exempt that the public version gives away, or might. */
export interface Leak {
  /** The same for the same leak each time that the report is made, so that an answer to it can be kept. */
  id: string
  /**
   * `shown`: it stands there as it is. `worked-out`: the shown amounts leave only one value for it. The others may have
   * nothing to do with it, which a person says with a reason: `same-amount` and `same-words` stand elsewhere.
   */
  kind: 'shown' | 'worked-out' | 'same-amount' | 'same-words'
  /** What is given away, by where it stands in full; part, row and column by their ids, and null for words. */
  target: { part: string; row: string | null; column: string | null } | null
  /** The same in words. */
  cell: string
  amount: Pence | null
  /** How, as a sentence for who may read the full version. */
  how: string
}

/** Whether a person may let it stand with a reason. */
export const isArguable = ({ kind }: Leak): boolean => kind === 'same-amount' || kind === 'same-words'
