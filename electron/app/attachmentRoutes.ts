import { LARGEST_ATTACHMENT } from '../../domain/businessCase/fileType.ts'
import { fail } from '../../domain/errors.ts'
import { contentDisposition } from './contentDisposition.ts'
import { AttachmentInput, attachFile, NewAttachment, readAttachment } from './features/businessCase/attachments.ts'
import { type Context, fieldsOf } from './operation.ts'
import { readUpTo } from './readUpTo.ts'

/** The request's own header, so that no file's name stands in an address: `{ id, revision, name }` as JSON, percent-encoded. */
export const ABOUT_FILE = 'x-bcf-file'

/** Takes a file of a business case: its bytes are the body, and what it is stands in a header. Throws `too-large` too. */
export const receiveAttachment = async (context: Context, request: Request): Promise<Response> => {
  const about = NewAttachment.safeParse(decodedJson(request.headers.get(ABOUT_FILE) ?? ''))
  if (!about.success) return fail('bad-request', fieldsOf(about.error))
  const bytes = await readUpTo(request.body, LARGEST_ATTACHMENT)
  if (bytes === null) return fail('too-large', { limit: LARGEST_ATTACHMENT })
  return Response.json({ value: await attachFile(context, about.data, bytes) })
}

/** A file of a business case as something to be saved: the page never draws it, whatever it holds. */
export const sendAttachment = async (context: Context, body: unknown): Promise<Response> => {
  const asked = AttachmentInput.safeParse(body)
  if (!asked.success) return fail('bad-request', fieldsOf(asked.error))
  const { name, bytes } = await readAttachment(context, asked.data)
  return new Response(bytes as BodyInit, {
    headers: { 'content-type': 'application/octet-stream', 'content-disposition': contentDisposition(name) },
  })
}

/** What a header says of the bytes that come with it; null where it is no JSON. */
export const decodedJson = (text: string): unknown => {
  try {
    return JSON.parse(decodeURIComponent(text))
  } catch {
    return null
  }
}
