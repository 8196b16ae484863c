import { documentReadings } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import type { StatedDocument } from '../../../../domain/tieOut/stated.ts'
import type { Acting } from '../../command.ts'
import { runCommand, type Service } from '../../command.ts'
import type { State } from '../../state.ts'
import { judgedDraft } from './judgedDraft.ts'
import { keepReading } from './keepReading.ts'
import { sha256Of } from './readGiven.ts'
import type { ReadingDraft } from './readingDrafts.ts'
import { withFreshIds } from './withFreshIds.ts'

/** Holds a document that was read against the open programme from now on, and keeps its file. */
export const loadStated = async (
  state: Pick<State, 'runAlone' | 'read'>,
  acting: Acting,
  draft: ReadingDraft,
): Promise<StatedDocument | null> => {
  const { document } = await judgedDraft(state, draft, await state.read(null, (facts) => facts))
  return await runCommand(acting, 'documents.loadStated', keepStated, { draft, document })
}

/** Throws `already-loaded` for a file that is held against the programme already. */
const keepStated: Service<{ draft: ReadingDraft; document: StatedDocument }, StatedDocument> = async (
  change,
  { draft, document: judged },
  acting,
) => {
  const sha256 = sha256Of(draft.bytes)
  const [known] = await documentReadings.list(change.tx, { sha256 })
  if (known) fail('already-loaded', { name: known.name })
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
