import type { Reading, Tx } from '../../../../db/schema.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { ChangeFacts } from '../../../../domain/change/changeFacts.ts'
import type { ChangeKind, ChangeRequest } from '../../../../domain/change/changeRequest.ts'
import { checkChange } from '../../../../domain/change/checkChange.ts'
import { checkCovered } from '../../../../domain/change/checkCovered.ts'
import { linesToPost } from '../../../../domain/change/linesToPost.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'
import { checkBesidePromises, promisedLines } from '../authority/promises.ts'

const allocationKindOf: Record<ChangeKind, Decision['allocationKind']> = {
  virement: 'virement',
  // It moves money from source to source and leaves every year as it is, as a virement does between schemes.
  funding_swap: 'virement',
  reprofile: 'reprofile',
  slippage: 'reprofile',
  acceleration: 'reprofile',
  injection: 'injection',
  reduction: 'reduction',
  correction: 'correction',
}

/** What is known of a decision before the rest of it follows from the change. */
type Given = Pick<Decision, 'id' | 'reference' | 'decisionTaker' | 'kind' | 'madeOn' | 'effectiveOn'> &
  Partial<Pick<Decision, 'publishedOn' | 'isCallInEligible' | 'note'>>

/** The decision under which a change is posted, with everything that it brings to the ledger. */
export const decisionOn = (
  change: Pick<ChangeRequest, 'kind' | 'lines' | 'whatChanges'> & { id: Id },
  given: Given,
  { balances }: ChangeFacts,
): Decision => ({
  revision: 1,
  isRemoved: false,
  title: change.whatChanges.slice(0, 300),
  publishedOn: null,
  isCallInEligible: false,
  note: '',
  allocationKind: allocationKindOf[change.kind],
  status: 'made',
  lines: linesToPost(change, balances),
  about: { kind: 'change_request', id: change.id },
  paperSha256: null,
  ...given,
})

/**
 * Holds a change against what its kind does and, as if it were approved on the day, against the ledger and all that is
 * promised. Throws what `checkChange`, `checkCovered` and the ledger's rules throw.
 */
export const refuseUnsoundChange = async (
  db: Reading | Tx,
  change: Pick<ChangeRequest, 'kind' | 'lines'>,
  facts: ChangeFacts,
  { day, newId }: { day: CalendarDay; newId: () => Id },
): Promise<void> => {
  checkChange(change.kind, change.lines)
  await refuseUncovered(db, change.lines, facts)
  const id = newId()
  const given = {
    id,
    reference: 'as asked',
    decisionTaker: 'as asked',
    kind: 'administrative' as const,
    madeOn: day,
    effectiveOn: day,
  }
  await checkBesidePromises(db, decisionOn({ ...change, id, whatChanges: 'As asked' }, given, facts), newId)
}

/** Holds what the lines take against what is there now, and against what is left of it once all that is promised is posted. */
export const refuseUncovered = async (
  db: Reading | Tx,
  lines: ChangeRequest['lines'],
  facts: ChangeFacts,
): Promise<void> => {
  checkCovered(lines, facts)
  checkCovered(lines, { ...facts, balances: [...facts.balances, ...(await promisedLines(db))] })
}
