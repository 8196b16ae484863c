import { z } from 'zod'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature } from '../ledger/entry.ts'

/** Which extract of the finance system a file is: what was paid, or what was ordered. */
export const ExtractKind = z.enum(['actuals', 'orders'])
export type ExtractKind = z.infer<typeof ExtractKind>

/** What a column of an extract can hold. */
export const SpendField = z.enum([
  'ledgerRef',
  'costCode',
  'amount',
  'debit',
  'credit',
  'period',
  'year',
  'postedOn',
  'supplier',
  'description',
  'orderRef',
  'source',
  'nature',
])
export type SpendField = z.infer<typeof SpendField>

/** The most columns of an extract; no ledger has so many. */
export const MOST_COLUMNS = 1_000

/** From 0. */
const Column = z
  .int()
  .min(0)
  .max(MOST_COLUMNS - 1)

/** Where the money of a cost code goes. A null scheme is a code that is none of this programme's, and its rows are left out. */
export const CodeTarget = z.strictObject({
  schemeId: Id.nullable(),
  sourceId: Id.nullable(),
  nature: Nature,
})
export type CodeTarget = z.infer<typeof CodeTarget>

export const LONGEST_CODE = 200

/** How the rows of an extract are read. */
export const Mapping = z.strictObject({
  kind: ExtractKind,
  /** Empty for a file without sheets. */
  sheet: z.string().max(200),
  /** The row of the headings, from 1 as the file counts; 0 where there is none. */
  headerRow: z.int().min(0).max(1_048_576),
  /** The headings as they read, by which a mapping finds its columns again in the next extract. */
  headings: z.array(z.string().max(200)).max(MOST_COLUMNS),
  columns: z.strictObject({
    /** One or more columns that together tell each row from all others. */
    ledgerRef: z.array(Column).max(5),
    /** One or more columns that together say where the money belongs. */
    costCode: z.array(Column).max(5),
    amount: Column.nullable(),
    debit: Column.nullable(),
    credit: Column.nullable(),
    period: Column.nullable(),
    year: Column.nullable(),
    postedOn: Column.nullable(),
    supplier: Column.nullable(),
    description: Column.nullable(),
    orderRef: Column.nullable(),
    source: Column.nullable(),
    nature: Column.nullable(),
  }),
  /** Reversed where the finance system shows what is spent as minus. */
  sign: z.enum(['as-stated', 'reversed']),
  /** Of dates written in figures. */
  dayOrder: z.enum(['day-month', 'month-day']),
  /** Which of its two calendar years a financial year written `2021` means. */
  yearNamedBy: z.enum(['start', 'end']),
  /** The year of rows that say none. */
  startYear: StartYear.nullable(),
  /** Whether an order's amount is what was ordered, or what is left of it. */
  orderAmount: z.enum(['ordered', 'outstanding']),
  hiddenRows: z.enum(['read', 'left-out']),
  /** The open period in which rows of closed ones are posted (R23); null refuses them. */
  closedInto: z.strictObject({ startYear: StartYear, period: z.int().min(1).max(13) }).nullable(),
  /** By the code as `codeKey` writes it. */
  codes: z.record(z.string().min(1).max(LONGEST_CODE), CodeTarget),
  /** Funding sources by the words of the source column, as `codeKey` writes them. */
  sources: z.record(z.string().min(1).max(LONGEST_CODE), Id),
})
export type Mapping = z.infer<typeof Mapping>

/** The code of all rows where no column says one. */
export const ONLY_CODE = '*'

/** A code as it is compared: without case, and with single spaces. */
export const codeKey = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase().slice(0, LONGEST_CODE)
