import type { Change } from '../../../../db/change.ts'
import { postedUnder } from '../../../../db/queries/postedUnder.ts'
import { businessCases, decisions, ruleValues } from '../../../../db/subjects.ts'
import { approvalLines } from '../../../../domain/authority/approvalLines.ts'
import { requestAmount } from '../../../../domain/authority/requestDecision.ts'
import type { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'
import { isKey } from '../../../../domain/programme/decisions.ts'

/** The decision that approves a case: the board that took it, on which day, and the paper that was before them. */
export interface Approval {
  on: CalendarDay
  newId: () => Id
  paperSha256: string | null
}

/**
 * Puts the approval of a case on record, within the change that saves the case. What it releases is posted by time, as
 * soon as there is authority above the scheme to release it from (`releaseApproved`). A release of the cases before it
 * that still waits is withdrawn: this one takes its place.
 */
export const recordApproval = async (
  change: Change,
  businessCase: BusinessCase,
  board: { name: string },
  { on, newId, paperSha256 }: Approval,
): Promise<Decision> => {
  const earlier = await decisionsOfEarlierCases(change, businessCase)
  for (const waiting of earlier.filter((each) => each.status === 'made')) {
    await decisions.save(change, { ...waiting, isRemoved: true, revision: waiting.revision + 1 })
  }
  const ids = earlier.map(({ id }) => id)
  const lines = approvalLines(businessCase, await postedUnder(change.tx, ids, 'released'))
  const isKeyDecision = isKey(requestAmount(lines), on, await ruleValues.list(change.tx))
  return await decisions.insert(change, {
    id: newId(),
    revision: 1,
    isRemoved: false,
    reference: `${businessCase.reference.slice(0, 50)} v${businessCase.version}`,
    title: `Approval of ${businessCase.title}`.slice(0, 300),
    decisionTaker: board.name,
    kind: isKeyDecision ? 'key' : 'significant_operational',
    madeOn: on,
    publishedOn: null,
    isCallInEligible: false,
    effectiveOn: on,
    allocationKind: 'injection',
    status: 'made',
    lines,
    note: '',
    about: { kind: 'business_case', id: businessCase.id },
    paperSha256,
  })
}

const decisionsOfEarlierCases = async ({ tx }: Change, { supersedesId }: BusinessCase): Promise<Decision[]> => {
  const found: Decision[] = []
  let earlierId = supersedesId
  while (earlierId) {
    found.push(...(await decisions.list(tx, { about: { kind: 'business_case', id: earlierId } })))
    earlierId = (await businessCases.get(tx, earlierId)).supersedesId
  }
  return found
}
