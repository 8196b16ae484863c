import { isRequestStep } from '../../../domain/authority/requestSteps.ts'
import type { Meeting } from '../../../domain/board/meeting.ts'
import { caseSteps } from '../../../domain/businessCase/caseLifecycle.ts'
import { daysBetween } from '../../../domain/calendarDay.ts'
import type { Done, World } from './approvalWorld.ts'

type Note = (isWrong: boolean, words: string) => void

/** What an accepted command has done that nobody may do; looked at from what was done, and not by the rules that let it. */
export const wrongSteps = (before: World, after: World, step: Done, done: readonly Done[]): string[] => {
  const found: string[] = []
  const { command, by, on } = step
  const note: Note = (isWrong, words) => {
    if (isWrong) found.push(`${words}: ${command} by ${by} on ${on}`)
  }
  ownItems(before, after, step, note)
  statesLed(before, after, step, note)
  if (total(after, 'authority') !== total(before, 'authority')) authorityGiven(after, step, done, note)
  if (total(after, 'released') !== total(before, 'released')) released(after, note)
  note(total(after, 'authority') > total(after, 'allocation'), 'authority above allocation')
  note(total(after, 'released') > total(after, 'authority'), 'released above authority')
  if (command === 'meetings.recordOutcome' && after.meeting) boardActed(after, after.meeting, note)
  // Once it is confirmed the meeting is over, and what it was like stands in the world before.
  if (command === 'meetings.confirmItem' && before.meeting) boardActed(before, before.meeting, note)
  return found
}

/** The sum of a level of the ledger, in pence. */
const total = ({ ledger }: World, level: string): number =>
  ledger.balances.filter((line) => line.level === level).reduce((sum, { amount }) => sum + amount, 0)

const onRequests = [
  'requests.financeCheck',
  'requests.legalCheck',
  'requests.decide',
  'requests.publishDecision',
  'requests.scrutinyOutcome',
]
const onCases = ['cases.accept', 'cases.returnToWriter', 'cases.dischargeCondition']
const byBoards = ['meetings.recordOutcome', 'meetings.confirmItem']

/** R14, by the person: who wrote, sent off, proposed, recorded or decided is never the second person. */
const ownItems = (before: World, after: World, { command, by }: Done, note: Note): void => {
  const { request, case: businessCase, meeting, proposal } = before
  note(onRequests.includes(command) && request.writers.includes(by), 'their own request')
  note([...onCases, ...byBoards].includes(command) && businessCase.writers.includes(by), 'their own case')
  note(command === 'cases.submit' && !after.case.writers.includes(by), 'sent off by nobody')
  note(command === 'requests.validate' && !after.request.writers.includes(by), 'sent off by nobody')
  note(command === 'requests.scrutinyOutcome' && request.decision?.by === by, 'scrutiny of their own decision')
  note(command === 'meetings.confirmItem' && meeting?.items[0]?.outcome?.recordedBy === by, 'confirmed alone')
  note(['proposals.accept', 'proposals.refuse'].includes(command) && proposal.proposedBy === by, 'their own proposal')
  const metBy = businessCase.conditions.filter((each) => each.dischargedBy === null).map((each) => each.metBy)
  const isAlone = command === 'cases.dischargeCondition' && metBy.every((who) => who === null || who === by)
  note(isAlone, 'discharged what they said is met')
}

const statesLed = (before: World, after: World, { command }: Done, note: Note): void => {
  const from = command === 'requests.newVersion' ? null : before.request.status
  const isOther = after.request.status !== before.request.status
  note(isOther && !isRequestStep(command, from, after.request.status), 'no such step of a request')
  const led = (each: (typeof caseSteps)[number]) => each.from === before.case.status && each.to === after.case.status
  const isNext = command === 'cases.newVersion' && after.case.status === 'draft'
  const isCaseOther = after.case.status !== before.case.status
  note(isCaseOther && !isNext && !caseSteps.some(led), 'no such step of a case')
  const { recommendedOn, approvedOn, stagesPassed } = after.case
  note(approvedOn !== null && (recommendedOn === null || stagesPassed !== 2), 'approved and never recommended')
  note(
    approvedOn !== null && recommendedOn !== null && approvedOn < recommendedOn,
    'approved before its recommendation',
  )
}

