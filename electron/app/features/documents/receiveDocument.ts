import { z } from 'zod'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import { type Context, fieldsOf } from '../../operation.ts'
import { plainFileName } from '../../plainFileName.ts'
import { readUpTo } from '../../readUpTo.ts'
import { whoActs } from '../../whoActs.ts'
import { askedBy, WorkId } from '../../work/works.ts'
import { judgedDraft } from './judgedDraft.ts'
import { readGiven } from './readGiven.ts'

/** In bytes. */
export const LARGEST_DOCUMENT = 25 * 1024 * 1024

/** What a document is called, and under which name its reading can be stopped. */
const NewReading = z.strictObject({ name: z.string().trim().min(1).max(200), work: WorkId.optional() })

/**
 * Reads the document whose bytes are the body of a request and whose name stands in a header: a path would be the page's word.
 * Nothing of it is kept but for the session that it was given to. Throws `too-large` and what reading throws.
 */
export const receiveDocument = async (context: Context, request: Request, about: unknown): Promise<Response> => {
  const { state, caller, seat, session } = context
  await whoActs(state, caller, seat)
  const given = NewReading.safeParse(about)
  if (!given.success) return fail('bad-request', fieldsOf(given.error))
  const bytes = await readUpTo(request.body, LARGEST_DOCUMENT)
  if (bytes === null) return fail('too-large', { limit: LARGEST_DOCUMENT })
  const name = plainFileName(given.data.name)
  const draft = await readGiven(state, { name, bytes }, askedBy({ session }, given.data.work))
  // What takes too long to judge is refused before anybody looks at it.
  await judgedDraft(state, draft, null)
  state.readings.add(session, draft)
  return Response.json({ value: { id: draft.id satisfies Id } })
}
