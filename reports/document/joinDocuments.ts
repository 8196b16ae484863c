import type { Part, ReportContent, Run } from '../model/reportModel.ts'
import { underName } from './parts.ts'

type Document = Pick<ReportContent, 'parts' | 'footnotes'>

/** Several documents as one: the names stand in front of their ids, their headings go down, and their notes count on. */
export const joinDocuments = (documents: readonly (Document & { name: string; down: number })[]): Document => {
  const footnotes: Document['footnotes'] = []
  const parts = documents.flatMap(({ name, down, parts: own, footnotes: notes }) => {
    const marks = new Map(notes.map(({ mark, text }) => [mark, markOf(footnotes, text)]))
    return underName(name, own).map((part) => lowered(part, down, marks))
  })
  return { parts, footnotes }
}

/** The same words are one note. */
const markOf = (footnotes: Document['footnotes'], text: string): string => {
  const known = footnotes.find((note) => note.text === text)
  if (known) return known.mark
  const mark = String(footnotes.length + 1)
  footnotes.push({ mark, text })
  return mark
}

const LOWEST = 3

const lowered = (part: Part, down: number, marks: ReadonlyMap<string, string>): Part => {
  const remark = (runs: readonly Run[]): Run[] =>
    runs.map((run) => (run.kind === 'footnote' ? { ...run, mark: marks.get(run.mark) ?? run.mark } : run))
  if (part.kind === 'heading') return { ...part, level: Math.min(part.level + down, LOWEST) }
  if (part.kind === 'paragraph') return { ...part, runs: remark(part.runs) }
  return part.kind === 'list' ? { ...part, items: part.items.map(remark) } : part
}
