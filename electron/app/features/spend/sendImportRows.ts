import { z } from 'zod'
import { listNames } from '../../../../db/queries/names.ts'
import { type ImportedRow, importedRows } from '../../../../db/queries/spendPages.ts'
import { spendImports } from '../../../../db/subjects.ts'
import { csvFile, csvText } from '../../../../domain/csv.ts'
import { fail } from '../../../../domain/errors.ts'
import { formatYear } from '../../../../domain/financialYear.ts'
import { Id } from '../../../../domain/id.ts'
import { formatPlain } from '../../../../domain/money.ts'
import { safeFileName } from '../../../../domain/reportFileName.ts'
import { contentDisposition } from '../../contentDisposition.ts'
import { AsAtInput, type Context, fieldsOf } from '../../operation.ts'
import { whoActs } from '../../whoActs.ts'

const Asked = z.strictObject({ id: Id, asAt: AsAtInput })

/** So many at a time, that an import of a million rows takes no more memory than this. */
const BATCH = 5_000

const all = ['new', 'changed', 'duplicate', 'rejected', 'ignored'] as const

const headings = [
  'Row',
  'State',
  'Why',
  'Reference',
  'Scheme',
  'Year',
  'Period',
  'Date',
  'Amount £',
  'Supplier',
  'Description',
  'Order',
]

/** Every row of an import as a CSV: what became of it and why, and then its cells as they read. */
export const sendImportRows = async (context: Context, body: unknown): Promise<Response> => {
  await whoActs(context.state, context.caller, context.seat)
  const asked = Asked.safeParse(body)
  if (!asked.success) return fail('bad-request', fieldsOf(asked.error))
  const { id, asAt } = asked.data
  const { kept, names } = await context.state.look(asAt, async (db) => ({
    kept: await spendImports.get(db, id),
    names: new Map((await listNames(db, 'scheme')).map((each) => [each.id, each.name])),
  }))
  const line = (row: ImportedRow): string[] => [
    String(row.row),
    row.outcome,
    csvText(row.why),
    csvText(row.ledgerRef),
    csvText((row.schemeId && names.get(row.schemeId)) ?? ''),
    row.startYear === null ? '' : formatYear(row.startYear),
    row.period === null ? '' : String(row.period),
    row.postedOn ?? '',
    row.amount === null ? '' : formatPlain(row.amount),
    csvText(row.supplier),
    csvText(row.description),
    csvText(row.orderRef),
    ...(JSON.parse(row.cells) as string[]).map(csvText),
  ]
  let after = 0
  const rows = new ReadableStream<Uint8Array>({
    start: (out) => out.enqueue(csvFile([[...headings, ...kept.mapping.headings.map(csvText)]])),
    async pull(out) {
      const read = { outcomes: all, after, limit: BATCH }
      const batch = await context.state.look(asAt, (db) => importedRows(db, id, read))
      const last = batch.at(-1)
      if (last === undefined) return out.close()
      after = last.row
      // Only the beginning of the file has a mark of its encoding.
      out.enqueue(csvFile(batch.map(line)).subarray(3))
    },
  })
  const fileName = safeFileName(`${kept.name.replace(/\.[A-Za-z0-9]{1,8}$/, '')} rows`, 'csv')
  return new Response(rows, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': contentDisposition(fileName) },
  })
}
