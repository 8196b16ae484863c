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

/** The findings of one cause, the first one its own; the fingerprint says which figures the reader has seen. */
const findings = z
  .array(z.strictObject({ findingId: z.string().min(1).max(500), fingerprint: z.string().max(2000) }))
  .min(1)
  .max(500)
const words = z.string().trim().min(1).max(2000)

export const Assignment = z.strictObject({ findings, owner: Role })
export const assignFindings: Service<z.infer<typeof Assignment>, FindingRecord[]> = (change, input, acting) =>
  act(change, input, acting, `assigned to ${input.owner}`, (record, found) =>
    assign(record, found, roleTitles[input.owner]),
  )

export const Answer = z.strictObject({ findings, answer: words })
export const answerFindings: Service<z.infer<typeof Answer>, FindingRecord[]> = (change, input, acting) =>
  act(change, input, acting, 'answered', (record, found) => answer(record, found, input.answer))

export const Closing = z.strictObject({ findings, reason: words })
export const closeFindings: Service<z.infer<typeof Closing>, FindingRecord[]> = (change, input, acting) =>
  act(change, input, acting, 'closed', (record, found) => close(record, found, input.reason))

/** Finds each finding in the ledger of this moment, so that nobody closes what they have not seen (`stale`). */
const act = async (
  change: Change,
  input: { findings: z.infer<typeof findings> },
  { clock, newId }: Acting,
  transition: string,
  step: (record: FindingRecord, found: Finding) => FindingRecord,
): Promise<Outcome<FindingRecord[]>> => {
  const facts = await programmeFacts(change.tx as unknown as Reading, dayInLondon(clock()))
  const byId = new Map(tieOut(facts).map((found) => [found.id, found]))
  const known = new Map((await findingRecords.list(change.tx)).map((record) => [record.findingId, record]))
  const rules = new Set<string>()
  const value: FindingRecord[] = []
  for (const { findingId, fingerprint } of input.findings) {
    const found = byId.get(findingId) ?? fail('not-found', { entity: 'finding', id: findingId })
    if (found.fingerprint !== fingerprint) fail('stale', { entity: 'finding', id: findingId })
    const record = known.get(findingId)
    const saved = record
      ? await findingRecords.save(change, step(record, found))
      : await findingRecords.insert(change, { ...step(untouched(newId(), found), found), revision: 1 })
    known.set(findingId, saved)
    rules.add(found.rule)
    value.push(saved)
  }
  return {
    subject: { kind: 'finding', id: value[0]?.id ?? '' },
    transition,
    value,
    detail: { findings: input.findings.map(({ findingId }) => findingId), rules: [...rules] },
  }
}
