import type { CalendarDay } from '../calendarDay.ts'
import { type Pence, pence } from '../money.ts'
import type { Account } from '../people/account.ts'
import type { Actor } from '../people/actor.ts'
import { limitOn } from '../people/delegationLimit.ts'
import { rolesHeld } from '../people/rolesHeld.ts'
import type { Task } from './task.ts'

/** For an officer's decision over their limit of the day (R16): the limit, and the titles of those who may take it. */
export const overLimit = (
  { act, for: whose }: Pick<Task, 'act' | 'for'>,
  amount: Pence | null,
  { account }: Actor,
  people: readonly Account[],
  day: CalendarDay,
): { limit: Pence; goesTo: string[] } | null => {
  if (act !== 'decide' || whose.kind !== 'office' || account === null || amount === null) return null
  const limit = limitOn(account, 'decision_taker', day) ?? pence(0)
  if (amount <= limit) return null
  const goesTo = people
    .filter((each) => rolesHeld(each, day).includes('decision_taker'))
    .filter((each) => (limitOn(each, 'decision_taker', day) ?? 0) >= amount)
    .map(({ title }) => title)
  return { limit, goesTo }
}
