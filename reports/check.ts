import type { Pence } from '../domain/money.ts'

/** One result of the checks as a report lists it. A figure that is not an amount is given in words. */
export interface Check {
  rule: string
  name: string
  severity: string
  place: string
  printed: Pence | string | null
  computed: Pence | string | null
  difference: Pence | string | null
  explanation: string
  status: string
}
