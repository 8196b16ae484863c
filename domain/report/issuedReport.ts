import { z } from 'zod'
import { CalendarDay, Instant } from '../calendarDay.ts'
import { Id } from '../id.ts'
import { ReportForm, ReportName } from './reportList.ts'
import { ReportOrder, ReportVersion } from './reportOrder.ts'

const Sha256 = z.string().length(64)

/** A file that was handed out, kept with the programme under its digest. */
export const IssuedFile = z.strictObject({
  form: ReportForm,
  version: ReportVersion,
  name: z.string(),
  /** In bytes. */
  size: z.int().min(1),
  sha256: Sha256,
})
export type IssuedFile = z.infer<typeof IssuedFile>

/** A form that could not be made where the report was issued. */
export const UnmadeFile = z.strictObject({ form: ReportForm, version: ReportVersion, why: z.enum(['no-printer']) })
export type UnmadeFile = z.infer<typeof UnmadeFile>

/** A report as it was issued: written once and never changed (R31). Its id is the snapshot that its files name. */
export const IssuedReport = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  report: ReportName,
  scope: z.string(),
  title: z.string(),
  about: z.string(),
  order: ReportOrder,
  draftId: Id,
  /** The issue of the same report that this one takes the place of. */
  supersedesId: Id.nullable(),
  asAtSeq: z.int().min(1),
  asAtOn: CalendarDay,
  /** Of the event that it shows the ledger as of. */
  asAtHash: Sha256,
  /** Of the model in full, as canonical JSON (RFC 8785). */
  modelSha256: Sha256,
  /** Of the public version; null where nothing is exempt, so that the full one is public. */
  publicModelSha256: Sha256.nullable(),
  files: z.array(IssuedFile).min(1),
  unmade: z.array(UnmadeFile),
  preparedBy: z.string(),
  certifiedBy: z.string(),
  issuedBy: z.string(),
  issuedAt: Instant,
})
export type IssuedReport = z.infer<typeof IssuedReport>
