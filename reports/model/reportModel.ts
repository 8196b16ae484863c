import { z } from 'zod'
import { MoneyUnit, Pence } from '../../domain/money.ts'
import { Exempt } from '../../domain/report/exempt.ts'
import { Check } from '../check.ts'
import { ChartPart } from './chartPart.ts'
import { ReportHeading } from './reportHeading.ts'
import { TablePart } from './tablePart.ts'

/** A piece of a paragraph: words, a figure that is bound to the ledger, or the mark of a footnote. */
export const Run = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string(), isStrong: z.boolean() }),
  z.strictObject({
    kind: z.literal('figure'),
    /** What was written, without its brackets: `authority.requested | k`. */
    token: z.string(),
    /** Null for a value that is no money, such as a date or a name. */
    amount: Pence.nullable(),
    unit: MoneyUnit.nullable(),
    /** As it stands in the sentence. */
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('footnote'), mark: z.string() }),
])
export type Run = z.infer<typeof Run>

export const Part = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    id: z.string(),
    level: z.int().min(1).max(3),
    /** `4.4.4`, or null for a heading without one. */
    number: z.string().nullable(),
    text: z.string(),
  }),
  z.strictObject({
    kind: z.literal('paragraph'),
    id: z.string(),
    number: z.string().nullable(),
    runs: z.array(Run),
    exempt: Exempt.nullable(),
  }),
  z.strictObject({
    kind: z.literal('list'),
    id: z.string(),
    isOrdered: z.boolean(),
    items: z.array(z.array(Run)),
    exempt: Exempt.nullable(),
  }),
  /** Names with their values, as on the cover of a report. */
  z.strictObject({
    kind: z.literal('facts'),
    id: z.string(),
    facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    exempt: Exempt.nullable(),
  }),
  TablePart,
  ChartPart,
  z.strictObject({ kind: z.literal('page-break'), id: z.string() }),
])
export type Part = z.infer<typeof Part>

/** A report as it is read on the screen, kept when it is issued, and written in every form. Amounts in pence. */
export const ReportModel = z.strictObject({
  heading: ReportHeading,
  orientation: z.enum(['portrait', 'landscape']),
  /** Laid out side by side, so that it fits one printed page. */
  isOnePage: z.boolean().optional(),
  parts: z.array(Part),
  footnotes: z.array(z.strictObject({ mark: z.string(), text: z.string() })),
  /** What the program does not know, that this report should say. */
  missing: z.array(z.string()),
  /** The results of the checks that stand beside its figures. */
  checks: z.array(Check),
})
export type ReportModel = z.infer<typeof ReportModel>

/** A text of a report that somebody writes, with its figures as tokens. */
export interface NarrativeSection {
  id: string
  heading: string
  /** What was written, or what the program proposes. */
  text: string
}

/** What a maker gives; the heading and the checks are the same for all reports. */
export interface ReportContent extends Omit<ReportModel, 'heading' | 'checks'> {
  /** In place of the catalogue's title. */
  title?: string
  /** What it is about, where it is not the whole programme. */
  about?: string
  /** What its figures are shown in unless another unit is asked for. */
  unit: MoneyUnit
  /** The texts that can be written for it, in their order; none for a report of tables alone. */
  sections: NarrativeSection[]
}
