import type { z } from 'zod'
import { keepBytes } from '../../../../db/attachments.ts'
import type { Reading, Tx } from '../../../../db/schema.ts'
import { accounts, issuedReports, reportDrafts } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import type { IssuedFile, IssuedReport } from '../../../../domain/report/issuedReport.ts'
import type { ReportDraft } from '../../../../domain/report/reportDraft.ts'
import { closeDraft, refusePreparing } from '../../../../domain/report/reportLifecycle.ts'
import { roleTitles } from '../../../../domain/roles.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import { runCommand, type Service } from '../../command.ts'
import type { State } from '../../state.ts'
import { askedBy, WorkId } from '../../work/works.ts'
import { refuseFull } from '../exempt/mayReadFull.ts'
import { seen } from '../seen.ts'
import { checkedAt } from './checkedAt.ts'
import { Seen } from './drafts.ts'
import type { Asking } from './exportReport.ts'
import { type IssuedBytes, issuedBytes } from './issuedBytes.ts'
import { refuseStopped } from './prepare.ts'

/** The page asks under the name of its work how far it is, or stops it: nothing is kept before all is written. */
export const Issuing = Seen.extend({ work: WorkId.optional() })

/** All that an issue hands out, made before it is kept: the models as text, and every file. */
interface ReadyIssue extends IssuedBytes {
  snapshotId: Id
  model: ReportModel
}

/**
 * Issues a certified report: made once more as at its moment, written in all its forms, and kept with its digests in one
 * command. Throws `wrong-status`, `stale`, `work-cancelled`, `report-stopped`, `not-permitted`, and what a writer throws.
 */
export const issueReport = async (
  state: State,
  { actor, session }: Asking,
  { work, ...input }: z.output<typeof Issuing>,
) => {
  const asked = askedBy({ session }, work)
  const { draft, names } = await state.look(null, async (db) => {
    const found = await reportDrafts.get(db, input.id)
    return { draft: found, names: await namesOf(db, found, actor) }
  })
  if (draft.revision !== input.revision) fail('stale', { entity: 'report_draft', id: draft.id })
  if (draft.status !== 'certified') fail('wrong-status', { is: draft.status, needs: 'certified' })
  refusePreparing(draft.report, actor.role)
  const snapshotId = state.ports.newId()
  await refuseFull({ state, actor }, draft.order)
  const standing = { status: 'ISSUED' as const, snapshotId, madeBy: names }
  const ready = await state.works.whole(asked, async () => {
    const { model, open, stops } = await checkedAt(state, draft, null, standing, asked)
    refuseStopped(draft, stops)
    return { snapshotId, model, ...(await issuedBytes(state, model, open, asked)) }
  })
  return { value: await runCommand(state.acting(actor), 'reports.issue', keepIssue, { ...input, ready }) }
}

/** Who stands behind an issue, in the words of its heading. */
const namesOf = async (db: Reading, { preparedBy, certifiedBy }: ReportDraft, actor: Actor): Promise<string> => {
  const people = await accounts.list(db)
  const title = (who: string | null) => (who === null ? '' : titleOf(people, who))
  return `${roleTitles[actor.role]}; prepared by: ${title(preparedBy)}; certified by: ${title(certifiedBy)}`
}

const keepIssue: Service<z.output<typeof Seen> & { ready: ReadyIssue }, IssuedReport> = async (
  change,
  { ready, ...input },
  { actor, role },
) => {
  const before = await seen(change.tx, reportDrafts, input)
  refusePreparing(before.report, role)
  const { preparedBy, certifiedBy } = before
  const { snapshotId, model, full, open, files, unmade } = ready
  const after = await reportDrafts.save(change, closeDraft(before, snapshotId))
  // The draft's own checks say so already, which the compiler does not see.
  if (preparedBy === null || certifiedBy === null)
    return fail('wrong-status', { is: before.status, needs: 'certified' })
  const kept: IssuedFile[] = []
  for (const { bytes, ...file } of files) {
    kept.push({ ...file, size: bytes.byteLength, sha256: await keepBytes(change.tx, bytes) })
  }
  const { title, about, asAt } = model.heading
  const issue = await issuedReports.insert(change, {
    id: snapshotId,
    revision: 1,
    isRemoved: false,
    report: after.report,
    scope: after.scope,
    title,
    about,
    order: after.order,
    draftId: after.id,
    supersedesId: await lastIssue(change.tx, after),
    asAtSeq: asAt.seq,
    asAtOn: asAt.day,
    asAtHash: asAt.hash,
    modelSha256: await keepBytes(change.tx, full),
    publicModelSha256: open === null ? null : await keepBytes(change.tx, open),
    files: kept,
    unmade,
    preparedBy,
    certifiedBy,
    issuedBy: actor,
    issuedAt: change.recordedAt,
  })
  return {
    subject: { kind: 'issued_report', id: snapshotId },
    transition: 'certified → issued',
    value: issue,
    detail: {
      report: issue.report,
      scope: issue.scope,
      asAt: asAt.seq,
      files: kept.map(({ name }) => name),
      ...(issue.supersedesId === null ? {} : { supersedes: issue.supersedesId }),
    },
  }
}

/** The issue that a new one of the same report about the same thing takes the place of. */
const lastIssue = async (tx: Tx, { report, scope }: Pick<ReportDraft, 'report' | 'scope'>): Promise<Id | null> => {
  const issues = await issuedReports.list(tx, { report, scope })
  const followed = new Set(issues.map(({ supersedesId }) => supersedesId))
  return issues.find(({ id }) => !followed.has(id))?.id ?? null
}
