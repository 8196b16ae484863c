import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reading } from '../schema.ts'

/** The digests of attachments and documents whose bytes are gone or others by now; one file is read at a time, because each may be large. */
export const alteredAttachments = async (db: Reading): Promise<string[]> => {
  const { rows: kept } = await sql<{ sha256: string }>`
    select distinct json_extract(attachment.value, '$.sha256') as sha256
    from business_case, json_each(business_case.attachments_json) as attachment
    union select sha256 from document_reading
    union select sha256 from attachment_content order by sha256
  `.execute(db as never)
  const altered: string[] = []
  for (const { sha256 } of kept) {
    const row = await db
      .selectFrom('attachment_content')
      .select('bytes')
      .where('sha256', '=', sha256)
      .executeTakeFirst()
    if (!row || createHash('sha256').update(row.bytes).digest('hex') !== sha256) altered.push(sha256)
  }
  return altered
}
