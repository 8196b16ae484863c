import { z } from 'zod'
import { fail } from '../../domain/errors.ts'
import { Id } from '../../domain/id.ts'
import { contentDisposition } from './contentDisposition.ts'
import { FindingsInput, findingsFile } from './features/documents/findingsFile.ts'
import { keptFile } from './features/documents/keptReadings.ts'
import { type Context, fieldsOf } from './operation.ts'
import { whoActs } from './whoActs.ts'

const Kept = z.strictObject({ id: Id })

/** A kept document as it was given, to be saved: the page never draws it, whatever it holds. */
export const sendDocument = async (context: Context, body: unknown): Promise<Response> => {
  await whoActs(context.state, context.caller, context.seat)
  const asked = Kept.safeParse(body)
  if (!asked.success) return fail('bad-request', fieldsOf(asked.error))
  const { reading, bytes } = await keptFile(context, asked.data.id)
  return asDownload(bytes, reading.name, 'application/octet-stream')
}

/** What does not tie in a document, as a workbook or a Word document. */
export const sendFindings = async (context: Context, body: unknown): Promise<Response> => {
  await whoActs(context.state, context.caller, context.seat)
  const asked = FindingsInput.safeParse(body)
  if (!asked.success) return fail('bad-request', fieldsOf(asked.error))
  const { bytes, fileName, contentType } = await findingsFile(context, asked.data)
  return asDownload(bytes, fileName, contentType)
}

const asDownload = (bytes: Uint8Array, name: string, contentType: string): Response =>
  new Response(bytes as BodyInit, {
    headers: { 'content-type': contentType, 'content-disposition': contentDisposition(name) },
  })
