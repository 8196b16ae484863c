import { keepBytes } from '../../../../db/attachments.ts'
import type { Change } from '../../../../db/change.ts'
import { insertStatedDocument } from '../../../../db/stated.ts'
import { documentReadings } from '../../../../db/subjects.ts'
import type { DocumentReading } from '../../../../domain/reading/documentReading.ts'
import type { StatedDocument } from '../../../../domain/tieOut/stated.ts'
import type { Acting } from '../../command.ts'
import type { ReadingDraft } from './readingDrafts.ts'

/** Keeps a document: what it states, the file itself under its digest, and how its reader corrected the reading. */
export const keepReading = async (
  change: Change,
  { name, contentType, bytes, corrections, confirmations }: ReadingDraft,
  document: StatedDocument,
  { actor, newId }: Pick<Acting, 'actor' | 'newId'>,
): Promise<DocumentReading> => {
  await insertStatedDocument(change, document)
  return await documentReadings.insert(change, {
    id: newId(),
    revision: 1,
    isRemoved: false,
    documentId: document.id,
    name,
    contentType,
    size: bytes.byteLength,
    sha256: await keepBytes(change.tx, bytes),
    corrections: [...corrections],
    confirmations: [...confirmations],
    readBy: actor,
  })
}
