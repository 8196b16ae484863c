import type { inferInput } from '@trpc/tanstack-react-query'
import { z } from 'zod'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import { Id } from '../../../domain/id.ts'
import { Pence } from '../../../domain/money.ts'
import type { trpc } from '../../lib/trpc.ts'

/** What is asked of the program, with the day and the amount as read from the address. */
export type SpendQuestion = Omit<inferInput<typeof trpc.clock.calculate>, 'from' | 'amount'> & {
  from: { kind: 'spend' | 'decision' | 'notice'; on: CalendarDay }
  amount: Pence
}

/** From which day it is reckoned, and what the rules have to know. It stands in the address, so that a link says it all. */
export const TimelineSearch = z.object({
  start: z.enum(['spend', 'decision', 'notice']).optional().catch(undefined),
  on: CalendarDay.optional().catch(undefined),
  amount: z.coerce.number().pipe(Pence).optional().catch(undefined),
  wards: z.enum(['yes']).optional().catch(undefined),
  notice: z.enum(['general_exception', 'special_urgency']).optional().catch(undefined),
  callIn: z.enum(['no']).optional().catch(undefined),
  /** The last key decision and the last notice of the page before. */
  plan: Id.optional().catch(undefined),
  notices: Id.optional().catch(undefined),
})
export type TimelineSearch = z.infer<typeof TimelineSearch>

/** The question of an address; without one, a decision today on an amount that is a key one by the shipped rules. */
export const questionOf = (search: TimelineSearch, today: CalendarDay): SpendQuestion => ({
  from: { kind: search.start ?? 'decision', on: search.on ?? today },
  amount: search.amount ?? (100_000_000 as Pence),
  isForWards: search.wards === 'yes',
  noticeRoute: search.notice ?? 'notice',
  isCallInEligible: search.callIn !== 'no',
})
