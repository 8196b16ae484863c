import { createHash } from 'node:crypto'
import type { Reading, Tx } from './schema.ts'

/** Keeps bytes under their SHA-256, each once however many files hold them; gives the digest. */
export const keepBytes = async (tx: Tx, bytes: Uint8Array): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await tx
    .insertInto('attachment_content')
    .values({ sha256, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  return sha256
}

/** The bytes of a digest; undefined where the file does not hold them, or holds others than they were. */
export const findBytes = async (db: Reading, sha256: string): Promise<Uint8Array | undefined> => {
  const row = await db.selectFrom('attachment_content').select('bytes').where('sha256', '=', sha256).executeTakeFirst()
  if (!row) return undefined
  return createHash('sha256').update(row.bytes).digest('hex') === sha256 ? row.bytes : undefined
}
