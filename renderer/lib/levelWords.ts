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

const movementWords: Record<string, string> = {
  'plan-set': 'plan set',
  injection: 'allocation injected',
  reduction: 'reduced',
  virement: 'moved (virement)',
  reprofile: 'moved to another year (reprofile)',
  'authority-granted': 'authority granted',
  'authority-released': 'authority released',
  'order-placed': 'order placed',
  'order-reduced': 'order reduced',
  payment: 'payment',
  correction: 'correction',
}

export const movementWord = (kind: string): string => movementWords[kind] ?? kind
