import { fail } from '../../../../../domain/errors.ts'
import type {
  Block,
  BlockPlace,
  DocumentFormat,
  Footnote,
  ReadCell,
  ReadDocument,
  RemarkKind,
} from '../../../../../domain/reading/readDocument.ts'
import { limits } from './limits.ts'

/** Where a block stands, but for its number, which is given as it is added. */
export type Place = Partial<Omit<BlockPlace, 'block'>>

interface NewParagraph {
  text: string
  place?: Place
  headingLevel?: number | null
  number?: string | null
  footnotes?: string[]
}

/** What a reader has found so far, in order. */
export interface Collector {
  paragraph: (paragraph: NewParagraph) => void
  table: (rows: ReadCell[][], place?: Place, caption?: string | null) => void
  footnote: (mark: string, text: string, page?: number | null) => void
  remark: (kind: RemarkKind, count?: number) => void
  /** Throws `document-too-large` while a table is still being read. */
  countCells: (count: number) => void
  finish: (title: string | null, pages: number | null) => ReadDocument
}

export const createCollector = (format: DocumentFormat): Collector => {
  const blocks: Block[] = []
  const footnotes: Footnote[] = []
  const remarks = new Map<RemarkKind, number>()
  let cells = 0
  let characters = 0
  const placed = ({ page = null, pageTo = page, sheet = null, box = null }: Place = {}): BlockPlace => ({
    block: blocks.length,
    page,
    pageTo,
    sheet,
    box,
  })
  const countText = (text: string) => {
    characters += text.length
    if (characters > limits.characters) fail('document-too-large', { what: 'text', limit: limits.characters })
  }
  return {
    paragraph({ text, place, headingLevel = null, number = null, footnotes: marks = [] }) {
      if (text.trim() === '' && number === null) return
      countText(text)
      blocks.push({ kind: 'paragraph', at: placed(place), text, headingLevel, number, footnotes: marks })
    },
    table(rows, place, caption = null) {
      for (const { lines } of rows.flat()) for (const line of lines) countText(line)
      blocks.push({ kind: 'table', at: placed(place), caption, rows })
    },
    footnote(mark, text, page = null) {
      countText(text)
      footnotes.push({ mark, text, page })
    },
    remark(kind, count = 1) {
      if (count > 0) remarks.set(kind, (remarks.get(kind) ?? 0) + count)
    },
    countCells(count) {
      cells += count
      if (cells > limits.cells) fail('document-too-large', { what: 'cells', limit: limits.cells })
    },
    finish: (title, pages) => ({
      format,
      title: title?.trim() || null,
      pages,
      blocks,
      footnotes,
      remarks: [...remarks].map(([kind, count]) => ({ kind, count })),
    }),
  }
}
