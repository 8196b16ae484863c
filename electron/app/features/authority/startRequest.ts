import { z } from 'zod'
import { programmeFacts } from '../../../../db/queries/programmeFacts.ts'
import type { Reading } from '../../../../db/schema.ts'
import { authorityRequests } from '../../../../db/subjects.ts'
import { AuthorityRequest, RequestContents } from '../../../../domain/authority/authorityRequest.ts'
import { notYetActedOn } from '../../../../domain/authority/notYetActedOn.ts'
import { proposedFunding, proposedLines } from '../../../../domain/authority/proposedRequest.ts'
import { nextVersion } from '../../../../domain/authority/requestLifecycle.ts'
import { CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Service } from '../../command.ts'
import { promisedLines } from './promises.ts'
import { requestAt } from './requestAt.ts'

export const RequestStart = z.strictObject({
  reference: AuthorityRequest.shape.reference,
  title: RequestContents.shape.title,
  decisionTaker: RequestContents.shape.decisionTaker,
  decisionDueOn: CalendarDay.nullable(),
  /** What its lines are proposed by, from the plan that has no authority yet; `nothing` begins without lines. */
  linesBy: z.enum(['scheme', 'theme', 'nothing']),
})

const noWords = Object.fromEntries(
  Object.keys(RequestContents.shape.narrative.shape).map((part) => [part, '']),
) as AuthorityRequest['narrative']

/** Begins a request with the lines that the plan proposes. Throws `name-taken` for a reference that another one has. */
export const startRequest: Service<z.infer<typeof RequestStart>, AuthorityRequest> = async (change, input, acting) => {
  const { linesBy, ...given } = input
  const db = change.tx as unknown as Reading
  const taken = await authorityRequests.list(db, { reference: given.reference })
  if (taken.length > 0) fail('name-taken', { entity: 'authority_request', name: given.reference })
  const facts = await programmeFacts(db, dayInLondon(acting.clock()))
  const lines = linesBy === 'nothing' ? [] : proposedLines(facts, linesBy, await promisedLines(db))
  const value = await authorityRequests.insert(change, {
    ...given,
    id: acting.newId(),
    revision: 1,
    isRemoved: false,
    version: 1,
    supersedesId: null,
    ...notYetActedOn,
    writers: [acting.actor],
    lines,
    funding: proposedFunding(facts, lines),
    cover: {
      wards: [],
      isSignificantForWards: false,
      significance: '',
      hasEqualityImplications: null,
      isCallInEligible: true,
      callInExemption: '',
      isExempt: false,
      exemptParagraph: '',
      publicInterest: '',
    },
    narrative: noWords,
  })
  return {
    subject: { kind: 'authority_request', id: value.id },
    transition: 'draft',
    value,
    detail: { reference: value.reference, lines: lines.length },
  }
}

export const NewVersion = z.strictObject({ id: Id, revision: z.int().min(1) })

/** Begins the next version of a request that was deferred, refused, referred back or withdrawn. */
export const newRequestVersion: Service<z.infer<typeof NewVersion>, AuthorityRequest> = async (
  change,
  input,
  { actor, newId },
) => {
  const { before, next } = nextVersion(await requestAt(change.tx, input), { id: newId(), actor })
  await authorityRequests.save(change, before)
  const value = await authorityRequests.insert(change, next)
  return {
    subject: { kind: 'authority_request', id: value.id },
    transition: 'draft',
    value,
    detail: { reference: value.reference, version: value.version },
  }
}
