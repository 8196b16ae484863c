import { z } from 'zod'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { MoneyUnit } from '../money.ts'
import { ReportName, ScopeKind } from './reportList.ts'

/** What a report is about: a year by its start year, a thing by its id. */
export const ReportScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('programme') }),
  z.strictObject({ kind: z.literal('year'), startYear: StartYear }),
  z.strictObject({ kind: ScopeKind.exclude(['programme', 'year']), id: Id }),
])
export type ReportScope = z.infer<typeof ReportScope>

/** The public version leaves out what is exempt; the full one is for who may read it. */
export const ReportVersion = z.enum(['full', 'public'])
export type ReportVersion = z.infer<typeof ReportVersion>

/** What is asked of a report beside the moment. The same order as at the same moment gives the same contents. */
export const ReportOrder = z.strictObject({
  report: ReportName,
  scope: ReportScope,
  /** The years of its tables; an end left open is taken from the figures. */
  from: StartYear.nullable(),
  to: StartYear.nullable(),
  /** What the figures are shown in; null for what is usual for the report. */
  unit: MoneyUnit.nullable(),
  version: ReportVersion,
})
export type ReportOrder = z.infer<typeof ReportOrder>

/** A report of the whole programme, for all years, in its usual unit, for who may read everything. */
export const plainOrder = (report: ReportName): ReportOrder => ({
  report,
  scope: { kind: 'programme' },
  from: null,
  to: null,
  unit: null,
  version: 'full',
})
