import { Failure } from '../../../../../domain/errors.ts'
import type { Actor } from '../../../../../domain/people/actor.ts'
import type { IssuedReport } from '../../../../../domain/report/issuedReport.ts'
import type { ReportVersion } from '../../../../../domain/report/reportOrder.ts'
import type { Verdict } from '../../../../../domain/report/verdict.ts'
import { compareModels } from '../../../../../reports/compare/compareModels.ts'
import type { ReportModel } from '../../../../../reports/model/reportModel.ts'
import type { State } from '../../../state.ts'
import { type Asked, isCancelled } from '../../../work/works.ts'
import { keptModel } from '../keptModel.ts'
import { mayReadIssue } from '../mayReadIssue.ts'
import { modelNow } from '../modelNow.ts'

/** Changes that are told one by one. */
const MOST_TOLD = 200

/** What an issue would say otherwise now; null where it can no longer be made, or is not for whoever asks. Throws `work-cancelled`. */
export const changedSince = async (
  state: State,
  actor: Actor,
  issue: IssuedReport,
  version: ReportVersion,
  asked: Asked | undefined,
): Promise<Verdict['since']> => {
  try {
    const kept = await state.look(null, async (db, day) =>
      (await mayReadIssue(db, actor, issue, version, day)) ? await keptModel(db, issue, version) : null,
    )
    return kept && sinceOf(kept, await modelNow(state, issue.id, version, asked))
  } catch (error) {
    if (error instanceof Failure && !isCancelled(error)) return null
    throw error
  }
}

export const sinceOf = (before: ReportModel, now: ReportModel): NonNullable<Verdict['since']> => {
  const changes = compareModels(before, now)
  return {
    seq: now.heading.asAt.seq,
    day: now.heading.asAt.day,
    changes: changes.slice(0, MOST_TOLD).map(({ place, was, is, change }) => ({ place, was, is, change })),
    changeCount: changes.length,
  }
}
