import type { ReadDocument } from '../../../../../domain/reading/readDocument.ts'
import { createCollector } from './collector.ts'
import { countUnreadable } from './decodeText.ts'
import { splitNumber } from './printedNumber.ts'
import { asFootnote, withoutMarks } from './text/marks.ts'
import { type TableLines, tableAt } from './text/tableLines.ts'

/** Characters. A shorter line ends where its writer ended it, and a longer one where the page did. */
const WRAPPED = 60

/** Reads plain text and Markdown: tables by pipes, tabs or columns of spaces, the rest as paragraphs. */
export const readText = (text: string): ReadDocument => {
  const collector = createCollector('text')
  collector.remark('unreadable-characters', countUnreadable(text))
  const isMarkdown = /^(?:#{1,6} |\s*\|?\s*:?-{2,}:?\s*\|)|\*\*\S/m.test(text)
  // A form feed begins a page.
  const pages = text.split('\f')
  const isPaged = pages.length > 1
  let title: string | null = null

  for (const [at, content] of pages.entries()) {
    const place = { page: isPaged ? at + 1 : null }
    const lines = content.split(/\r\n?|\n/).map((line) => (isMarkdown ? withoutMarkdown(line) : withTicks(line)))
    let paragraph: string[] = []
    const end = () => {
      if (paragraph.length > 0) add(paragraph.join(' '), null)
      paragraph = []
    }
    const add = (words: string, headingLevel: number | null) => {
      const { text: unmarked, footnotes } = withoutMarks(words)
      collector.paragraph({ ...splitNumber(unmarked.trim()), headingLevel, footnotes, place })
    }
    let next = 0
    while (next < lines.length) {
      const line = lines[next] ?? ''
      const heading = isMarkdown ? /^(#{1,6})\s+(.*?)\s*#*$/.exec(line) : null
      const note = asFootnote(line.trim())
      const table: TableLines | undefined = looksLikeTable(line)
        ? tableAt(lines.slice(next, runEnd(lines, next)))
        : undefined
      if (table) {
        end()
        collector.countCells(table.rows.reduce((sum, cells) => sum + cells.length, 0))
        collector.table(table.rows, place)
        next += table.lines
        continue
      }
      next += 1
      if (heading || note || line.trim() === '') end()
      if (heading) add(heading[2] ?? '', heading[1]?.length ?? 1)
      else if (note) collector.footnote(note.mark, note.text, place.page)
      else if (line.trim() !== '') {
        if (paragraph.length > 0 && beginsAnew(line, paragraph.at(-1) ?? '')) end()
        paragraph.push(line.trim())
      }
      if (heading?.[1] === '#') title ??= heading[2] ?? null
    }
    end()
  }
  return collector.finish(title, isPaged ? pages.length : null)
}

const looksLikeTable = (line: string): boolean => /[|\t]|\S {2,}\S|^\s*\+-/.test(line)

/** Where the run of lines ends that are not empty: a table reaches no further. */
const runEnd = (lines: string[], from: number): number => {
  let end = from
  while (end < lines.length && lines[end]?.trim() !== '') end += 1
  return end
}

const beginsAnew = (line: string, above: string): boolean =>
  above.length < WRAPPED || /^\s*[-–•·*]\s/.test(line) || splitNumber(line.trim()).number !== null

const withTicks = (line: string): string =>
  line
    .replaceAll(/<input\b[^>]*type="?(?:checkbox|radio)"?[^>]*>/gi, (box) => (/\bchecked\b/i.test(box) ? '☒' : '☐'))
    .replaceAll(/\[[xX]\](?!\()/g, '☒')
    .replaceAll(/\[ \](?!\()/g, '☐')

/** A line without what Markdown says of its looks: bold, code, links and escaped signs. */
const withoutMarkdown = (line: string): string =>
  withTicks(line)
    .replaceAll(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replaceAll(/`([^`]+)`/g, '$1')
    .replaceAll(/\[([^\]]+)\]\((?:[^)\s]+)\)/g, '$1')
    .replaceAll(/<((?:https?:\/\/|mailto:)[^>]+)>/g, '$1')
    .replaceAll(/\\([*_`#<>[\]()~+.!-])/g, '$1')
