import type { Instant } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import type { AgendaItem, Meeting } from './meeting.ts'
import { stepMeeting } from './meetingSteps.ts'

/** Throws `not-found` for an item that is not on the agenda. */
export const itemOf = (meeting: Meeting, itemId: Id): AgendaItem =>
  meeting.items.find(({ id }) => id === itemId) ?? fail('not-found', { entity: 'agenda_item', id: itemId })

/** The meeting with one item put in the place of what it was. */
export const withItem = (meeting: Meeting, item: AgendaItem): Meeting => ({
  ...meeting,
  items: meeting.items.map((each) => (each.id === item.id ? item : each)),
})

/** What a chair has confirmed stays. Throws `wrong-status`. */
export const refuseConfirmed = ({ isConfirmed }: AgendaItem): void => {
  if (isConfirmed) fail('wrong-status', { is: 'confirmed', needs: 'not confirmed' })
}

/** Whether anybody has voted on an item, or its outcome is recorded. */
export const isBegun = (item: AgendaItem): boolean => item.votes.length > 0 || item.outcome !== null

/** Whether somebody is recorded as present, or has voted, or an outcome is recorded. */
export const isUnderWay = ({ items, attendance }: Meeting): boolean =>
  items.some(isBegun) || attendance.some(({ presence }) => presence === 'present')

export interface NewItem {
  id: Id
  subjectKind: AgendaItem['subjectKind']
  subjectId: Id | null
  title: string
  /** Why it is kept from the public; empty where it is open to all. */
  exemptReason: string
}

/** Puts an item at the end of the agenda. Throws `already-on-agenda` where it stands there. */
export const addItem = (meeting: Meeting, item: NewItem): Meeting => {
  const next = stepMeeting(meeting, 'setAgenda')
  const isThere = item.subjectId !== null && meeting.items.some(({ subjectId }) => subjectId === item.subjectId)
  if (isThere) fail('already-on-agenda', { title: item.title, on: meeting.heldOn })
  const isExempt = item.exemptReason !== ''
  const added = { ...item, isExempt, paperId: null, votes: [], outcome: null, isConfirmed: false }
  return { ...next, items: [...next.items, added] }
}

/** Keeps an item from the public with a reason, or opens it to all again with an empty one. */
export const exemptItem = (meeting: Meeting, itemId: Id, exemptReason: string): Meeting => {
  const next = stepMeeting(meeting, 'setExemption')
  return withItem(next, { ...itemOf(meeting, itemId), isExempt: exemptReason !== '', exemptReason })
}

/**
 * Takes an item off the agenda with the interests declared in it. Throws `wrong-status` once somebody has voted on it, and
 * while it is exempt: what keeps it from the public is lifted by an act of its own.
 */
export const removeItem = (meeting: Meeting, itemId: Id): Meeting => {
  const next = stepMeeting(meeting, 'setAgenda')
  const item = itemOf(meeting, itemId)
  if (isBegun(item)) fail('wrong-status', { is: 'voted on', needs: 'not voted on' })
  if (item.isExempt && item.subjectId !== null) fail('wrong-status', { is: 'exempt', needs: 'open to all' })
  return {
    ...next,
    items: next.items.filter(({ id }) => id !== itemId),
    interests: next.interests.filter((interest) => interest.itemId !== itemId),
  }
}

/** Puts the items in an order. Throws `stale` unless every item is named once. */
export const reorderItems = (meeting: Meeting, ids: readonly Id[]): Meeting => {
  const next = stepMeeting(meeting, 'setAgenda')
  const items = ids.flatMap((id) => next.items.filter((item) => item.id === id))
  if (items.length !== next.items.length || new Set(ids).size !== next.items.length) {
    fail('stale', { entity: 'meeting', id: meeting.id })
  }
  return { ...next, items }
}

/**
 * Publishes the agenda, or publishes it anew, with the papers that were frozen for its items. Who voted on a paper that
 * has since been replaced has not voted on the new one. Throws `empty-agenda`.
 */
export const publishAgenda = (meeting: Meeting, papers: ReadonlyMap<Id, Id>, at: Instant): Meeting => {
  const next = stepMeeting(meeting, 'publishAgenda')
  if (next.items.length === 0) fail('empty-agenda', {})
  const items = next.items.map((item) => {
    const paperId = papers.get(item.id)
    if (item.isConfirmed || paperId === undefined || paperId === item.paperId) return item
    return { ...item, paperId, votes: [], outcome: null }
  })
  return { ...next, items, agendaPublishedAt: meeting.agendaPublishedAt ?? at }
}
