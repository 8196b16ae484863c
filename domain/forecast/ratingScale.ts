import { type CalendarDay, calendarDay } from '../calendarDay.ts'
import { type EffectiveRule, valueInForce } from '../programme/effectiveRules.ts'
import type { Rating } from '../programme/scheme.ts'

export type Rated = NonNullable<Rating>

/** Five points until the Infrastructure and Projects Authority went over to three in 2021; the day is not known. */
const scales: EffectiveRule<readonly Rated[]> = [
  { fromOn: calendarDay('2015-03-01'), value: ['G', 'AG', 'A', 'AR', 'R'], isFirstSeen: true },
  { fromOn: calendarDay('2021-04-01'), value: ['G', 'A', 'R'], isFirstSeen: true },
]

/** The ratings that delivery can be given on a day. */
export const ratingScaleOn = (day: CalendarDay): readonly Rated[] => valueInForce(scales, day)
