import { createHash } from 'node:crypto'
import type { Reading } from '../schema.ts'

/** The digests of attachments, documents and issued reports whose bytes are gone or others by now; one file is read at a time, because each may be large. */
export const alteredAttachments = async (db: Reading): Promise<string[]> => {
  const cases = await db.selectFrom('business_case').select('attachments_json').execute()
  const documents = await db.selectFrom('document_reading').select('sha256').execute()
  const issues = await db
    .selectFrom('issued_report')
    .select(['model_sha256', 'public_model_sha256', 'files_json'])
    .execute()
  const contents = await db.selectFrom('attachment_content').select('sha256').execute()
  const kept = new Set([
    ...cases.flatMap(({ attachments_json }) => digestsIn(attachments_json)),
    ...issues.flatMap(({ files_json }) => digestsIn(files_json)),
    ...issues.flatMap(({ model_sha256, public_model_sha256 }) =>
      public_model_sha256 === null ? [model_sha256] : [model_sha256, public_model_sha256],
    ),
    ...[...documents, ...contents].map(({ sha256 }) => sha256),
  ])
  const altered: string[] = []
  for (const sha256 of kept) {
    if (typeof sha256 !== 'string' || (await digestOfKept(db, sha256)) !== sha256) altered.push(String(sha256))
  }
  return altered.sort()
}

const digestOfKept = async (db: Reading, sha256: string): Promise<string | null> => {
  const kept = db.selectFrom('attachment_content').select('bytes').where('sha256', '=', sha256)
  const bytes: unknown = (await kept.executeTakeFirst())?.bytes
  return bytes instanceof Uint8Array ? createHash('sha256').update(bytes).digest('hex') : null
}

/** What a case or an issue says it holds; nothing where damage has left no such list, of which the thing itself tells. */
const digestsIn = (filesJson: unknown): unknown[] => {
  try {
    return (JSON.parse(filesJson as string) as { sha256: unknown }[]).map(({ sha256 }) => sha256)
  } catch {
    return []
  }
}
