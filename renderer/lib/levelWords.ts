import type { Level } from '../../domain/ledger/entry.ts'

/** The word for each level on every screen, in the fixed order in which they stand. */
export const levelWords: Record<Level, string> = {
  plan: 'Plan',
  allocation: 'Allocation',
  authority: 'Authority',
  released: 'Released',
  commitment: 'Committed',
  actual: 'Spent',
}
