import { documentReadings } from '../../../../db/subjects.ts'
import type { Id } from '../../../../domain/id.ts'
import { knownNames } from '../../../../domain/reading/knownNames.ts'
import type { Context } from '../../operation.ts'
import { checksInWords } from '../checksScreen.ts'
import { judgedDraft } from './judgedDraft.ts'
import { placesInDocument } from './placesInDocument.ts'
import { sha256Of } from './readGiven.ts'

interface Asked {
  id: Id
  /** Whether the document is held against the open programme, and not only against itself. */
  isAgainst: boolean
}

/** A document beside what was read of it, what does not tie, and what its reader has said. Throws `document-closed`. */
export const readingScreen = async (
  { state, session }: Pick<Context, 'state' | 'session'>,
  { id, isAgainst }: Asked,
) => {
  const draft = state.readings.get(session, id)
  const { name, bytes, contentType, document, corrections, confirmations, keptAs } = draft
  // Not within the snapshot of a read: judging a long document takes a while.
  const against = isAgainst ? await state.read(null, (facts) => facts) : null
  const judged = await judgedDraft(state, draft, against)
  return {
    id,
    name,
    size: bytes.byteLength,
    contentType,
    keptAs,
    isAgainst,
    /** What the open programme keeps the same file as; null where it does not. */
    loadedAs: isAgainst ? await keptName(state, sha256Of(bytes)) : null,
    document,
    reading: judged.reading,
    known: against ? knownNames(against) : [],
    checks: { ...checksInWords(judged.findings), places: placesInDocument(judged) },
    corrections,
    confirmations,
  }
}

const keptName = async (state: Context['state'], sha256: string): Promise<string | null> =>
  await state.look(null, async (db) => (await documentReadings.list(db, { sha256 }))[0]?.name ?? null)