const chain = [
  'requests.financeCheck',
  'requests.legalCheck',
  'requests.publishNotice',
  'requests.decide',
  'requests.publishDecision',
]

const authorityGiven = ({ request }: World, { on }: Done, done: readonly Done[], note: Note): void => {
  const wasDone = (name: string) => done.some((each) => each.command === name)
  note(request.status !== 'effective' || request.decision?.outcome !== 'approved', 'authority without a decision')
  note(!chain.every(wasDone), 'authority past a stage')
  const { notice, decision, publishedOn, callIn, readyOn, financeCheck } = request
  note(!notice || !decision || daysBetween(notice.publishedOn, decision.madeOn) < 29, 'authority without notice')
  // Published on a Sunday, five working days end on the Friday, and the effect is on the Saturday.
  const isShort = publishedOn === null || (callIn === null && daysBetween(publishedOn, on) < 6)
  note(isShort, 'authority within the call-in window')
  note(callIn !== null && callIn.outcome !== 'released', 'authority called in and not released')
  note(!readyOn || !financeCheck || financeCheck.on < readyOn, 'authority on steps before it was ready')
}

const released = (after: World, note: Note): void => {
  const { status, approvedOn, approved, conditions } = after.case
  note(approvedOn === null || !status.startsWith('approved'), 'released without an approval')
  const isOpen = conditions.some((each) => !each.isAfterRelease && each.dischargedBy === null)
  note(isOpen, 'released with a condition that is open')
  const most = approved.reduce((sum, { amount }) => sum + amount, 0)
  note(total(after, 'released') !== most, 'released another amount than was approved')
}

const consents = ['recommended', 'approved', 'approved_with_conditions']

const boardActed = (world: World, meeting: Meeting, note: Note): void => {
  const { today, boards, case: businessCase } = world
  const board = boards.find(({ id }) => id === meeting.boardId)
  const [item] = meeting.items
  if (!board || !item?.outcome) {
    note(true, 'a board without an outcome')
    return
  }
  const { writers } = businessCase
  const barred = meeting.interests.map(({ accountId }) => accountId)
  const sittings = meeting.attendance.filter(({ presence }) => presence === 'present')
  const memberOf = (seatId: string) => board.seats.find(({ id }) => id === seatId)
  const counting = sittings.filter(({ seatId, accountId }) => {
    const member = memberOf(seatId)?.accountId
    return member !== undefined && !barred.includes(accountId) && !barred.includes(member)
  })
  note(new Set(counting.map(({ accountId }) => accountId)).size < 2, 'a decision without a quorum')
  const hasChair = counting.some(({ seatId }) => memberOf(seatId)?.isChair)
  note(board.quorum.isChairRequired && !hasChair, 'a decision without a chair')
  note(today < meeting.heldOn, 'a decision before its day')
  const isWritten = item.votes.some(({ accountId, seatId }) =>
    [accountId, memberOf(seatId)?.accountId].some((who) => who !== undefined && writers.includes(who)),
  )
  note(isWritten, 'a vote of who wrote it')
  note(
    item.votes.some(({ accountId }) => barred.includes(accountId)),
    'a vote of who has an interest',
  )
  const count = (vote: string) => item.votes.filter((each) => each.vote === vote).length
  const [inFavour, against] = [count('for'), count('against')]
  const isTied = inFavour === against
  if (consents.includes(item.outcome.result)) {
    note(inFavour === 0 || inFavour < against, 'consent without a majority')
    note(isTied && !board.voting.hasCastingVote, 'consent by a casting vote that there is not')
  }
  note(['not_recommended', 'refused'].includes(item.outcome.result) && inFavour > against, 'refused by a minority')
}
