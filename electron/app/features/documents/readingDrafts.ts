import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { ReadDocument } from '../../../../domain/reading/readDocument.ts'
import type { Confirmation, Correction } from '../../../../domain/reading/reportReading.ts'

/** A file as somebody gave it, and what it is by what it holds. */
export interface GivenFile {
  name: string
  contentType: string
  bytes: Uint8Array
}

/** A document that is being looked at and that nobody has kept: apart from every programme, and gone when the program ends. */
export interface ReadingDraft extends GivenFile {
  id: Id
  document: ReadDocument
  corrections: Correction[]
  confirmations: Confirmation[]
  /** The reading of the open programme that it shows once more; nothing of that can be changed. */
  keptAs: Id | null
}

export interface ReadingDrafts {
  add: (session: string, draft: ReadingDraft) => void
  /** Throws `document-closed`, also for what another session reads. */
  get: (session: string, id: Id) => ReadingDraft
  /** Puts the next state in the place of the one before. Throws `document-closed`. */
  change: (session: string, next: ReadingDraft) => void
  drop: (session: string, id: Id) => void
}

/** Of all sessions together; the oldest go first, so that what nobody closes costs no more memory than this. */
const MOST_DRAFTS = 6

export const createReadingDrafts = (): ReadingDrafts => {
  const drafts = new Map<Id, { session: string; draft: ReadingDraft }>()
  const get = (session: string, id: Id): ReadingDraft => {
    const found = drafts.get(id)
    return found?.session === session ? found.draft : fail('document-closed', {})
  }
  return {
    add(session, draft) {
      drafts.set(draft.id, { session, draft })
      for (const old of [...drafts.keys()].slice(0, -MOST_DRAFTS)) drafts.delete(old)
    },
    get,
    change(session, next) {
      get(session, next.id)
      drafts.set(next.id, { session, draft: next })
    },
    drop(session, id) {
      if (drafts.get(id)?.session === session) drafts.delete(id)
    },
  }
}
