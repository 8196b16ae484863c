import { programmeFacts } from '../../../../db/queries/programmeFacts.ts'
import type { Reading } from '../../../../db/schema.ts'
import { documentReadings } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { StatedDocument } from '../../../../domain/tieOut/stated.ts'
import type { Service } from '../../command.ts'
import { judgedDraft } from './judgedDraft.ts'
import { keepReading } from './keepReading.ts'
import { sha256Of } from './readGiven.ts'
import type { ReadingDraft } from './readingDrafts.ts'
import { withFreshIds } from './withFreshIds.ts'

/**
 * Holds a document that was read against the open programme from now on, and keeps its file. Throws `already-loaded` for a
 * file that is held against it already.
 */
export const loadStated: Service<ReadingDraft, StatedDocument> = async (change, draft, acting) => {
  const sha256 = sha256Of(draft.bytes)
  const [known] = await documentReadings.list(change.tx, { sha256 })
  if (known) fail('already-loaded', { name: known.name })
  const facts = await programmeFacts(change.tx as unknown as Reading, dayInLondon(acting.clock()))
  const { document: judged } = judgedDraft(draft, facts)
  const made = [judged, ...judged.figures, ...judged.claims].map(({ id }) => id)
  const document = withFreshIds(judged, made, acting.newId)
  await keepReading(change, draft, document, acting)
  const { title, figures, claims } = document
  return {
    subject: { kind: 'stated_document', id: document.id },
    transition: 'read and loaded',
    value: document,
    detail: { title, figures: figures.length, claims: claims.length, name: draft.name, sha256 },
    isUndoable: true,
  }
}
