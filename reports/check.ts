import { z } from 'zod'
import { Pence } from '../domain/money.ts'

/** A figure that is not an amount is given in words. */
const CheckFigure = z.union([Pence, z.string()]).nullable()

/** One result of the checks as a report lists it. */
export const Check = z.strictObject({
  rule: z.string(),
  name: z.string(),
  severity: z.string(),
  place: z.string(),
  printed: CheckFigure,
  computed: CheckFigure,
  difference: CheckFigure,
  explanation: z.string(),
  status: z.string(),
})
export type Check = z.infer<typeof Check>
