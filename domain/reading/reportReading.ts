import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { MoneyUnit, Pence } from '../money.ts'
import { ColumnMeaning, NarrativeMeasure } from '../tieOut/stated.ts'

const count = z.int().nonnegative()

/**
 * Where something stands in a read document. `row` and `column` are the cell of a table, `line` a line of that cell, `start`
 * and `end` the characters of the line or paragraph; what is null is not narrowed down. A footnote has no block. A place
 * leads to the document as it was read, before any correction.
 */
export const ReadPlace = z.strictObject({
  block: count.nullable(),
  footnote: count.nullable(),
  row: count.nullable(),
  column: count.nullable(),
  line: count.nullable(),
  start: count.nullable(),
  end: count.nullable(),
  page: count.nullable(),
  /** The heading above and the number of the paragraph, as printed. */
  section: z.string().nullable(),
  paragraph: z.string().nullable(),
})
export type ReadPlace = z.infer<typeof ReadPlace>

/** How sure a reading is. What is not understood is shown with its words and never dropped. */
export const Confidence = z.enum(['read', 'inferred', 'not-understood'])
export type Confidence = z.infer<typeof Confidence>

/** `why` is a sentence wherever something is not simply read. */
const sureness = { confidence: Confidence, why: z.string().nullable() }

/** Something the document says, with its exact words. What it does not say has no place. */
const read = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value: value.nullable(), text: z.string(), place: ReadPlace.nullable(), ...sureness })

const ReadText = read(z.string())
const ReadDay = read(CalendarDay)
const ReadAnswer = read(z.boolean())
const ReadUnit = read(MoneyUnit)
export interface Read<Value> {
  value: Value | null
  text: string
  place: ReadPlace | null
  confidence: Confidence
  why: string | null
}

/** The first page: who reports to whom, when and on what, and the answers to its four questions. */
export const ReportCover = z.strictObject({
  reportOf: ReadText,
  reportTo: ReadText,
  datedOn: ReadDay,
  subject: ReadText,
  capitalSchemeNumber: ReadText,
  isKeyDecision: ReadAnswer,
  questions: z.strictObject({ wards: ReadAnswer, equality: ReadAnswer, callIn: ReadAnswer, exempt: ReadAnswer }),
})
export type ReportCover = z.infer<typeof ReportCover>

/** A paragraph of the text without its number; captions of tables stand in their order, footnotes at the end. */
export const ReadParagraph = z.strictObject({
  kind: z.enum(['cover', 'heading', 'paragraph', 'recommendation', 'caption', 'footnote']),
  number: z.string().nullable(),
  text: z.string(),
  place: ReadPlace,
})
export type ReadParagraph = z.infer<typeof ReadParagraph>

export const NameKind = z.enum(['theme', 'scheme', 'source'])
export type NameKind = z.infer<typeof NameKind>

/** A name as printed somewhere in the document: `names` of the reading says what it stands for. */
export const PrintedName = z.strictObject({ kind: NameKind, printed: z.string() })
export type PrintedName = z.infer<typeof PrintedName>

/** What a printed name stands for. */
export const NameMatch = z.strictObject({
  ...PrintedName.shape,
  /** The key of a known name, or of a thing that this document names first; null where several are as likely. */
  to: z.string().nullable(),
  /** The name of what it stands for. */
  name: z.string(),
  how: z.enum(['same', 'alias', 'near', 'new', 'ambiguous']),
  why: z.string().nullable(),
  isConfirmed: z.boolean(),
  /** What else it could stand for, the likeliest first. */
  candidates: z.array(z.strictObject({ to: z.string(), name: z.string() })),
  places: z.array(ReadPlace),
})
export type NameMatch = z.infer<typeof NameMatch>

/** An amount of a table. `value` is null where nothing is printed but a dash, and where it is not understood. */
export const ReadAmount = z.strictObject({
  printed: z.string(),
  value: Pence.nullable(),
  unit: MoneyUnit,
  /** The marks of footnotes printed beside it. */
  marks: z.array(z.string()),
  place: ReadPlace,
  ...sureness,
})
export type ReadAmount = z.infer<typeof ReadAmount>

export const ReadColumn = z.strictObject({
  /** Its place in the grid of the block, from 0. */
  column: count,
  /** All its head words, the upper first. */
  head: z.string(),
  role: z.enum(['label', 'theme', 'description', 'amount', 'other']),
  meaning: ColumnMeaning.nullable(),
  unit: MoneyUnit,
  place: ReadPlace,
  ...sureness,
})
export type ReadColumn = z.infer<typeof ReadColumn>

