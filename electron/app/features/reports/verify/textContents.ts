import { canonicalJson } from '../../../../../domain/canonicalJson.ts'
import type { ContentRow, Story } from '../../../../../domain/report/fileContents.ts'
import type { ReportForm } from '../../../../../domain/report/reportList.ts'

/** What text holds: the fields of a CSV file by row and column, or the values of JSON by their path. */
export const textContents = (text: string): { form: ReportForm; stories: Story[] } => {
  const json = parsed(text)
  return json === undefined
    ? { form: 'csv', stories: [{ kind: 'body', name: '', rows: csvRows(text) }] }
    : { form: 'json', stories: [{ kind: 'body', name: '', rows: jsonRows(json) }] }
}

const parsed = (text: string): unknown => {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const csvRows = (text: string): ContentRow[] => {
  const [header = [], ...rows] = fieldsOf(text)
  const rowAt = (fields: readonly string[], number: number): ContentRow => ({
    place: `row ${number}`,
    cells: fields.map((field, at) => ({
      place: number === 1 ? `row 1, column ${at + 1}` : `row ${number}, column ${header[at] ?? at + 1}`,
      text: field.replace(/\s+/g, ' ').trim(),
      formula: null,
    })),
  })
  return [rowAt(header, 1), ...rows.map((fields, at) => rowAt(fields, at + 2))].filter(({ cells }) =>
    cells.some(({ text: field }) => field !== ''),
  )
}

/** RFC 4180; a spreadsheet of this country may save it with semicolons. */
const fieldsOf = (text: string): string[][] => {
  const [first = ''] = text.split('\n', 1)
  const separator = (first.match(/;/g)?.length ?? 0) > (first.match(/,/g)?.length ?? 0) ? ';' : ','
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (isQuoted) {
      if (sign !== '"') field += sign
      else if (text[at + 1] === '"') {
        field += sign
        at += 1
      } else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === separator) {
      row.push(field)
      field = ''
    } else if (sign === '\n') {
      rows.push([...row, field])
      row = []
      field = ''
    } else if (sign !== '\r') field += sign
  }
  if (field !== '' || row.length > 0) rows.push([...row, field])
  return rows
}

const jsonRows = (value: unknown, path = ''): ContentRow[] => {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .sort(([one], [other]) => (Array.isArray(value) ? 0 : one < other ? -1 : 1))
      .flatMap(([name, each]) => jsonRows(each, path === '' ? name : `${path}/${name}`))
  }
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : canonicalJson(value)
  return [
    {
      place: path,
      cells: [
        { place: path, text: path, formula: null },
        { place: path, text, formula: null },
      ],
    },
  ]
}
