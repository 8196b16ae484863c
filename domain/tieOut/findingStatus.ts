import { z } from 'zod'
import { fail } from '../errors.ts'
import { Id } from '../id.ts'

const text = (limit: number) => z.string().trim().max(limit)

/** What people have done about one finding. Its `fingerprint` is that of the figures they looked at. */
export const FindingRecord = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  findingId: text(500).min(1),
  fingerprint: text(2000),
  status: z.enum(['open', 'answered', 'closed']),
  /** The role that is to look into it, never a person's name. */
  owner: text(200).min(1).nullable(),
  answer: text(2000),
  closedBecause: text(2000),
})
export type FindingRecord = z.infer<typeof FindingRecord>

export type FindingStatus = FindingRecord['status']

interface Watched {
  id: string
  fingerprint: string
}

/** A record of a finding that nobody has touched yet. */
export const untouched = (id: Id, finding: Watched): FindingRecord => ({
  id,
  revision: 1,
  isRemoved: false,
  findingId: finding.id,
  fingerprint: finding.fingerprint,
  status: 'open',
  owner: null,
  answer: '',
  closedBecause: '',
})

/** Open as long as nobody has dealt with it, and again as soon as its figures differ from those that were looked at. */
export const effectiveStatus = (finding: Watched, record: FindingRecord | undefined): FindingStatus =>
  record === undefined || record.fingerprint !== finding.fingerprint ? 'open' : record.status

/** Throws `wrong-status` for a closed finding. */
export const assign = (before: FindingRecord, finding: Watched, owner: string): FindingRecord => ({
  ...next(before, finding),
  owner,
})

/** Throws `wrong-status` unless the finding is open. */
export const answer = (before: FindingRecord, finding: Watched, words: string): FindingRecord => {
  const after = next(before, finding)
  if (after.status !== 'open') return fail('wrong-status', { is: after.status, needs: 'open' })
  return { ...after, status: 'answered', answer: needed('answer', words) }
}

/** Throws `wrong-status` for a closed finding and `bad-request` for one without a reason. */
export const close = (before: FindingRecord, finding: Watched, reason: string): FindingRecord => ({
  ...next(before, finding),
  status: 'closed',
  closedBecause: needed('reason', reason),
})

const next = (before: FindingRecord, finding: Watched): FindingRecord => {
  const status = effectiveStatus(finding, before)
  if (status === 'closed') return fail('wrong-status', { is: status, needs: 'open or answered' })
  return { ...before, revision: before.revision + 1, fingerprint: finding.fingerprint, status }
}

const needed = (field: string, words: string): string => {
  const trimmed = words.trim()
  return trimmed === '' ? fail('bad-request', { fields: [{ path: field, message: 'required' }] }) : trimmed
}
