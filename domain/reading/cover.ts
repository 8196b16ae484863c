import { answerIn, questions } from './coverAnswers.ts'
import { dayInWords } from './dayInWords.ts'
import type { Placing } from './placing.ts'
import { plainText, tidy } from './plainText.ts'
import type { ReadDocument } from './readDocument.ts'
import type { Read, ReadPlace, ReportCover } from './reportReading.ts'
import { COVER, type Sections } from './sections.ts'

/** A line of the first page, from a paragraph or a cell. */
interface Line {
  text: string
  block: number
  place: (start: number, end: number) => ReadPlace
}

const labels = {
  reportOf: /^\s*report of\b\s*:?\s*(?:the\s+)?/i,
  reportTo: /^\s*report to\b\s*:?\s*(?:the\s+)?/i,
  datedOn: /^\s*(?:report )?date(?: of (?:the )?(?:report|meeting|decision))?\s*:?\s*(?=\W*[\p{L}\d]|$)/iu,
  subject: /^\s*(?:subject|title)(?: of (?:the )?report)?\s*(?::\s*|$)/i,
  capitalSchemeNumber: /^\s*capital scheme (?:number|no\.?|ref(?:erence)?)\s*:?\s*/i,
}
type Field = keyof typeof labels

/** Reads the first page, and tells which cells belong to it. */
export const readCover = (
  document: ReadDocument,
  sections: Sections,
  placing: Placing,
): { cover: ReportCover; isOfCover: (block: number) => boolean } => {
  const lines = linesOf(document, placing)
  const first = lines.filter(({ block }) => [COVER, null].includes(sections.at[block]?.section ?? null))
  const used = new Set<number>()
  const field = (name: Field): { text: string; place: ReadPlace } | null => {
    const at = first.findIndex(({ text }) => labels[name].test(plainText(text)))
    const line = first[at]
    if (!line) return null
    used.add(line.block)
    const from = labels[name].exec(plainText(line.text))?.[0].length ?? 0
    const own = line.text.slice(from).trim()
    // A label in a cell or line of its own has its value in the next one.
    const next = own === '' ? first[at + 1] : line
    if (!next || (next !== line && Object.values(labels).some((label) => label.test(plainText(next.text))))) return null
    const start = next === line ? line.text.indexOf(own, from) : next.text.length - next.text.trimStart().length
    const text = next === line ? own : next.text.trim()
    return text === '' ? null : { text, place: next.place(start, start + text.length) }
  }
  const words = (name: Field): Read<string> => {
    const found = field(name)
    return found ? { value: tidy(found.text), text: found.text, place: found.place, ...sure } : missing
  }
  const answer = (pattern: RegExp): Read<boolean> => {
    const at = first.findIndex(({ text }) => pattern.test(text))
    const line = first[at]
    if (!line) return missing
    used.add(line.block)
    const near = [line, ...followers(first, at)]
    for (const each of near) {
      const read = answerIn(each === line ? each.text.replace(/^.*\?/s, '') : each.text)
      if (read === null) continue
      const place = each.place(0, each.text.length)
      return { value: read, text: each.text, place, ...sure }
    }
    const why = 'Neither yes nor no is marked.'
    return { value: null, text: line.text, place: line.place(0, line.text.length), confidence: 'not-understood', why }
  }
  const cover: ReportCover = {
    reportOf: words('reportOf'),
    reportTo: words('reportTo'),
    datedOn: dateOf(field('datedOn'), first),
    subject: subjectOf(words('subject'), document),
    capitalSchemeNumber: numberOf(words('capitalSchemeNumber'), lines),
    isKeyDecision: keyDecision(lines),
    questions: {
      wards: answer(questions.wards),
      equality: answer(questions.equality),
      callIn: answer(questions.callIn),
      exempt: answer(questions.exempt),
    },
  }
  return {
    cover,
    isOfCover: (block) => used.has(block) && document.blocks[block]?.kind === 'table',
  }
}

const sure = { confidence: 'read', why: null } as const
const missing = {
  value: null,
  text: '',
  place: null,
  confidence: 'not-understood',
  why: 'The document does not say.',
} as const

function linesOf(document: ReadDocument, placing: Placing): Line[] {
  return document.blocks.flatMap((block, index): Line[] => {
    if (block.kind === 'paragraph') {
      const place = (start: number, end: number) => placing.ofBlock(index, { start, end })
      return [{ text: block.text, block: index, place }]
    }
    return block.rows.flat().flatMap((cell) =>
      cell.lines.map(
        (text, line): Line => ({
          text,
          block: index,
          place: (start, end) => placing.ofCell(index, cell, { line, start, end }),
        }),
      ),
    )
  })
}

/** The lines that an answer to a question can stand on: up to the next question. */
function followers(lines: Line[], at: number): Line[] {
  const next = lines.slice(at + 1, at + 4)
  const end = next.findIndex(({ text }) => Object.values(questions).some((question) => question.test(text)))
  return end < 0 ? next : next.slice(0, end)
}

function dateOf(found: { text: string; place: ReadPlace } | null, first: Line[]): ReportCover['datedOn'] {
  if (found) {
    const read = dayInWords(plainText(found.text))
    if (read) return { value: read.day, text: found.text, place: found.place, ...sure }
    return { value: null, ...found, confidence: 'not-understood', why: 'It names no day.' }
  }
  for (const { text, place } of first) {
    const read = dayInWords(plainText(text))
    if (!read) continue
    const why = 'It is the first day on the first page; nothing calls it the date.'
    return {
      value: read.day,
      text: read.printed,
      place: place(read.start, read.start + read.printed.length),
      confidence: 'inferred',
      why,
    }
  }
  return missing
}

const subjectOf = (subject: Read<string>, { title }: ReadDocument): Read<string> =>
  subject.value !== null || !title?.trim()
    ? subject
    : {
        value: tidy(title),
        text: title,
        place: null,
        confidence: 'inferred',
        why: 'It is the title that the file has.',
      }

const schemeNumber = /\b[A-Z]{0,3}\d{2,6}(?:\/\d{2,4}){0,3}\b/i

function numberOf(field: Read<string>, lines: Line[]): Read<string> {
  const own = schemeNumber.exec(field.text)?.[0]
  if (own !== undefined) return { ...field, value: own }
  if (field.value !== null) return field
  for (const { text, place } of lines) {
    const match = /capital scheme (?:number|no\.?)\s*:?\s*(?<number>[A-Z]{0,3}\d{2,6}(?:\/\d{2,4}){0,3})/i.exec(
      plainText(text),
    )
    const number = match?.groups?.number
    if (!match || number === undefined) continue
    const start = match.index + match[0].length - number.length
    const why = 'The first page does not say: it stands in the text.'
    return { value: number, text: number, place: place(start, start + number.length), confidence: 'inferred', why }
  }
  return field
}

function keyDecision(lines: Line[]): Read<boolean> {
  for (const { text, place } of lines) {
    const match = /\b(?<not>not )?an? key decision\b|\bkey decision\s*[:?]\s*(?<answer>.{0,20})/i.exec(text)
    if (!match) continue
    const { not, answer } = match.groups ?? {}
    const value =
      answer === undefined
        ? not === undefined && !/\bnot\b.{0,10}$/i.test(text.slice(0, match.index))
        : answerIn(answer)
    if (value === null) continue
    return { value, text: match[0], place: place(match.index, match.index + match[0].length), ...sure }
  }
  return missing
}
