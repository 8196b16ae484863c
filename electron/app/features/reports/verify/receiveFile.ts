import { z } from 'zod'
import { fail } from '../../../../../domain/errors.ts'
import { type Context, fieldsOf } from '../../../operation.ts'
import { plainFileName } from '../../../plainFileName.ts'
import { readUpTo } from '../../../readUpTo.ts'
import { whoActs } from '../../../whoActs.ts'
import { askedBy, WorkId } from '../../../work/works.ts'
import { verifyFile } from './verifyFile.ts'

/** In bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024

/** What a file is called, and under which name looking at it can be stopped. */
const GivenName = z.strictObject({ name: z.string().trim().min(1).max(200), work: WorkId.optional() })

/** The verdict on the file whose bytes are the body of a request and whose name stands in a header. Throws `too-large`. */
export const receiveFile = async (context: Context, request: Request, about: unknown): Promise<Response> => {
  const { state, caller, seat, session } = context
  const actor = await whoActs(state, caller, seat)
  const given = GivenName.safeParse(about)
  if (!given.success) return fail('bad-request', fieldsOf(given.error))
  const bytes = await readUpTo(request.body, LARGEST_FILE)
  if (bytes === null) return fail('too-large', { limit: LARGEST_FILE })
  const file = { name: plainFileName(given.data.name), bytes }
  const asked = askedBy({ session }, given.data.work)
  const value = await state.works.whole(asked, () => verifyFile(state, actor, file, asked))
  return Response.json({ value })
}
