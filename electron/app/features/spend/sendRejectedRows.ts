import { z } from 'zod'
import { type ShownRow, stagedRejected } from '../../../../db/extractStage.ts'
import { importedRows } from '../../../../db/queries/spendPages.ts'
import { spendImports } from '../../../../db/subjects.ts'
import { csvFile, csvText } from '../../../../domain/csv.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { safeFileName } from '../../../../domain/reportFileName.ts'
import type { Mapping } from '../../../../domain/spend/mapping.ts'
import { contentDisposition } from '../../contentDisposition.ts'
import { type Context, fieldsOf } from '../../operation.ts'
import { whoActs } from '../../whoActs.ts'

const Asked = z.strictObject({ id: Id, of: z.enum(['draft', 'import']) })

/** More than anybody corrects in a spreadsheet. */
const MOST_ROWS = 100_000

/** The heading of the column that says what is wrong with each row. */
export const MESSAGE_HEADING = 'What to correct'

/**
 * The rows that could not be brought in, as a CSV with the headings of the extract and what is wrong with each: corrected there, the
 * file is brought in as it is, because its columns are found by the same headings.
 */
export const sendRejectedRows = async (context: Context, body: unknown): Promise<Response> => {
  await whoActs(context.state, context.caller, context.seat)
  const asked = Asked.safeParse(body)
  if (!asked.success) return fail('bad-request', fieldsOf(asked.error))
  const { name, mapping, rows } = await rejectedOf(context, asked.data)
  const fileName = safeFileName(`${name.replace(/\.[A-Za-z0-9]{1,8}$/, '')} to correct`, 'csv')
  return new Response(rejectedFile(mapping, rows) as BodyInit, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': contentDisposition(fileName) },
  })
}

interface RejectedRows {
  name: string
  mapping: Mapping
  rows: { cells: string; why: string }[]
}

const rejectedOf = async ({ state, session }: Context, { id, of }: z.infer<typeof Asked>): Promise<RejectedRows> => {
  if (of === 'draft') {
    const { name, mapping, files, dryRun } = state.extracts.get(session, id)
    if (mapping === null || dryRun === null) return fail('wrong-status', { is: 'not read', needs: 'read' })
    return {
      name,
      mapping,
      rows: stagedRejected(files.stage, MOST_ROWS).map(({ cells, why }: ShownRow) => ({ cells, why })),
    }
  }
  return await state.look(null, async (db) => {
    const { name, mapping } = await spendImports.get(db, id)
    const rows = await importedRows(db, id, { outcomes: ['rejected'], after: 0, limit: MOST_ROWS })
    return { name, mapping, rows }
  })
}

/** Every text is a text: what begins like a formula is none in the program that opens the file. */
export const rejectedFile = (mapping: Mapping, rows: readonly { cells: string; why: string }[]): Uint8Array =>
  csvFile([
    [...mapping.headings.map(csvText), MESSAGE_HEADING],
    ...rows.map(({ cells, why }) => {
      const texts = JSON.parse(cells) as string[]
      const padded = Array.from({ length: Math.max(mapping.headings.length, texts.length) }, (_, at) => texts[at] ?? '')
      return [...padded.slice(0, mapping.headings.length).map(csvCell), csvText(why)]
    }),
  ])

/** A number with a sign stays one. */
const csvCell = (text: string): string => (/^[-+]?[£\d.,() ]+-?$/.test(text) ? text : csvText(text))
