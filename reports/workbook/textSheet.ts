import type { Exempt } from '../../domain/report/exempt.ts'
import type { Part, ReportModel } from '../model/reportModel.ts'
import { tablesOf } from '../model/tablesOf.ts'
import { wordsOfRuns } from '../model/wordsOfRuns.ts'
import type { Book } from './excel.ts'
import { addNote, addRow, addSheet, finishSheet } from './sheet.ts'
import { sheetName } from './sheetName.ts'
import type { SheetPlan } from './sheetPlan.ts'
import { exemptInWords, linesAbove } from './topLines.ts'

/** Whether a report says more than its tables do. */
export const hasText = ({ parts }: ReportModel): boolean =>
  parts.some(({ kind }) => kind === 'paragraph' || kind === 'list' || kind === 'facts')

/** The text of a report in its order, with where its tables stand. */
export const addTextSheet = (book: Book, model: ReportModel, { sheets }: SheetPlan): void => {
  const sheet = addSheet(book, {
    name: sheetName('Report', book.takenSheets),
    heading: model.heading,
    lines: linesAbove(model.heading, null, null),
    columns: [
      { header: 'No. or name', kind: 'text', unit: '£', widest: 34 },
      { header: 'Text', kind: 'wide-text', unit: '£', widest: 110 },
    ],
    frozenColumns: 1,
  })
  const placeOf = (id: string): string =>
    sheets.find(({ tables }) => tables.some(({ table }) => table.id === id))?.name ?? ''
  for (const part of model.parts) {
    for (const { name, text, isBand } of linesOf(part, placeOf)) addRow(sheet, [name, text], isBand ? 'band' : 'plain')
  }
  sheet.next += 1
  for (const note of notesOfReport(model)) addNote(sheet, note)
  if (model.heading.note !== '') addNote(sheet, model.heading.note)
  finishSheet(sheet)
}

/** What stands below a report: its footnotes, and what the program does not know. */
export const notesOfReport = ({ footnotes, missing }: ReportModel): string[] => [
  ...footnotes.map(({ mark, text }) => `Note ${mark}. ${text}`),
  ...missing.map((text) => `Not known: ${text}`),
]

interface Line {
  name: string
  text: string
  isBand: boolean
}

function linesOf(part: Part, placeOf: (tableId: string) => string): Line[] {
  const line = (name: string, text: string): Line => ({ name, text, isBand: false })
  const marked = (exempt: Exempt | null, lines: Line[]): Line[] =>
    exempt === null ? lines : [line('', exemptInWords(exempt)), ...lines]
  switch (part.kind) {
    case 'heading':
      return [{ name: part.number ?? '', text: part.text, isBand: true }]
    case 'paragraph':
      return marked(part.exempt, [line(part.number ?? '', wordsOfRuns(part.runs))])
    case 'list':
      return marked(
        part.exempt,
        part.items.map((runs, at) => line('', `${part.isOrdered ? `${at + 1}.` : '•'} ${wordsOfRuns(runs)}`)),
      )
    case 'facts':
      return marked(
        part.exempt,
        part.facts.map(({ name, value }) => line(name, value)),
      )
    case 'table':
    case 'chart':
      return tablesOf([part]).map(({ id, caption }) => line('Table', `${caption}: on sheet ${placeOf(id)}`))
    case 'page-break':
      return []
  }
}
