import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Failure, fail } from '../../domain/errors.ts'
import { programmeFileName } from '../../domain/fileName.ts'
import { formatColumn } from '../../domain/financialYear.ts'
import { formatInSentence } from '../../domain/money.ts'
import { roleAlone } from '../../domain/people/actor.ts'
import type { Judged } from '../../domain/reading/judge.ts'
import { remarkWords } from '../../domain/reading/remarkWords.ts'
import type { Read, ReadPlace, ReadTable, ReportReading } from '../../domain/reading/reportReading.ts'
import { describe } from '../../domain/tieOut/describe.ts'
import type { Finding } from '../../domain/tieOut/finding.ts'
import { groupByCause } from '../../domain/tieOut/groupByCause.ts'
import { surenessWords } from '../../domain/tieOut/surenessWords.ts'
import { judgedDraft } from '../app/features/documents/judgedDraft.ts'
import { createProgrammeOf } from '../app/features/documents/keepAsProgramme.ts'
import { loadStated } from '../app/features/documents/loadStated.ts'
import { type PlaceInDocument, placesInDocument } from '../app/features/documents/placesInDocument.ts'
import { readGiven } from '../app/features/documents/readGiven.ts'
import type { ReadingDraft } from '../app/features/documents/readingDrafts.ts'
import { LARGEST_DOCUMENT } from '../app/features/documents/receiveDocument.ts'
import { asWriteFailure } from '../hosts/asWriteFailure.ts'
import { errorInWords } from '../hosts/errorInWords.ts'
import { type Call, print, roleOf, textOf } from './call.ts'

const TIES = 0
const FINDINGS = 1
const REFUSED = 2

/**
 * `read-report DOCUMENT [--into FILE]`: what a report says and what does not tie in it; `--into` keeps it, as a new programme
 * or, where the file is there, as stated figures of that one. Exit code 1 where anything was found, 2 on a refusal.
 */
export const readReport = async (call: Call): Promise<number> => {
  try {
    return await readAndPrint(call)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(errorInWords(error))
    return REFUSED
  }
}

const readAndPrint = async (call: Call): Promise<number> => {
  const bytes = await readFile(call.file).catch(() => fail('file-missing', { file: call.file }))
  if (bytes.byteLength > LARGEST_DOCUMENT) fail('too-large', { limit: LARGEST_DOCUMENT })
  const draft = await readGiven(call.state, { name: basename(call.file), bytes: new Uint8Array(bytes) })
  const into = textOf(call, 'into')
  const judged =
    into === undefined ? await judgedDraft(call.state, draft, null) : await keep(call, draft, call.path(into))
  const places = placesInDocument(judged)
  const json = { ...inJson(draft, judged, places), ...(into === undefined ? {} : { into: call.path(into) }) }
  print(call, json, inWords(draft, judged, into === undefined ? null : call.path(into)))
  return judged.findings.length === 0 ? TIES : FINDINGS
}

type Said = Awaited<ReturnType<typeof judgedDraft>>

const keep = async (call: Call, draft: ReadingDraft, path: string): Promise<Said> => {
  if (existsSync(path)) {
    await call.state.open(path)
    const judged = await judgedDraft(call.state, draft, await call.state.read(null, (facts) => facts))
    await loadStated(call.state, call.state.acting(roleAlone(roleOf(call))), draft)
    return judged
  }
  programmeFileName(basename(path))
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw asWriteFailure(error, path)
  })
  await createProgrammeOf(call.state, path, roleOf(call), draft)
  return await judgedDraft(call.state, draft, null)
}

const inJson = (
  { name, document }: ReadingDraft,
  { reading, findings }: Said,
  places: Record<string, PlaceInDocument[]>,
) => ({
  document: { name, format: document.format, pages: document.pages, remarks: document.remarks },
  cover: coverIn(reading),
  tables: reading.tables.map(tableIn),
  figures: reading.narrative.map(({ printed, value, unit, measure, of, startYear, confidence, place }) => ({
    printed,
    value,
    unit,
    measure,
    of: of === null || of === 'programme' ? of : of.printed,
    startYear,
    confidence,
    place: placeIn(place),
  })),
  findings: findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    what: describe(finding).what,
    places: (places[finding.id] ?? []).map(({ look, label, place }) => ({ look, label, ...placeIn(place) })),
    printed: finding.printed,
    computed: finding.computed,
    difference: finding.difference,
    explanation: describe(finding).why,
    unique: finding.explanation?.unique ?? false,
    cause: finding.cause,
  })),
})

