import type { CalendarDay } from '../calendarDay.ts'
import type { Decision } from '../programme/decision.ts'
import type { PostedLine, ProgrammeFacts } from '../programme/facts.ts'

/** The decisions that were made and in force before a day; only their authority stands as previous authority (R34). */
export const decisionsBefore = (facts: Pick<ProgrammeFacts, 'decisions'>, day: CalendarDay): Decision[] =>
  facts.decisions.filter(
    ({ madeOn, effectiveOn, status }) => status === 'effective' && madeOn < day && effectiveOn <= day,
  )

/** What those decisions have brought of authority, as posted. */
export const earlierAuthority = (
  facts: Pick<ProgrammeFacts, 'decisions' | 'posted'>,
  day: CalendarDay,
): PostedLine[] => {
  const earlier = new Set(decisionsBefore(facts, day).map(({ id }) => id))
  return facts.posted.filter(({ level, decisionId }) => level === 'authority' && earlier.has(decisionId))
}
