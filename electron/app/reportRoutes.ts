import { z } from 'zod'
import { fail } from '../../domain/errors.ts'
import { contentDisposition } from './contentDisposition.ts'
import { type Asking, ExportInput, exportReport, PreviewInput, previewReport } from './features/reports/exportReport.ts'
import type { Previews } from './features/reports/previews.ts'
import { IssuedExport, issuedFile, previewWritten, WrittenPreview } from './features/reports/writtenReports.ts'
import { type Context, fieldsOf } from './operation.ts'
import { whoActs } from './whoActs.ts'

/** A report as something to be saved: made now, or as it was issued. */
export const sendExport = async (context: Context, body: unknown): Promise<Response> => {
  const input = read(z.union([ExportInput, IssuedExport]), body)
  const asking = await askingOf(context)
  const { bytes, fileName, contentType } =
    'issueId' in input
      ? await issuedFile(context.state, asking.actor, input)
      : await exportReport(context.state, asking, input)
  return new Response(bytes as BodyInit, {
    headers: { 'content-type': contentType, 'content-disposition': contentDisposition(fileName) },
  })
}

/** Makes a report to be read and gives the address of its page. */
export const makePreview = async (context: Context, previews: Previews, body: unknown): Promise<Response> => {
  const input = read(z.union([PreviewInput, WrittenPreview]), body)
  const asking = await askingOf(context)
  const html =
    'order' in input
      ? await previewReport(context.state, asking, input)
      : await previewWritten(context.state, asking, input)
  const id = context.state.ports.newId()
  previews.add(id, { session: context.session, reader: readerOf(context), html })
  return Response.json({ value: { id } })
}

/** The page of a report, which runs nothing, asks for nothing and stands in no page but the program's own. */
export const showPreview = async (context: Context, previews: Previews, id: string): Promise<Response> => {
  await whoActs(context.state, context.caller, context.seat)
  return new Response(previews.get(id, context.session, readerOf(context)), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': previewPolicy },
  })
}

const previewPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  // The page around it looks into it and prints it; it does nothing by itself.
  'sandbox allow-same-origin allow-modals',
].join('; ')

const askingOf = async ({ state, caller, seat, session }: Context): Promise<Asking> => ({
  actor: await whoActs(state, caller, seat),
  session,
})

const readerOf = ({ state, seat }: Context): string =>
  JSON.stringify([state.hasFile() ? state.file().path : null, seat.accountId, seat.role])

const read = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const input = schema.safeParse(body)
  return input.success ? input.data : fail('bad-request', fieldsOf(input.error))
}
