import type { Reading } from '../../../db/schema.ts'
import type { Board } from '../../../domain/board/board.ts'
import type { AgendaItem, Meeting } from '../../../domain/board/meeting.ts'
import { eachEvent, type Past } from './history.ts'

/** What the trail tells that somebody did to their own item, and decisions of boards without a quorum. */
export const wrongActs = async (db: Reading): Promise<string[]> => {
  const found: string[] = []
  await eachEvent(db, (past) => {
    found.push(...wrongsIn(past).map((words) => `event ${past.seq}, ${past.operation} by ${past.actor}: ${words}`))
  })
  return found
}

/** What was wrong in one event, told by the things before and after it. */
export const wrongsIn = (past: Act): string[] => {
  const found: string[] = []
  const note: Note = (isWrong, words) => {
    if (isWrong) found.push(words)
  }
  ownItems(past, note)
  boardActs(past, note)
  return found
}

/** An event, without its place in the trail. */
export type Act = Omit<Past, 'seq' | 'role'>

type Note = (isWrong: boolean, words: string) => void

const onCases = ['cases.accept', 'cases.returnToWriter', 'cases.dischargeCondition']
const onRequests = ['requests.financeCheck', 'requests.legalCheck', 'requests.decide', 'requests.publishDecision']

const ownItems = ({ operation, actor, subjectId, before }: Act, note: Note): void => {
  if (onCases.includes(operation)) {
    note(before('business_case', subjectId)?.writers.includes(actor) ?? true, 'wrote the case')
  }
  if (operation === 'cases.dischargeCondition') {
    const met = before('business_case', subjectId)?.conditions.filter(({ dischargedBy }) => dischargedBy === null)
    note(met?.every(({ metBy }) => metBy === null || metBy === actor) ?? true, 'discharged what they said is met')
  }
  if (onRequests.includes(operation)) {
    note(before('authority_request', subjectId)?.writers.includes(actor) ?? true, 'wrote the request')
  }
  if (operation === 'waivers.approve' || operation === 'waivers.refuse') {
    note(before('waiver', subjectId)?.askedBy === actor, 'asked for it')
  }
  if (operation === 'proposals.accept' || operation === 'proposals.refuse') {
    note(before('proposal', subjectId)?.proposedBy === actor, 'proposed it')
  }
}

const withOutcome = ['meetings.recordOutcome', 'meetings.confirmItem', 'meetings.confirmRecord']

const boardActs = (past: Act, note: Note): void => {
  const { operation, actor, subjectId, before, after } = past
  const meeting = operation.startsWith('meetings.') ? after('meeting', subjectId) : undefined
  const board = meeting && after('board', meeting.boardId)
  if (!meeting || !board) return
  const earlier = before('meeting', subjectId)
  for (const item of meeting.items) {
    const was = earlier?.items.find(({ id }) => id === item.id)
    const writers = before('business_case', item.subjectId)?.writers ?? []
    const isNew = JSON.stringify(was?.votes ?? []) !== JSON.stringify(item.votes)
    note(isNew && item.votes.some(({ accountId }) => writers.includes(accountId)), 'a vote of who wrote it')
    const isDecided = JSON.stringify(was?.outcome ?? null) !== JSON.stringify(item.outcome)
    const isConfirmed = item.isConfirmed && was?.isConfirmed === false
    if (!withOutcome.includes(operation) || !(isConfirmed || (isDecided && item.outcome !== null))) continue
    note(writers.includes(actor), 'wrote what was decided on')
    note(isConfirmed && item.outcome?.recordedBy === actor, 'confirmed what they recorded')
    note(!isQuorate(board, meeting, item), 'without a quorum')
    const needed = item.outcome?.result.startsWith('approved') || item.outcome?.result === 'recommended'
    const count = (vote: string) => item.votes.filter((each) => each.vote === vote).length
    note(needed === true && (count('for') === 0 || count('for') < count('against')), 'without a majority')
  }
}

/** Two at least whom no interest bars, and a chair where the board asks for one; counted anew, by the record alone. */
const isQuorate = (board: Board, meeting: Meeting, item: AgendaItem): boolean => {
  const barred = meeting.interests.filter(({ itemId }) => itemId === item.id).map(({ accountId }) => accountId)
  const here =
    meeting.kind === 'meeting' ? meeting.attendance.filter(({ presence }) => presence === 'present') : item.votes
  const counting = here.flatMap(({ seatId, accountId }) => {
    const seat = board.seats.find(
      ({ id, accountId: own, alternateIds }) => id === seatId && [own, ...alternateIds].includes(accountId),
    )
    return seat && !barred.includes(accountId) && !barred.includes(seat.accountId) ? [{ seat, accountId }] : []
  })
  const people = new Set(counting.map(({ accountId }) => accountId))
  return (
    people.size >= board.quorum.minMembers &&
    (!board.quorum.isChairRequired || counting.some(({ seat }) => seat.isChair))
  )
}
