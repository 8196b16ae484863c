import { homedir, hostname, userInfo } from 'node:os'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeForm } from '../../electron/app/features/reports/writeForm.ts'
import type { Part, ReportModel, Run } from '../../reports/model/reportModel.ts'
import type { TablePart } from '../../reports/model/tablePart.ts'
import { root } from '../support/runScript.ts'
import { everyPart } from './support/everyPart.ts'
import { injectionPayloads } from './support/injectionPayloads.ts'

let next = 0
const hostile = (): string => {
  next += 1
  return injectionPayloads[next % injectionPayloads.length] ?? ''
}

const hostileRuns = (runs: readonly Run[]): Run[] =>
  runs.map((run) => (run.kind === 'footnote' ? run : { ...run, text: hostile() }))

const hostileTable = (table: TablePart): TablePart => ({
  ...table,
  name: hostile(),
  caption: hostile(),
  columns: table.columns.map((column) => ({ ...column, label: hostile(), meaning: hostile(), source: hostile() })),
  rows: table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell.kind === 'text' ? { ...cell, text: hostile() } : cell)),
  })),
  notes: table.notes.map(hostile),
})

const hostilePart = (part: Part): Part => {
  switch (part.kind) {
    case 'heading':
      return { ...part, text: hostile() }
    case 'paragraph':
      return { ...part, runs: hostileRuns(part.runs) }
    case 'list':
      return { ...part, items: part.items.map(hostileRuns) }
    case 'facts':
      return { ...part, facts: part.facts.map(() => ({ name: hostile(), value: hostile() })) }
    case 'table':
      return hostileTable(part)
    case 'chart':
      return { ...part, headline: hostile(), measure: hostile(), period: hostile(), table: hostileTable(part.table) }
    default:
      return part
  }
}

/** The report by hand with a text that a spreadsheet might run in each place that has one. */
const hostileReport = (): ReportModel => ({
  ...everyPart,
  heading: { ...everyPart.heading, title: hostile(), about: hostile(), programme: hostile(), note: hostile() },
  parts: everyPart.parts.map(hostilePart),
  footnotes: everyPart.footnotes.map((footnote) => ({ ...footnote, text: hostile() })),
  missing: [hostile()],
})

const partsOf = async (model: ReportModel, form: 'docx' | 'xlsx'): Promise<[name: string, text: string][]> =>
  Object.entries(unzipSync(await writeForm(model, {}, form))).map(([name, bytes]) => [
    name,
    new TextDecoder().decode(bytes),
  ])

describe.each(['docx', 'xlsx'] as const)('a file of the form %s', (form) => {
  test('runs nothing and points to nothing outside it, whatever its texts are', async () => {
    // So that each text stands in several places.
    for (let round = 0; round < 3; round += 1) {
      const parts = await partsOf(hostileReport(), form)
      const names = parts.map(([name]) => name)
      const rels = parts.filter(([name]) => name.endsWith('.rels'))
      const formulas = parts.flatMap(([, text]) =>
        // The quoted name of a sheet is no part of what a formula does.
        [...text.matchAll(/<(?:f|definedName)\b[^>]*>([^<]*)</g)].map(([, f = '']) =>
          f.replace(/&apos;.*?&apos;!/g, ''),
        ),
      )
      const fields = parts.flatMap(([, text]) =>
        [...text.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, f]) => f ?? ''),
      )
      expect({
        outside: names.filter((name) =>
          /vba|macro|external|connection|querytable|activex|embedding|ctrlprop|\.bin$/i.test(name),
        ),
        links: rels.filter(([, text]) => /TargetMode="External"|file:|https?:\/\/(?!schemas\.|purl\.)/i.test(text)),
        types: parts.filter(([name, text]) => name === '[Content_Types].xml' && /macroEnabled|vbaProject/i.test(text)),
        formulas: formulas.filter((formula) =>
          /HYPERLINK|WEBSERVICE|IMPORT|DDE|INDIRECT|RAND|NOW|INFO|IMAGE|cmd|\||&quot;|"/i.test(formula),
        ),
        fields: fields.filter((field) => !/^\s*(?:PAGE|NUMPAGES|SEQ|REF|TOC|STYLEREF)\b/.test(field)),
      }).toEqual({ outside: [], links: [], types: [], formulas: [], fields: [] })
    }
  })

  test('says nothing of the computer or the person at it, in its properties or anywhere', async () => {
    const parts = await partsOf(everyPart, form)
    const own = [userInfo().username, hostname(), homedir(), root].filter((word) => word.length > 4)
    const told = parts.flatMap(([name, text]) =>
      own.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`),
    )
    const core = parts.find(([name]) => name === 'docProps/core.xml')?.[1] ?? ''
    const people = [...core.matchAll(/<(dc:creator|cp:lastModifiedBy)>([^<]*)</g)].map(([, field, who]) => [field, who])
    expect(told).toEqual([])
    expect(people.filter(([, who]) => who !== 'BCF digital tracker')).toEqual([])
  })
})
