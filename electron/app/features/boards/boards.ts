import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { accounts, boards, meetings, organisations, routes } from '../../../../db/subjects.ts'
import { isUnderWay } from '../../../../domain/board/agenda.ts'
import { Board, Seat } from '../../../../domain/board/board.ts'
import { checkBoard, keepBegunSeats } from '../../../../domain/board/boardRules.ts'
import { seatsOn } from '../../../../domain/board/seatsOn.ts'
import { CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { canonicalJson } from '../../../../domain/canonicalJson.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { formatDay } from '../../../../domain/inWords.ts'
import { routeInForce } from '../../../../domain/route/routeInForce.ts'
import type { Acting, Service } from '../../command.ts'

export const NewBoard = z.strictObject({
  ...Board.pick({
    name: true,
    organisationIds: true,
    functions: true,
    parentId: true,
    quorum: true,
    voting: true,
    cadence: true,
  }).shape,
  /** A seat without an id is a new one. */
  seats: z.array(Seat.extend({ id: Id.nullable() })).max(200),
})
type NewBoard = z.infer<typeof NewBoard>

export const addBoard: Service<NewBoard, Board> = async (change, input, acting) => {
  const board = { ...boardOf(input, acting.newId()), seats: seatsOf(input, acting), revision: 1 }
  await check(change, board, acting)
  await boards.insert(change, board)
  return {
    subject: { kind: 'board', id: board.id },
    transition: 'added',
    value: board,
    detail: { seats: board.seats.length },
  }
}

export const BoardChange = NewBoard.extend({ id: Id, revision: z.int().min(1) })

/**
 * Changes a board. Seats that have begun can only end; the rules by which it decides stay while an agenda of it is
 * published, and who sat at a meeting stays from its first vote or its day on (`still-in-use`), so that nobody changes
 * them with a decision in view.
 */
export const changeBoard: Service<z.infer<typeof BoardChange>, Board> = async (change, input, acting) => {
  const before = await boards.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'board', id: input.id })
  const after = { ...before, ...boardOf(input, before.id), seats: seatsOf(input, acting), endedOn: before.endedOn }
  const board = { ...after, revision: before.revision + 1 }
  keepBegunSeats(before, board, dayInLondon(acting.clock()))
  await check(change, board, acting)
  const rulesOf = ({ quorum, voting, functions }: Board) => canonicalJson({ quorum, voting, functions })
  if (rulesOf(before) !== rulesOf(board)) await refusePublished(change, board)
  await refuseAfterwards(change, before, board, dayInLondon(acting.clock()))
  await boards.save(change, board)
  return { subject: { kind: 'board', id: board.id }, transition: 'changed', value: board }
}

export const BoardEnd = z.strictObject({ id: Id, revision: z.int().min(1), endedOn: CalendarDay })

/** Ends a board on a day; refused where a later meeting of it is planned, or a route leads to it then (`still-in-use`). */
export const endBoard: Service<z.infer<typeof BoardEnd>, Board> = async (change, input, acting) => {
  const before = await boards.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'board', id: input.id })
  if (before.endedOn !== null) fail('wrong-status', { is: 'ended', needs: 'in use' })
  const today = dayInLondon(acting.clock())
  // What was decided until yesterday was decided by a board that was there.
  if (input.endedOn < today) fail('date-order', { earlier: today, later: input.endedOn })
  const live = await liveMeetings(change, before.id)
  const after = live.find(({ heldOn }) => heldOn > input.endedOn)
  const inUse = { entity: 'board', name: before.name }
  if (after) fail('still-in-use', { ...inUse, by: `the meeting of ${formatDay(after.heldOn)}` })
  const known = await routes.list(change.tx)
  for (const kind of ['business_case', 'authority_request'] as const) {
    const route = routeInForce(known, kind, input.endedOn)
    const isOnIt = route?.stages.some(({ by }) => by.kind === 'board' && by.boardId === before.id)
    if (route && isOnIt) fail('still-in-use', { ...inUse, by: `the route “${route.name}”` })
  }
  const ended = await boards.save(change, { ...before, endedOn: input.endedOn, revision: before.revision + 1 })
  return {
    subject: { kind: 'board', id: ended.id },
    transition: 'in use → ended',
    value: ended,
    detail: { endedOn: input.endedOn },
  }
}

