import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Pence } from '../money.ts'

/** One column of parts that stand on each other, with the words on it. */
export const StackedColumn = z.strictObject({
  label: z.string(),
  total: z.string(),
  /** One for each series, from the bottom; null where there is none. */
  parts: z.array(z.strictObject({ amount: Pence, share: z.string().nullable() }).nullable()),
})
export type StackedColumn = z.infer<typeof StackedColumn>

/** A bar of a waterfall from one height to another. */
export const DrawnBar = z.strictObject({
  label: z.string(),
  /** The amount with its sign, or the word for none. */
  amount: z.string(),
  from: Pence,
  to: Pence,
  tone: z.enum(['level', 'down', 'up']),
})
export type DrawnBar = z.infer<typeof DrawnBar>

const PairBar = z.strictObject({
  /** Null where there is no amount; the words say why. */
  amount: Pence.nullable(),
  words: z.string(),
})

/** Plan and authority of one thing. */
export const Pair = z.strictObject({ name: z.string(), plan: PairBar, authority: PairBar })
export type Pair = z.infer<typeof Pair>

export const Bar = z.strictObject({ name: z.string(), amount: Pence, words: z.string() })
export type Bar = z.infer<typeof Bar>

const DayWithWords = z.strictObject({ on: CalendarDay, words: z.string() })

/** Lines over days: authority in steps, spend, and what is expected where somebody has forecast. */
export const DrawnCurve = z.strictObject({
  points: z.array(
    z.strictObject({
      on: CalendarDay,
      authority: Pence.nullable(),
      spent: Pence.nullable(),
      forecast: Pence.nullable().optional(),
    }),
  ),
  /** The reader's day with its words; null outside the years. */
  today: DayWithWords.nullable(),
  /** What stands at the end of each line. */
  ends: z.strictObject({ authority: z.string(), spent: z.string(), forecast: z.string().optional() }),
  /** Days that are written below, with their words. */
  days: z.array(DayWithWords),
})
export type DrawnCurve = z.infer<typeof DrawnCurve>

/** A picture that the screen has, with the data that its component takes. */
export const ChartDrawing = z.discriminatedUnion('picture', [
  z.strictObject({
    picture: z.literal('funding-mix'),
    data: z.strictObject({ columns: z.array(StackedColumn), series: z.array(z.string()) }),
  }),
  z.strictObject({ picture: z.literal('waterfall'), data: z.strictObject({ bars: z.array(DrawnBar) }) }),
  z.strictObject({ picture: z.literal('curve'), data: DrawnCurve }),
  z.strictObject({ picture: z.literal('pairs'), data: z.strictObject({ pairs: z.array(Pair) }) }),
  z.strictObject({
    picture: z.literal('bars'),
    data: z.strictObject({
      bars: z.array(Bar),
      /** The colour of the bars, by its token; what is below nought has the second one where it is given. */
      colour: z.string(),
      below: z.string().optional(),
    }),
  }),
])
export type ChartDrawing = z.infer<typeof ChartDrawing>
