import { addDays, type CalendarDay } from '../../../domain/calendarDay.ts'
import type { Random } from '../seededRandom.ts'
import type { Somebody } from './seenNow.ts'

/** Something that would carry a thing on, and who may do it; time passes by days and takes nobody. */
export type Move =
  | { operation: string; input: Record<string, unknown>; who: readonly Somebody[]; likely: number }
  | { operation: 'wait'; days: number; likely: number }

export const seenAs = ({ id, revision }: { id: string; revision: number }) => ({ id, revision })

/** One of the moves that somebody can make, the likely ones more often. */
export const pickMove = (all: readonly Move[], random: Random): Move | undefined => {
  const moves = all.filter((move) => !('who' in move) || move.who.length > 0)
  let left = random.below(
    Math.max(
      1,
      moves.reduce((sum, { likely }) => sum + likely, 0),
    ),
  )
  for (const move of moves) {
    if (left < move.likely) return move
    left -= move.likely
  }
  return undefined
}

/** Today, or now and then an earlier day that an act is said to have been done on. */
export const dayOf = (today: CalendarDay, random: Random): CalendarDay | null =>
  random.percent(8) ? addDays(today, -random.below(4)) : null
