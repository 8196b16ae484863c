import { issuedReports } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import type { ReportVersion } from '../../../../domain/report/reportOrder.ts'
import { compareModels } from '../../../../reports/compare/compareModels.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { State } from '../../state.ts'
import { keptModel } from './keptModel.ts'
import { mayReadIssue, refuseIssue } from './mayReadIssue.ts'
import { modelNow } from './modelNow.ts'

/**
 * How an issue differs from another of the same report, or from what the ledger says now, figure by figure, in the version
 * that whoever asks may read. Throws `other-report` for an issue of another report, with whose tables it shares nothing, and
 * `exempt` or `holds-exempt` where there is no such version.
 */
export const compareIssues = async (state: State, actor: Actor, { one, other }: { one: Id; other: Id | null }) => {
  const { version, before, kept } = await state.look(null, async (db, day) => {
    const issue = await issuedReports.get(db, one)
    const second = other === null ? null : await issuedReports.get(db, other)
    if (second && second.report !== issue.report) fail('other-report', { report: issue.report, other: second.report })
    const both = second === null ? [issue] : [issue, second]
    let version: ReportVersion = 'full'
    for (const each of both) if (!(await mayReadIssue(db, actor, each, 'full', day))) version = 'public'
    for (const each of both) await refuseIssue(db, actor, each, version, day)
    return {
      version,
      before: await keptModel(db, issue, version),
      kept: second && (await keptModel(db, second, version)),
    }
  })
  const after = kept ?? (await modelNow(state, one, version))
  return {
    before: aboutModel(before),
    after: aboutModel(after),
    differences: compareModels(before, after),
  }
}

const aboutModel = ({ heading: { title, about, status, snapshotId, asAt, asAtInWords } }: ReportModel) => ({
  title,
  about,
  status,
  snapshotId,
  asAt,
  asAtInWords,
})