/** A label: `name` is what is printed, without its `Inc.` and its footnote mark. */
export const ReadLabel = z.strictObject({
  printed: z.string(),
  name: z.string(),
  marks: z.array(z.string()),
  place: ReadPlace,
  ...sureness,
})
export type ReadLabel = z.infer<typeof ReadLabel>

/**
 * A row of a table as it is to be understood, which a merged cell can spread over several printed rows. A `split` has several
 * labels and fewer amounts: which amount is whose is not known.
 */
export const ReadRow = z.strictObject({
  key: z.string(),
  kind: z.enum(['line', 'split', 'total', 'subtotal', 'theme', 'note', 'unknown']),
  /** What the row is of; null for totals, splits and notes. */
  name: PrintedName.nullable(),
  /** The theme that it stands under, as printed. */
  theme: z.string().nullable(),
  labels: z.array(ReadLabel),
  /** One for each amount column, in their order; no amounts where the cell is blank. */
  cells: z.array(z.strictObject({ column: count, place: ReadPlace, amounts: z.array(ReadAmount) })),
  place: ReadPlace,
  ...sureness,
})
export type ReadRow = z.infer<typeof ReadRow>

/** What a cell that is not empty was taken as. */
export const ReadTableCell = z.strictObject({
  place: ReadPlace,
  text: z.string(),
  as: z.enum(['cover', 'title', 'head', 'label', 'theme', 'description', 'amount', 'note', 'unknown']),
  ...sureness,
})
export type ReadTableCell = z.infer<typeof ReadTableCell>

export const TableKind = z.enum(['previous-authority', 'authority', 'funding', 'expenditure-plan', 'unknown'])
export type TableKind = z.infer<typeof TableKind>

/** A table of the report: a part of a block where a block prints several under heads of their own. */
export const ReadTable = z.strictObject({
  key: z.string(),
  kind: TableKind,
  title: ReadText,
  unit: ReadUnit,
  place: ReadPlace,
  columns: z.array(ReadColumn),
  rows: z.array(ReadRow),
  /** Every cell that is not empty, once. */
  cells: z.array(ReadTableCell),
  ...sureness,
})
export type ReadTable = z.infer<typeof ReadTable>

/** An amount in the text and what it seems to state. `value` is read at the printed unit: £3.049k is £3,049. */
export const ReadFigure = z.strictObject({
  key: z.string(),
  printed: z.string(),
  value: Pence.nullable(),
  unit: MoneyUnit,
  /** What it seems to state, of what, and for which year; null is not told, and for the year all years. */
  measure: NarrativeMeasure.nullable(),
  of: z.union([z.literal('programme'), PrintedName]).nullable(),
  startYear: StartYear.nullable(),
  /** The sentence it stands in. */
  sentence: z.string(),
  place: ReadPlace,
  ...sureness,
})
export type ReadFigure = z.infer<typeof ReadFigure>

/** What the words say that figures or other words can contradict. */
export const ReadClaim = z.strictObject({
  key: z.string(),
  place: ReadPlace,
  text: z.string(),
  claim: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('themes'), names: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('membership'), scheme: z.string(), theme: z.string() }),
    z.strictObject({ kind: z.literal('funded-by'), what: z.enum(['grant', 'borrowing']) }),
    z.strictObject({ kind: z.literal('equality'), answer: z.enum(['no-implications', 'assessment-promised']) }),
    /** The row is of this table and key. */
    z.strictObject({ kind: z.literal('merged-cell'), table: z.string(), row: z.string() }),
    z.strictObject({ kind: z.literal('named'), role: z.string(), names: z.array(z.string()) }),
  ]),
  ...sureness,
})
export type ReadClaim = z.infer<typeof ReadClaim>

/** A document understood as a report. Everything keeps its place and its exact words. */
export const ReportReading = z.strictObject({
  cover: ReportCover,
  paragraphs: z.array(ReadParagraph),
  tables: z.array(ReadTable),
  narrative: z.array(ReadFigure),
  claims: z.array(ReadClaim),
  names: z.array(NameMatch),
})
export type ReportReading = z.infer<typeof ReportReading>

/** The reader's own words in place of what stands there: a cell, a line, some characters, a paragraph or a footnote. */
export const Correction = z.strictObject({ place: ReadPlace, text: z.string() })
export type Correction = z.infer<typeof Correction>

/** The reader says what a printed name stands for; null is something new. */
export const Confirmation = z.strictObject({ ...PrintedName.shape, to: z.string().nullable() })
export type Confirmation = z.infer<typeof Confirmation>

/** A theme, scheme or source that a programme has already. */
export const KnownName = z.strictObject({
  key: z.string(),
  kind: NameKind,
  name: z.string(),
  aliases: z.array(z.string()),
})
export type KnownName = z.infer<typeof KnownName>
