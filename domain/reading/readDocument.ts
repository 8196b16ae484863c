import { z } from 'zod'

export const DocumentFormat = z.enum(['docx', 'pdf', 'html', 'xlsx', 'text'])
export type DocumentFormat = z.infer<typeof DocumentFormat>

/** A part of a page, as fractions of its width and height from its upper left corner. */
export const PageBox = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type PageBox = z.infer<typeof PageBox>

const count = z.int().nonnegative()

/** Where a block stands; what the format does not tell is null. Pages count from 1. */
export const BlockPlace = z.strictObject({
  block: count,
  page: count.nullable(),
  pageTo: count.nullable(),
  sheet: z.string().nullable(),
  box: PageBox.nullable(),
})
export type BlockPlace = z.infer<typeof BlockPlace>

export const ParagraphBlock = z.strictObject({
  kind: z.literal('paragraph'),
  at: BlockPlace,
  text: z.string(),
  headingLevel: z.int().min(1).max(9).nullable(),
  /** As printed before the text, or as the list counts it: `1.1`, `a)`; never a part of the text. */
  number: z.string().nullable(),
  /** The marks of its footnotes; never a part of the text. */
  footnotes: z.array(z.string()),
})
export type ParagraphBlock = z.infer<typeof ParagraphBlock>

export const ReadCell = z.strictObject({
  /** Where it begins in the grid, from 0. */
  row: count,
  column: count,
  rowSpan: z.int().positive(),
  columnSpan: z.int().positive(),
  /** Its text by printed line or paragraph; none where it is empty. */
  lines: z.array(z.string()),
  /** Whether the document itself marks it as a heading. */
  isHeader: z.boolean(),
  footnotes: z.array(z.string()),
  page: count.nullable(),
  box: PageBox.nullable(),
})
export type ReadCell = z.infer<typeof ReadCell>

export const TableBlock = z.strictObject({
  kind: z.literal('table'),
  at: BlockPlace,
  caption: z.string().nullable(),
  /** By the row in which a cell begins: one that a merged cell covers holds fewer, or none. */
  rows: z.array(z.array(ReadCell)),
})
export type TableBlock = z.infer<typeof TableBlock>

export const Block = z.discriminatedUnion('kind', [ParagraphBlock, TableBlock])
export type Block = z.infer<typeof Block>

export const Footnote = z.strictObject({ mark: z.string(), text: z.string(), page: count.nullable() })
export type Footnote = z.infer<typeof Footnote>

/** What a reader of the document has to be told about how it was read. */
export const RemarkKind = z.enum([
  /** Insertions read as if accepted, deletions left out. */
  'tracked-changes',
  'comments',
  /** Rows, columns, sheets or words that the document hides, and that are left out. */
  'hidden',
  'pictures',
  /** Text boxes, whose place among the paragraphs is not certain. */
  'text-boxes',
  /** Formulas, of which the result that was last saved is read. */
  'formula-results',
  'rotated-page',
  'page-without-text',
  /** Tables that go on over a page break and are read as one. */
  'joined-tables',
  /** Heads that a table repeats on its next page, read once. */
  'repeated-heads',
  /** Heads and feet that stand on page after page, left out of the blocks. */
  'running-text',
  /** Cells whose column the page does not tell for certain. */
  'uncertain-column',
  /** Characters that are not those of the encoding that was found. */
  'unreadable-characters',
])
export type RemarkKind = z.infer<typeof RemarkKind>

export const Remark = z.strictObject({ kind: RemarkKind, count: z.int().positive() })
export type Remark = z.infer<typeof Remark>

/** A document as it was read: its exact words, in the order in which they are read, and where each stands. */
export const ReadDocument = z.strictObject({
  format: DocumentFormat,
  title: z.string().nullable(),
  pages: count.nullable(),
  blocks: z.array(Block),
  footnotes: z.array(Footnote),
  remarks: z.array(Remark),
})
export type ReadDocument = z.infer<typeof ReadDocument>
