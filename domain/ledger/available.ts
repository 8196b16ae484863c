import { type Pence, pence } from '../money.ts'

/** What may be spent and is not: released less orders outstanding and spend. Pence, as everywhere below. */
export const available = (released: Pence, committed: Pence, spent: Pence): Pence => pence(released - committed - spent)

/** Authority that waits for its condition, as a rule a business case: authority less what was released. */
export const held = (authority: Pence, released: Pence): Pence => pence(authority - released)

/** Allocation that nobody has authority to spend yet, less what is asked for already. */
export const headroom = (allocation: Pence, authority: Pence, asked: Pence): Pence =>
  pence(allocation - authority - asked)
