import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { Route } from '../route/route.ts'
import type { BusinessCase, CaseContents } from './businessCase.ts'
import { blankCase } from './nextVersion.ts'

/** What is known of a case that a board recommended before it was kept here, and where that is said. */
export interface EarlierCase extends Pick<CaseContents, 'ask' | 'sections' | 'costs'> {
  writers: readonly string[]
  /** Null where the day is not stated. */
  recommendedOn: CalendarDay | null
  statedIn: string
}

/**
 * A case as it waits for the board that approves, never further: what was approved was approved here. Where its source is
 * silent it stays silent. Throws `own-item` for an actor who wrote it, `not-next` for a route on which nobody recommends.
 */
export const enteredCase = (
  blank: Omit<Parameters<typeof blankCase>[0], 'supersedesId'>,
  { writers, ...given }: EarlierCase,
  route: Pick<Route, 'id' | 'stages'>,
): BusinessCase => {
  separateDuties(writers, [blank.actor], 'accept')
  const recommending = route.stages.findIndex(({ act }) => act !== 'recommend')
  if (recommending < 1) fail('not-next', { act: 'recommend', next: route.stages[0]?.name ?? null })
  return {
    ...blankCase({ ...blank, supersedesId: null }),
    ...given,
    status: 'recommended',
    writers: [...writers],
    routeId: route.id,
    stagesPassed: recommending,
  }
}
