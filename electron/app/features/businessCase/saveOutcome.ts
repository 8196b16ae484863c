import type { Change } from '../../../../db/change.ts'
import { businessCases } from '../../../../db/subjects.ts'
import type { Outcome } from '../../../../domain/board/meeting.ts'
import { applyOutcome, type BoardActing } from '../../../../domain/businessCase/applyOutcome.ts'
import type { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import { statusesBefore, supersede } from '../../../../domain/businessCase/caseLifecycle.ts'

/** Saves what a board did to a case; an approved one takes the place of the version or stage before it. */
export const saveOutcome = async (
  change: Change,
  before: BusinessCase,
  outcome: Pick<Outcome, 'result' | 'conditions' | 'reason'>,
  acting: BoardActing,
): Promise<BusinessCase> => {
  const after = await businessCases.save(change, applyOutcome(before, outcome, acting))
  const isApproved = after.approvedOn !== null && before.approvedOn === null
  const earlier = isApproved && after.supersedesId ? await businessCases.get(change.tx, after.supersedesId) : null
  if (earlier && statusesBefore('supersede').includes(earlier.status)) {
    await businessCases.save(change, supersede(earlier))
  }
  return after
}
