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

/** A document beside what was read of it, what does not tie, and what its reader has said. Throws `not-found`. */
export const readingScreen = async (
  { state, session }: Pick<Context, 'state' | 'session'>,
  { id, isAgainst }: Asked,
) => {
  const draft = state.readings.get(session, id)
  const { name, bytes, contentType, document, corrections, confirmations, keptAs } = draft
  const show = (against: Parameters<typeof judgedDraft>[1], loadedAs: string | null) => {
    const judged = judgedDraft(draft, against)
    return {
      id,
      name,
      size: bytes.byteLength,
      contentType,
      keptAs,
      isAgainst,
      /** What the open programme keeps the same file as; null where it does not. */
      loadedAs,
      document,
      reading: judged.reading,
      known: against ? knownNames(against) : [],
      checks: {
        ...checksInWords(judged.findings),
        places: placesInDocument(judged),
      },
      corrections,
      confirmations,
    }
  }
  if (!isAgainst) return show(null, null)
  return await state.read(null, async (facts, db) => {
    const [same] = await documentReadings.list(db, { sha256: sha256Of(bytes) })
    return show(facts, same?.name ?? null)
  })
}