const boardOf = ({ seats: _, ...given }: NewBoard, id: Id): Omit<Board, 'seats' | 'revision'> => ({
  name: given.name,
  organisationIds: given.organisationIds,
  functions: given.functions,
  parentId: given.parentId,
  quorum: given.quorum,
  voting: given.voting,
  cadence: given.cadence,
  id,
  isRemoved: false,
  endedOn: null,
})

const seatsOf = ({ seats }: NewBoard, { newId }: Acting): Seat[] =>
  seats.map((seat) => ({ ...seat, id: seat.id ?? newId() }))

/** Throws `name-taken`, `not-found` for a person, an organisation or a board that is not there, `board-loop`, and what `checkBoard` throws. */
const check = async ({ tx }: Change, board: Board, { clock }: Acting): Promise<void> => {
  const others = (await boards.list(tx)).filter(({ id }) => id !== board.id)
  const isTaken = others.some(({ name }) => name.toLowerCase() === board.name.toLowerCase())
  if (isTaken) fail('name-taken', { entity: 'board', name: board.name })
  const known = await organisations.list(tx)
  const named = [
    ...board.organisationIds,
    ...board.quorum.perOrganisation.map(({ organisationId }) => organisationId),
    ...board.seats.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])),
  ]
  const unknown = named.find((id) => !known.some((organisation) => organisation.id === id))
  if (unknown) fail('not-found', { entity: 'organisation', id: unknown })
  const people = new Set((await accounts.list(tx)).map(({ id }) => id))
  const stranger = board.seats
    .flatMap(({ accountId, alternateIds }) => [accountId, ...alternateIds])
    .find((id) => !people.has(id))
  if (stranger) fail('not-found', { entity: 'account', id: stranger })
  refuseLoop(board, others)
  checkBoard(board, new Map(known.map(({ id, name }) => [id, name])), dayInLondon(clock()))
}

/** A board stands below others, and never below itself. */
const refuseLoop = (board: Board, others: Board[]): void => {
  for (let { parentId } = board; parentId !== null; ) {
    if (parentId === board.id) fail('board-loop', { board: board.name })
    const above = parentId
    const parent = others.find(({ id }) => id === above) ?? fail('not-found', { entity: 'board', id: above })
    parentId = parent.parentId
  }
}

const liveMeetings = async ({ tx }: Change, boardId: Id) =>
  (await meetings.list(tx, { boardId })).filter(({ status }) => status === 'planned' || status === 'agenda_published')

const refusePublished = async (change: Change, { id, name }: Board): Promise<void> => {
  const published = (await liveMeetings(change, id)).find(({ status }) => status === 'agenda_published')
  if (published) fail('still-in-use', { entity: 'board', name, by: `the agenda of ${formatDay(published.heldOn)}` })
}

/** A quorum is not made afterwards: who holds which seat on the day of a meeting stays once it is under way or its day is over. */
const refuseAfterwards = async (change: Change, before: Board, after: Board, today: CalendarDay): Promise<void> => {
  const sat = (board: Board, day: CalendarDay) =>
    canonicalJson(seatsOn(board, day).map(({ fromOn: _from, toOn: _to, ...seat }) => seat))
  const held = (await liveMeetings(change, after.id)).find(
    (meeting) =>
      (isUnderWay(meeting) || (meeting.status === 'agenda_published' && meeting.heldOn < today)) &&
      sat(before, meeting.heldOn) !== sat(after, meeting.heldOn),
  )
  if (held) fail('still-in-use', { entity: 'board', name: after.name, by: `the meeting of ${formatDay(held.heldOn)}` })
}
