import { fail } from '../../../../../domain/errors.ts'
import type { ReadDocument } from '../../../../../domain/reading/readDocument.ts'
import { createCollector } from './collector.ts'
import { limits } from './limits.ts'
import { alignedTables } from './pdf/alignedTables.ts'
import { headingLevels } from './pdf/headings.ts'
import { goOn, type JoinedTable } from './pdf/joinTables.ts'
import { latticesOn } from './pdf/lattice.ts'
import { linesOf } from './pdf/lines.ts'
import { openPdf } from './pdf/openPdf.ts'
import type { Line, Page } from './pdf/page.ts'
import { boxOf, drawnTable, type PageTable } from './pdf/pageTable.ts'
import { isFull, type Lines, paragraphsOf, textOfLines } from './pdf/paragraphs.ts'
import { readPage } from './pdf/readPage.ts'
import { runningLines } from './pdf/runningText.ts'
import { splitNumber } from './printedNumber.ts'
import type { TellRead } from './readDocument.ts'

/** Reads a PDF by where its words stand and what lines are drawn between them. Throws `document-scanned` too. */
export const readPdf = async (bytes: Uint8Array, tell: TellRead): Promise<ReadDocument> => {
  const collector = createCollector('pdf')
  const { library, pdf, close } = await openPdf(bytes)
  try {
    const pages: Page[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await readPage(library, pdf, number)
      pages.push(page)
      collector.remark('rotated-page', page.isRotated ? 1 : 0)
      collector.remark('page-without-text', page.words.length === 0 ? 1 : 0)
      collector.remark('pictures', page.pictures)
      tell(number, pdf.numPages)
    }
    if (pages.every(({ words }) => words.length === 0)) fail('document-scanned', {})
    addPages(pages, collector)
    return collector.finish(await titleOf(pdf), pdf.numPages)
  } finally {
    await close()
  }
}

const titleOf = async (pdf: { getMetadata: () => Promise<{ info: unknown }> }): Promise<string | null> => {
  const { info } = await pdf.getMetadata()
  const { Title } = info as { Title?: unknown }
  return typeof Title === 'string' ? Title.slice(0, limits.titleLength) : null
}

type Part = { kind: 'table'; table: PageTable } | { kind: 'lines'; lines: Lines }

const addPages = (pages: Page[], collector: ReturnType<typeof createCollector>): void => {
  const read = pages.map((page) => {
    const words = new Set(page.words)
    const drawn = latticesOn(page).map((lattice) => drawnTable(lattice, page, words))
    return { page, drawn, lines: linesOf([...words], page.number) }
  })
  const running = runningLines(read)
  collector.remark('running-text', running.size)
  const levelOf = headingLevels(pages.flatMap(({ words }) => words))

  let open: JoinedTable | undefined
  let paragraph: { lines: Line[]; page: Page } | undefined
  const endTable = () => {
    if (open) addTable(open, collector)
    open = undefined
  }
  const endParagraph = () => {
    if (paragraph) addParagraph(paragraph.lines, pages, levelOf, collector)
    paragraph = undefined
  }
  for (const { page, drawn, lines } of read) {
    const body = lines.filter((line) => !running.has(line))
    const ends = Math.max(...body.map(({ right }) => right), ...drawn.map(({ right }) => right), 0)
    const { tables, taken } = alignedTables(body, page)
    const parts = partsOf(
      [...drawn, ...tables],
      body.filter((line) => !taken.has(line)),
      ends,
    )
    for (const part of parts) {
      if (part.kind === 'table') {
        endParagraph()
        collector.countCells(part.table.rows.reduce((sum, row) => sum + row.length, 0))
        const joined = open && goOn(open, part.table)
        if (!joined) endTable()
        open = joined ?? { parts: [part.table], rows: part.table.rows, repeatedHeads: 0 }
        continue
      }
      const { mark } = part.lines
      const [first] = part.lines.lines
      if (mark !== null) {
        const text = textOfLines(part.lines.lines).slice(mark.length).trim()
        collector.footnote(mark, text, page.number)
        continue
      }
      endTable()
      const last = paragraph?.lines.at(-1)
      if (first && paragraph && last && last.page < page.number && goesOnOverPage(last, first, ends)) {
        paragraph.lines.push(...part.lines.lines)
        continue
      }
      endParagraph()
      paragraph = { lines: part.lines.lines, page }
    }
  }
  endTable()
  endParagraph()
}

/** Tables and paragraphs of a page from top to bottom; a paragraph goes over no table. */
const partsOf = (tables: PageTable[], lines: Line[], ends: number): Part[] => {
  const sorted = tables.toSorted((one, other) => one.top - other.top)
  const parts: Part[] = []
  let rest = lines
  const addLines = (some: Line[]) => {
    for (const each of paragraphsOf(some, ends)) parts.push({ kind: 'lines', lines: each })
  }
  for (const table of sorted) {
    addLines(rest.filter(({ baseline }) => baseline <= table.top))
    rest = rest.filter(({ baseline }) => baseline > table.top)
    parts.push({ kind: 'table', table })
  }
  addLines(rest)
  return parts
}

/** A sentence that the page breaks off. */
const goesOnOverPage = (last: Line, first: Line, ends: number): boolean => {
  const text = last.words.at(-1)?.text ?? ''
  const next = textOfLines([first])
  const isAlike = Math.abs(last.size - first.size) < 0.15 * last.size
  return isAlike && !/[.:;?!]$/.test(text) && splitNumber(next).number === null && isFull(last, first, ends)
}

const addTable = ({ parts, rows, repeatedHeads }: JoinedTable, collector: ReturnType<typeof createCollector>): void => {
  const [first] = parts
  collector.remark('joined-tables', parts.length > 1 ? 1 : 0)
  collector.remark('repeated-heads', repeatedHeads)
  collector.remark(
    'uncertain-column',
    parts.reduce((sum, { uncertain }) => sum + uncertain, 0),
  )
  collector.table(rows, { page: first?.page ?? null, pageTo: parts.at(-1)?.page ?? null, box: first?.box ?? null })
}

const addParagraph = (
  lines: Line[],
  pages: Page[],
  levelOf: (lines: Line[], number: string | null) => number | null,
  collector: ReturnType<typeof createCollector>,
): void => {
  const { number, text } = splitNumber(textOfLines(lines))
  const [first] = lines
  const page = pages.find(({ number: at }) => at === first?.page)
  const onFirst = lines.filter((line) => line.page === first?.page)
  const box =
    page &&
    boxOf(page, {
      left: Math.min(...onFirst.map(({ left }) => left)),
      right: Math.max(...onFirst.map(({ right }) => right)),
      top: Math.min(...onFirst.map(({ top }) => top)),
      bottom: Math.max(...onFirst.map(({ bottom }) => bottom)),
    })
  collector.paragraph({
    text: text.replaceAll('\t', ' '),
    number,
    headingLevel: levelOf(lines, number),
    footnotes: lines.flatMap(({ words }) => words.flatMap(({ footnotes }) => footnotes)),
    place: { page: first?.page ?? null, pageTo: lines.at(-1)?.page ?? null, box: box ?? null },
  })
}
