import { addDays, type CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import type { ThemeMembership } from './theme.ts'

/** The theme that a scheme belongs to on a day; undefined when it belongs to none. */
export const themeOf = (memberships: readonly ThemeMembership[], schemeId: Id, day: CalendarDay): Id | undefined =>
  memberships.find((each) => each.schemeId === schemeId && !each.isRemoved && holdsOn(each, day))?.themeId

/** The theme of every scheme that belongs to one on a day. */
export const themesOn = (memberships: readonly ThemeMembership[], day: CalendarDay): Map<Id, Id> => {
  const themes = new Map<Id, Id>()
  for (const each of memberships) {
    const isFirst = !each.isRemoved && holdsOn(each, day) && !themes.has(each.schemeId)
    if (isFirst) themes.set(each.schemeId, each.themeId)
  }
  return themes
}

/**
 * Ends the membership that holds on the day and begins the next one: `closed` is to be saved and `opened` inserted. A
 * membership that would have begun that very day is taken back. Throws `overlapping-membership` when one begins later.
 */
export const moveToTheme = (
  memberships: readonly ThemeMembership[],
  move: { id: Id; schemeId: Id; themeId: Id; fromOn: CalendarDay },
): { closed: ThemeMembership[]; opened: ThemeMembership } => {
  const own = memberships.filter((each) => each.schemeId === move.schemeId && !each.isRemoved)
  const later = own.find((each) => each.fromOn > move.fromOn)
  if (later) return fail('overlapping-membership', { scheme: move.schemeId, from: later.fromOn })
  const closed = own
    .filter((each) => holdsOn(each, move.fromOn))
    .map((each) => ({
      ...each,
      ...(each.fromOn === move.fromOn ? { isRemoved: true } : { toOn: addDays(move.fromOn, -1) }),
      revision: each.revision + 1,
    }))
  return { closed, opened: { ...move, revision: 1, isRemoved: false, toOn: null } }
}

const holdsOn = (membership: ThemeMembership, day: CalendarDay): boolean =>
  membership.fromOn <= day && (membership.toOn === null || day <= membership.toOn)
