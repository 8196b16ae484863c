import { findBytes } from '../../../../db/attachments.ts'
import type { Reading } from '../../../../db/schema.ts'
import { documentReadings } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { DocumentReading } from '../../../../domain/reading/documentReading.ts'
import type { Context } from '../../operation.ts'
import { readGiven } from './readGiven.ts'

/** The documents that the programme holds against its ledger and keeps the file of, in the order in which they were loaded. */
export const keptReadings = async ({ documents }: ProgrammeFacts, db: Reading) => {
  const readings = await documentReadings.list(db)
  return documents.flatMap(({ id, title, datedOn, figures }) => {
    const reading = readings.find(({ documentId }) => documentId === id)
    if (!reading) return []
    const { name, size, sha256, corrections } = reading
    return [
      { id: reading.id, title, datedOn, figures: figures.length, name, size, sha256, corrections: corrections.length },
    ]
  })
}

/** A kept document with its bytes. Throws `not-found`, and `damaged-file` where the bytes are others by now. */
export const keptFile = async (
  { state }: Pick<Context, 'state'>,
  id: Id,
): Promise<{ reading: DocumentReading; bytes: Uint8Array }> =>
  await state.look(null, async (db) => {
    const reading = await documentReadings.get(db, id)
    return { reading, bytes: (await findBytes(db, reading.sha256)) ?? fail('damaged-file', { file: reading.name }) }
  })

/** Reads a kept document once more, with what its reader corrected, so that both sides can be looked at again. */
export const openKept = async ({ state, session }: Pick<Context, 'state' | 'session'>, id: Id): Promise<{ id: Id }> => {
  const { reading, bytes } = await keptFile({ state }, id)
  const { name, corrections, confirmations } = reading
  const read = await readGiven(state, { name, bytes })
  state.readings.add(session, { ...read, corrections, confirmations, keptAs: id })
  return { id: read.id }
}
