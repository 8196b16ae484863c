import type { PeriodStatus } from './periodStatus.ts'
import type { YearEnd } from './yearEnd.ts'

/** Every step of a period; null is its beginning. What is asked about a closed one leaves it closed. */
export const periodSteps: readonly {
  from: PeriodStatus['status'] | null
  to: PeriodStatus['status']
  operation: string
}[] = [
  { from: null, to: 'closed', operation: 'periods.close' },
  { from: 'open', to: 'closed', operation: 'periods.close' },
  { from: 'closed', to: 'open', operation: 'periods.reopen' },
]

/** Every step of a year's end. It begins when money is asked to be carried forward, or with its closing. */
export const yearEndSteps: readonly { from: YearEnd['status'] | null; to: YearEnd['status']; operation: string }[] = [
  { from: null, to: 'begun', operation: 'yearEnd.carryForward' },
  { from: null, to: 'begun', operation: 'programme.closeYear' },
  { from: 'begun', to: 'closed', operation: 'programme.closeYear' },
]
