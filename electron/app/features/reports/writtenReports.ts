import { z } from 'zod'
import { findBytes } from '../../../../db/attachments.ts'
import { issuedReports, reportDrafts } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { ReportForm } from '../../../../domain/report/reportList.ts'
import { ReportVersion } from '../../../../domain/report/reportOrder.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import { contentTypes } from '../../../../reports/writers.ts'
import type { State } from '../../state.ts'
import { WorkId } from '../../work/works.ts'
import { refuseReading } from './draftScreen.ts'
import { type Asking, previewReport, type SentFile } from './exportReport.ts'
import { keptModel } from './keptModel.ts'
import { refuseIssue } from './mayReadIssue.ts'
import { picturesOf } from './picturesOf.ts'
import { writeForm } from './writeForm.ts'

/** A report that is being written, or one that was issued: not made of an order alone. */
export const WrittenPreview = z.union([
  z.strictObject({ draftId: Id, version: ReportVersion.default('full'), work: WorkId.optional() }),
  z.strictObject({ issueId: Id, version: ReportVersion.default('full'), work: WorkId.optional() }),
])
export type WrittenPreview = z.output<typeof WrittenPreview>

export const IssuedExport = z.strictObject({ issueId: Id, form: ReportForm, version: ReportVersion })
export type IssuedExport = z.output<typeof IssuedExport>

/**
 * The page of a draft as it stands, or of an issue as it was kept. Throws `not-found`, `damaged-issue`, `exempt`,
 * `holds-exempt`, and `not-permitted` for a viewer, who reads what is public once it is issued.
 */
export const previewWritten = async (state: State, asking: Asking, input: WrittenPreview): Promise<string> => {
  if ('draftId' in input) return await previewDraft(state, asking, input)
  return await pageOf(state, await modelOfIssue(state, asking.actor, input))
}

/** A draft is made where exports are; of one that was issued the page is that of the issue. */
const previewDraft = async (
  state: State,
  asking: Asking,
  { draftId, version, work }: Extract<WrittenPreview, { draftId: Id }>,
): Promise<string> => {
  const draft = await state.look(null, (db) => reportDrafts.get(db, draftId))
  await refuseReading(state, asking.actor, draft.order)
  if (draft.issueId !== null) {
    return await pageOf(state, await modelOfIssue(state, asking.actor, { issueId: draft.issueId, version }))
  }
  return await previewReport(state, asking, { order: { ...draft.order, version }, asAt: null, draftId, work })
}

const pageOf = async (state: State, model: ReportModel): Promise<string> => {
  const pictures = await picturesOf(state.ports, model, new AbortController().signal)
  return new TextDecoder().decode(await writeForm(model, pictures, 'html'))
}

const modelOfIssue = async (
  state: State,
  actor: Actor,
  { issueId, version }: { issueId: Id; version: ReportVersion },
): Promise<ReportModel> => {
  return await state.look(null, async (db, today) => {
    const issue = await issuedReports.get(db, issueId)
    await refuseIssue(db, actor, issue, version, today)
    return await keptModel(db, issue, version)
  })
}

/**
 * A file of an issue exactly as it was handed out. Throws `not-found` for a form that it was not written in,
 * `damaged-issue`, and what reading the full version throws.
 */
export const issuedFile = async (
  state: State,
  actor: Actor,
  { issueId, form, version }: IssuedExport,
): Promise<SentFile> => {
  return await state.look(null, async (db, today) => {
    const issue = await issuedReports.get(db, issueId)
    await refuseIssue(db, actor, issue, version, today)
    const file = issue.files.find((each) => each.form === form && each.version === version)
    if (!file) return fail('not-found', { entity: 'issued_report', id: issueId })
    const bytes = await findBytes(db, file.sha256)
    if (!bytes) return fail('damaged-issue', { sha256: file.sha256 })
    return { bytes, fileName: file.name, contentType: contentTypes[form] } satisfies SentFile
  })
}
