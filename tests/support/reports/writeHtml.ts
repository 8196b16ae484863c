import type { GridCell, Paragraph, PrintedGrid, ReportContent, ReportPart } from './reportContent.ts'

/** The report as a page that also prints well. */
export const writeHtml = ({ title, coverLines, questions, parts }: ReportContent): string => {
  const footnotes = parts.flatMap((part) =>
    part.kind === 'paragraph' && part.footnote !== null ? [part.footnote] : [],
  )
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    ...coverLines.map((line) => `<p>${escaped(line)}</p>`),
    '<table>',
    ...questions.map(
      ({ question, isYes }) => `<tr><td>${escaped(question)}</td><td>${box(isYes)} Yes ${box(!isYes)} No</td></tr>`,
    ),
    '</table>',
    ...parts.map((part) => written(part, footnotes)),
    ...footnotes.map((text, at) => `<p id="note${at + 1}"><sup>${at + 1}</sup> ${escaped(text)}</p>`),
    '</body></html>',
  ].join('\n')
}

const style = `
  @page { size: A4; margin: 18mm }
  body { font: 10.5pt Arial, sans-serif }
  table { border-collapse: collapse; width: 100%; margin: 8pt 0; font-size: 8pt }
  td, th { border: 0.5pt solid #000; padding: 2pt 4pt; vertical-align: top; text-align: left }
  .amount { text-align: right }
  tr { break-inside: avoid }
`

const box = (isTicked: boolean): string => `<input type="checkbox"${isTicked ? ' checked' : ''}>`

const written = (part: ReportPart, footnotes: string[]): string => {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level}>${numbered(part.number, part.text)}</h${part.level}>`
    case 'paragraph':
      return `<p>${numbered(part.number, part.text)}${markOf(part, footnotes)}</p>`
    case 'table':
      return writtenTable(part)
  }
}

const numbered = (number: string | null, text: string): string =>
  number === null ? escaped(text) : `${number} ${escaped(text)}`

const markOf = ({ footnote }: Paragraph, footnotes: string[]): string => {
  if (footnote === null) return ''
  const mark = footnotes.indexOf(footnote) + 1
  return `<sup><a href="#note${mark}">${mark}</a></sup>`
}

const writtenTable = ({ rows }: PrintedGrid): string =>
  `<table>${rows.map((row) => `<tr>${row.map(writtenCell).join('')}</tr>`).join('\n')}</table>`

const writtenCell = ({ lines, rowSpan, columnSpan, isHead, isAmount }: GridCell): string => {
  const tag = isHead ? 'th' : 'td'
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
  return `<${tag}${spans}${isAmount ? ' class="amount"' : ''}>${lines.map(escaped).join('<br>')}</${tag}>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
