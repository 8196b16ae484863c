import { z } from 'zod'
import type { Change } from '../../../db/change.ts'
import { programmeFacts } from '../../../db/queries/programmeFacts.ts'
import type { Reading } from '../../../db/schema.ts'
import { findingRecords } from '../../../db/subjects.ts'
import { dayInLondon } from '../../../domain/calendarDay.ts'
import { fail } from '../../../domain/errors.ts'
import { Role, roleTitles } from '../../../domain/roles.ts'
import type { Finding } from '../../../domain/tieOut/finding.ts'
import { answer, assign, close, type FindingRecord, untouched } from '../../../domain/tieOut/findingStatus.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import type { Acting, Outcome, Service } from '../command.ts'

const finding = { findingId: z.string().min(1).max(500), fingerprint: z.string().max(2000) }
const words = z.string().trim().min(1).max(2000)

export const Assignment = z.strictObject({ ...finding, owner: Role })
export const assignFinding: Service<z.infer<typeof Assignment>, FindingRecord> = (change, input, acting) =>
  act(change, input, acting, `assigned to ${input.owner}`, (record, found) =>
    assign(record, found, roleTitles[input.owner]),
  )

export const Answer = z.strictObject({ ...finding, answer: words })
export const answerFinding: Service<z.infer<typeof Answer>, FindingRecord> = (change, input, acting) =>
  act(change, input, acting, 'answered', (record, found) => answer(record, found, input.answer))

export const Closing = z.strictObject({ ...finding, reason: words })
export const closeFinding: Service<z.infer<typeof Closing>, FindingRecord> = (change, input, acting) =>
  act(change, input, acting, 'closed', (record, found) => close(record, found, input.reason))

/** Finds the finding in the ledger of this moment, so that nobody closes what they have not seen (`stale`). */
const act = async (
  change: Change,
  input: { findingId: string; fingerprint: string },
  { clock, newId }: Acting,
  transition: string,
  step: (record: FindingRecord, found: Finding) => FindingRecord,
): Promise<Outcome<FindingRecord>> => {
  const facts = await programmeFacts(change.tx as unknown as Reading, dayInLondon(clock()))
  const found = tieOut(facts).find((each) => each.id === input.findingId)
  if (!found) return fail('not-found', { entity: 'finding', id: input.findingId })
  if (found.fingerprint !== input.fingerprint) fail('stale', { entity: 'finding', id: input.findingId })
  const known = (await findingRecords.list(change.tx)).find((record) => record.findingId === input.findingId)
  const value = known
    ? await findingRecords.save(change, step(known, found))
    : await findingRecords.insert(change, { ...step(untouched(newId(), found), found), revision: 1 })
  return {
    subject: { kind: 'finding', id: value.id },
    transition,
    value,
    detail: { finding: input.findingId, rule: found.rule },
  }
}
