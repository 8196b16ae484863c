import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { asDiskFailure } from '../../../../db/asDiskFailure.ts'
import { Failure, fail } from '../../../../domain/errors.ts'
import { mayDo } from '../../../../domain/roles.ts'
import { type Context, fieldsOf } from '../../operation.ts'
import { plainFileName } from '../../plainFileName.ts'
import { whoActs } from '../../whoActs.ts'
import { askedBy, WorkId } from '../../work/works.ts'
import { placeForExtract, removeExtractFiles } from './extractDrafts.ts'
import { extractLimits } from './readers/extractLimits.ts'

const NewExtract = z.strictObject({ name: z.string().trim().min(1).max(200), work: WorkId.optional() })

/**
 * Takes an extract whose bytes are the body of a request straight to the disk, and looks at its beginning. Nothing of it is brought
 * in, and nobody but its session sees it. Throws `not-permitted`, `too-large` and what reading throws.
 */
export const receiveExtract = async (context: Context, request: Request, about: unknown): Promise<Response> => {
  const { state, caller, seat, session } = context
  const actor = await whoActs(state, caller, seat)
  if (!mayDo(actor.role, 'spend')) fail('not-permitted', { operation: 'spend.commit', role: actor.role })
  const given = NewExtract.safeParse(about)
  if (!given.success) return fail('bad-request', fieldsOf(given.error))
  const files = await placeForExtract(state.ports.files.logFolder)
  try {
    await writeUpTo(request.body, files.path, extractLimits.file)
    const survey = await state.runAlone('surveyExtract', { path: files.path }, askedBy({ session }, given.data.work))
    const id = state.ports.newId()
    const name = plainFileName(given.data.name)
    const untouched = { mapping: null, corrections: [], dryRun: null }
    await state.extracts.add(session, { id, name, files, survey, ...untouched })
    return Response.json({ value: { id } })
  } catch (error) {
    await removeExtractFiles(files)
    throw error
  }
}

const writeUpTo = async (body: ReadableStream<Uint8Array> | null, path: string, limit: number): Promise<void> => {
  let size = 0
  const bounded = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.byteLength
      if (size > limit) done(new Failure('too-large', { limit }))
      else done(null, chunk)
    },
  })
  const source = body === null ? Readable.from([]) : Readable.fromWeb(body as never)
  try {
    await pipeline(source, bounded, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    throw asDiskFailure(error, path)
  }
}
