const words: Record<string, string> = {
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

/** What happened to the money, as every screen and report calls it. */
export const movementWord = (kind: string): string => words[kind] ?? kind
