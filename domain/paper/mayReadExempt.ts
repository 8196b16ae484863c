import type { Board } from '../board/board.ts'
import { holdersOf, seatsOn } from '../board/seatsOn.ts'
import type { CalendarDay } from '../calendarDay.ts'
import type { Actor } from '../people/actor.ts'
import { assignmentsOn } from '../people/rolesHeld.ts'
import { mayDo, type Role } from '../roles.ts'

/** What is kept from the public (Local Government Act 1972, Schedule 12A), as far as it says who may read it. */
export interface ExemptPaper {
  kind: 'business_case' | 'authority_request' | 'other'
  writers: readonly string[]
  /** Its decision is published, from when on scrutiny may call it in. */
  isPublished: boolean
  /** The boards whose agendas it is on, with the day of each meeting. */
  tables: readonly { board: Board; heldOn: CalendarDay }[]
  /** The schemes and themes that it is about. */
  placeIds: readonly string[]
}

/** The roles that write, check, prepare or decide such a thing; everybody else has no part in it. */
const partOf: Record<ExemptPaper['kind'], readonly Role[]> = {
  business_case: [
    'programme_director',
    'scheme_lead',
    'finance_officer',
    's151_officer',
    'board_secretary',
    'decision_taker',
  ],
  authority_request: ['programme_director', 'finance_officer', 's151_officer', 'board_secretary', 'decision_taker'],
  other: ['board_secretary'],
}

/**
 * Whether somebody may read what is exempt: who wrote it, who sits on a board that it is before, and the roles that have a
 * part in it, as far as they reach. Scrutiny reads what is published to be called in. Nobody else.
 */
export const mayReadExempt = (actor: Actor, paper: ExemptPaper, today: CalendarDay): boolean => {
  if (paper.writers.includes(actor.id) || sitsOnIt(actor, paper, today)) return true
  const hasPart = partOf[paper.kind].includes(actor.role) || (paper.isPublished && mayDo(actor.role, 'callIn'))
  return hasPart && reaches(actor, paper, today)
}

const sitsOnIt = ({ account, role }: Actor, { tables }: ExemptPaper, today: CalendarDay): boolean => {
  if (account === null || !mayDo(role, 'vote')) return false
  const sits = (board: Board, day: CalendarDay) =>
    seatsOn(board, day).some((seat) => holdersOf(seat).includes(account.id))
  // Whose seat begins with the meeting reads its papers before; whose seat has ended reads no more.
  return tables.some(({ board, heldOn }) => sits(board, today) || (heldOn > today && sits(board, heldOn)))
}

const reaches = ({ account, role }: Actor, { tables, placeIds }: ExemptPaper, today: CalendarDay): boolean => {
  if (account === null) return true
  const scopes = assignmentsOn(account, today).flatMap((each) => (each.role === role ? [each.scope] : []))
  return scopes.some(({ id }) => id === null || placeIds.includes(id) || tables.some(({ board }) => board.id === id))
}
