import { createHash } from 'node:crypto'
import type { Change } from '../../../db/change.ts'
import { papers } from '../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { canonicalJson } from '../../../domain/canonicalJson.ts'
import type { Id } from '../../../domain/id.ts'
import type { Paper } from '../../../domain/paper/paper.ts'

export type PaperSubject =
  | { kind: 'business_case'; value: BusinessCase }
  | { kind: 'authority_request'; value: AuthorityRequest }

/** Keeps a thing as it stands, in RFC 8785 form with its SHA-256; the paper that is there already where that was done. */
export const freezePaper = async (change: Change, subject: PaperSubject, newId: () => Id): Promise<Paper> => {
  const { kind, value } = subject
  const content = canonicalJson(value)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const known = (await papers.list(change.tx, { subjectId: value.id })).find((paper) => paper.sha256 === sha256)
  if (known) return known
  return await papers.insert(change, {
    id: newId(),
    revision: 1,
    isRemoved: false,
    subjectKind: kind,
    subjectId: value.id,
    subjectRevision: value.revision,
    sha256,
    content,
  })
}
