import type { CalendarDay } from '../calendarDay.ts'
import type { Route } from './route.ts'

/** The route that a kind of thing goes by when it sets out on a day: the newest that has begun; undefined where there is none. */
export const routeInForce = (
  routes: readonly Route[],
  subjectKind: Route['subjectKind'],
  day: CalendarDay,
): Route | undefined =>
  routes
    .filter((route) => !route.isRemoved && route.subjectKind === subjectKind && route.fromOn <= day)
    .reduce<Route | undefined>((newest, route) => (newest && !isNewer(route, newest) ? newest : route), undefined)

const isNewer = (route: Route, than: Route): boolean =>
  route.fromOn > than.fromOn || (route.fromOn === than.fromOn && route.version > than.version)
