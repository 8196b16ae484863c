import { pence } from '../../../domain/money.ts'
import type { Check } from '../../../reports/check.ts'

/** Two results: one with amounts, one with words. */
export const someChecks: Check[] = [
  {
    rule: 'R02',
    name: 'Columns add up',
    severity: 'block',
    place: 'Appendix A, total, 2021/22',
    printed: pence(1_821_000_00),
    computed: pence(1_886_000_00),
    difference: pence(65_000_00),
    explanation: 'Exactly one line equals the difference: Apps assessment tools, 2021/22.',
    status: 'open',
  },
  {
    rule: 'R22',
    name: 'Funders as stated',
    severity: 'warn',
    place: 'Recommendations 1.1',
    printed: 'grant',
    computed: 'grant 41.5%, borrowing 58.5%',
    difference: null,
    explanation: 'The text names the grant alone.',
    status: 'open',
  },
]
