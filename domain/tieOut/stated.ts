import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Place } from '../ledger/entry.ts'
import { Pence } from '../money.ts'

const text = (limit: number) => z.string().trim().max(limit)

/** Where in a document something stands, in the document's own words. */
export const StatedPlace = z.strictObject({
  section: text(200),
  paragraph: text(60).nullable(),
  table: text(200).nullable(),
  row: text(200).nullable(),
  column: text(100).nullable(),
})
export type StatedPlace = z.infer<typeof StatedPlace>

const RowMeaning = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('place'), place: Place }),
  z.strictObject({ kind: z.literal('source'), sourceId: Id }),
  /** The sum of the lines of a theme. */
  z.strictObject({ kind: z.literal('subtotal'), place: Place }),
  z.strictObject({ kind: z.literal('total') }),
])

/** A report column: the total, all years before `startYear`, one year, or `startYear` and all after it. */
export const ColumnMeaning = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('total') }),
  z.strictObject({ kind: z.literal('to-march'), startYear: StartYear }),
  z.strictObject({ kind: z.literal('year'), startYear: StartYear }),
  z.strictObject({ kind: z.literal('beyond'), startYear: StartYear }),
])

/** What a figure of the text can state. */
export const NarrativeMeasure = z.enum([
  'authority-asked',
  'annual-allocation',
  'allocation',
  'authority-given',
  'authority-remaining',
])
export type NarrativeMeasure = z.infer<typeof NarrativeMeasure>

/** What a printed figure seems to state. */
export const StatedMeaning = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cell'),
    table: z.enum(['previous-authority', 'authority', 'funding', 'expenditure-plan']),
    row: RowMeaning,
    column: ColumnMeaning,
  }),
  z.strictObject({
    kind: z.literal('narrative'),
    measure: NarrativeMeasure,
    place: Place,
    /** Null means all years. */
    startYear: StartYear.nullable(),
  }),
])
export type StatedMeaning = z.infer<typeof StatedMeaning>

/** A figure as a document prints it. `value` is pence read at the printed unit; null where the cell is blank. */
export const StatedFigure = z.strictObject({
  id: Id,
  place: StatedPlace,
  printed: text(60),
  value: Pence.nullable(),
  unit: z.enum(['£', '£000', '£m']),
  meaning: StatedMeaning.nullable(),
})
export type StatedFigure = z.infer<typeof StatedFigure>

/** Something a document says that is not a figure but that figures or other words can contradict. */
export const StatedClaim = z.strictObject({
  id: Id,
  place: StatedPlace,
  claim: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('themes'), names: z.array(text(200)) }),
    z.strictObject({ kind: z.literal('membership'), schemeId: Id, themeId: Id }),
    z.strictObject({ kind: z.literal('funded-by'), what: z.enum(['grant', 'borrowing']) }),
    z.strictObject({ kind: z.literal('equality'), answer: z.enum(['no-implications', 'assessment-promised']) }),
    /** Several labels printed in one cell with fewer amounts; the amounts as printed, by year. */
    z.strictObject({
      kind: z.literal('merged-cell'),
      labels: z.array(text(200)).min(2),
      amounts: z.array(z.strictObject({ startYear: StartYear, values: z.array(Pence) })),
    }),
    /** Bodies or offices named for one role, so that two places can be compared. */
    z.strictObject({ kind: z.literal('named'), role: text(100), names: z.array(text(200)) }),
  ]),
})
export type StatedClaim = z.infer<typeof StatedClaim>

/** A document whose figures are held against the ledger. It is evidence: nothing in it is ever changed. */
export const StatedDocument = z.strictObject({
  id: Id,
  title: text(300).min(1),
  reportOf: text(200),
  reportTo: text(200),
  datedOn: CalendarDay,
  capitalSchemeNumber: text(40),
  isKeyDecision: z.boolean().nullable(),
  /** The decision that the document asks for, once it is on record. */
  decisionId: Id.nullable(),
  figures: z.array(StatedFigure).max(20_000),
  claims: z.array(StatedClaim).max(2_000),
})
export type StatedDocument = z.infer<typeof StatedDocument>
