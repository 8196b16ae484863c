import { canonicalJson } from '../../../../domain/canonicalJson.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Confirmation, Correction } from '../../../../domain/reading/reportReading.ts'
import type { Context } from '../../operation.ts'
import type { ReadingDraft } from './readingDrafts.ts'

type Session = Pick<Context, 'state' | 'session'>

const MOST_WORDS = 2_000

/** Puts the reader's words in the place of what stands there; the document stays as it is. Throws `document-closed`, `wrong-status`. */
export const correctReading = (context: Session, { id, place, text }: Correction & { id: Id }): void => {
  if (text.length > MOST_WORDS) fail('bad-request', { fields: [{ path: 'text', message: 'too_big' }] })
  change(context, id, (draft) => ({
    ...draft,
    corrections: [...draft.corrections.filter((each) => !isSame(each.place, place)), { place, text }],
  }))
}

/** Lets count again what the document prints there. */
export const withdrawCorrection = (context: Session, { id, place }: Pick<Correction, 'place'> & { id: Id }): void =>
  change(context, id, (draft) => ({
    ...draft,
    corrections: draft.corrections.filter((each) => !isSame(each.place, place)),
  }))

/** Says what a printed name stands for. */
export const confirmName = (context: Session, { id, ...said }: Confirmation & { id: Id }): void =>
  change(context, id, (draft) => ({
    ...draft,
    confirmations: [
      ...draft.confirmations.filter(({ kind, printed }) => kind !== said.kind || printed !== said.printed),
      said,
    ],
  }))

const change = ({ state, session }: Session, id: Id, step: (draft: ReadingDraft) => ReadingDraft): void => {
  const draft = state.readings.get(session, id)
  if (draft.keptAs !== null) fail('wrong-status', { is: 'kept', needs: 'not kept' })
  state.readings.change(session, step(draft))
}

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)
