import type { Change } from '../../../../db/change.ts'
import { authorityRequests, businessCases, ruleValues } from '../../../../db/subjects.ts'
import { applyBoardOutcome } from '../../../../domain/authority/applyBoardOutcome.ts'
import type { AuthorityRequest } from '../../../../domain/authority/authorityRequest.ts'
import type { Outcome } from '../../../../domain/board/meeting.ts'
import { applyOutcome } from '../../../../domain/businessCase/applyOutcome.ts'
import type { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import { statusesBefore, supersede } from '../../../../domain/businessCase/caseLifecycle.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { ruleOn } from '../../../../domain/route/rulesInForce.ts'
import type { Acting } from '../../command.ts'
import { recordApproval } from '../authority/recordApproval.ts'
import { onRoute } from './agendaSubject.ts'
import type { MeetingAtHand } from './meetingOf.ts'
import type { ReadItem } from './outcomes.ts'

interface Confirmed extends MeetingAtHand {
  outcome: Outcome
  paperId: string | null
  sha256: string | null
  on: CalendarDay
}

/** Brings a confirmed outcome to the business case or the request that it is about. */
export const takeEffect = async (
  change: Change,
  found: MeetingAtHand,
  { item, subject, sha256 }: ReadItem,
  acting: Acting,
): Promise<void> => {
  const { meeting, today } = found
  const { outcome, paperId } = item
  if (subject === null || outcome === null) return
  // A meeting decides on its day; a written procedure may be over before its last one.
  const on = meeting.kind === 'written_procedure' && today < meeting.heldOn ? today : meeting.heldOn
  const confirmed = { ...found, outcome, paperId, sha256, on }
  if (subject.of.kind === 'business_case')
    await decideCase(change, subject.of.value, subject.asks?.act, confirmed, acting)
  else await decideRequest(change, subject.of.value, confirmed, acting)
}

const decideCase = async (
  change: Change,
  before: BusinessCase,
  act: string | undefined,
  { board, outcome, on, sha256 }: Confirmed,
  { actor, newId }: Acting,
): Promise<void> => {
  const validityMonths = ruleOn(await ruleValues.list(change.tx), 'case_validity_months', on)
  const boardAct = act === 'recommend' ? 'recommend' : 'approve'
  const after = applyOutcome(before, outcome, { act: boardAct, on, actor, newId, validityMonths })
  await businessCases.save(change, after)
  if (after.approvedOn === null) return
  await recordApproval(change, after, board, { on, newId, paperSha256: sha256 })
  await supersedeEarlier(change, after)
}

/** The version or the stage before gives way to the one that was approved in its place. */
const supersedeEarlier = async (change: Change, { supersedesId }: BusinessCase): Promise<void> => {
  if (supersedesId === null) return
  const earlier = await businessCases.get(change.tx, supersedesId)
  if (statusesBefore('supersede').includes(earlier.status)) await businessCases.save(change, supersede(earlier))
}

const decideRequest = async (
  change: Change,
  before: AuthorityRequest,
  { outcome, board, paperId, on }: Confirmed,
  { actor }: Acting,
): Promise<void> => {
  const acting = { boardId: board.id, on, actor, paperId: paperId as AuthorityRequest['id'] | null }
  const after = applyBoardOutcome(before, outcome, acting, await onRoute(change.tx, before, on))
  await authorityRequests.save(change, after)
}