const coverIn = ({ cover: { questions, ...cover } }: ReportReading) =>
  Object.fromEntries(
    [...Object.entries(cover), ...Object.entries(questions)].map(
      ([name, { value, text, confidence }]: [string, Read<unknown>]) => [name, { value, text, confidence }],
    ),
  )

const tableIn = ({ kind, title, unit, place, columns, rows }: ReadTable) => ({
  kind,
  title: title.value ?? title.text,
  unit: unit.value,
  place: placeIn(place),
  columns: columns.filter(({ role }) => role === 'amount').map(headOf),
  rows: rows.map((row) => ({
    kind: row.kind,
    label: row.labels.map((label) => label.name).join(' + ') || (row.kind === 'theme' ? (row.theme ?? '') : ''),
    theme: row.theme,
    amounts: row.cells.map(({ amounts }) => amounts.map(({ printed, value }) => ({ printed, value }))),
    confidence: row.confidence,
  })),
})

const headOf = ({ meaning, head }: ReadTable['columns'][number]): string => (meaning ? formatColumn(meaning) : head)

const placeIn = ({ page, block, row, column, footnote, section, paragraph }: ReadPlace) => ({
  page,
  section,
  paragraph,
  block,
  row,
  column,
  footnote,
})

const inWords = ({ name, document }: ReadingDraft, { reading, findings }: Said, into: string | null): string => {
  const { reportOf, reportTo, datedOn, subject, capitalSchemeNumber } = reading.cover
  const line = (title: string, { value, text }: Read<unknown>) => `${title}: ${String(value ?? (text || 'not found'))}`
  const causes = groupByCause(findings)
  return [
    [
      name,
      line('Report of', reportOf),
      line('Report to', reportTo),
      line('Date', datedOn),
      line('Subject', subject),
      line('Scheme number', capitalSchemeNumber),
      ...document.remarks.map(remarkWords),
    ].join('\n'),
    ...reading.tables.map(tableInWords),
    ...(reading.narrative.length === 0 ? [] : [figuresInWords(reading)]),
    ...causes.map(({ main, consequences }) => [findingInWords(main), ...consequences.map(andSo)].join('\n')),
    findings.length === 0
      ? 'Everything ties.'
      : `${counted(findings.length, 'finding')} from ${counted(causes.length, 'cause')}.`,
    ...(into === null ? [] : [`Kept in ${into}`]),
  ].join('\n\n')
}

const tableInWords = (table: ReadTable): string =>
  [
    `${table.title.value ?? (table.title.text || 'Table')} (${table.kind}${table.unit.value ? `, ${table.unit.value}` : ''})`,
    ...tableIn(table).rows.map(
      ({ label, kind, amounts }) =>
        `  ${label || kind}: ${amounts.map((cell) => cell.map(({ printed }) => printed).join(' + ') || 'blank').join(' | ')}`,
    ),
  ].join('\n')

const figuresInWords = ({ narrative }: ReportReading): string =>
  [
    'Figures in the text',
    ...narrative.map(
      ({ printed, value, measure, place }) =>
        `  ${place.paragraph ?? place.section ?? ''} ${printed}${value === null ? '' : ` is ${formatInSentence(value)}`}${measure === null ? '' : `, ${measure.replaceAll('-', ' ')}`}`,
    ),
  ].join('\n')

const marks = { stop: 'STOP', warn: 'WARN', note: 'NOTE' }

const findingInWords = (finding: Finding): string => {
  const { what, why } = describe(finding)
  const difference = finding.difference ? ` (difference ${formatInSentence(finding.difference)})` : ''
  return [
    `${marks[finding.severity]} ${finding.rule} ${what}${difference}`,
    ...(why ? [`     ${why}`] : []),
    `     ${surenessWords(finding)}`,
  ].join('\n')
}

const andSo = (finding: Judged['findings'][number]): string => `     and so: ${describe(finding).what}`

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`
