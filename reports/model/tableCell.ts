import { z } from 'zod'
import { CalendarDay } from '../../domain/calendarDay.ts'
import { Pence } from '../../domain/money.ts'

/** One cell of a table: a typed value, or the reason why there is none. Amounts in pence, shares in basis points. */
export const TableCell = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amount: Pence }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('count'), count: z.int() }),
  z.strictObject({ kind: z.literal('percent'), basisPoints: z.int() }),
  z.strictObject({ kind: z.literal('day'), day: CalendarDay }),
  /** A rating is read by its letters and words, never by colour alone. */
  z.strictObject({ kind: z.literal('rating'), rating: z.enum(['G', 'AG', 'A', 'AR', 'R']), text: z.string() }),
  z.strictObject({ kind: z.literal('blank') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('not-recorded') }),
  z.strictObject({ kind: z.literal('given-at'), place: z.enum(['theme', 'programme']) }),
  z.strictObject({ kind: z.literal('unfunded') }),
  z.strictObject({ kind: z.literal('not-applicable') }),
  /** What the public version shows in place of what is exempt. */
  z.strictObject({ kind: z.literal('exempt') }),
])
export type TableCell = z.infer<typeof TableCell>

export const textCell = (text: string): TableCell => (text === '' ? { kind: 'blank' } : { kind: 'text', text })
