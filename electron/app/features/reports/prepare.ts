import type { z } from 'zod'
import { reportDrafts } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import type { ReportDraft } from '../../../../domain/report/reportDraft.ts'
import { reportList } from '../../../../domain/report/reportList.ts'
import { type ReportStop, stopInWords } from '../../../../domain/report/reportStop.ts'
import { roleTitles } from '../../../../domain/roles.ts'
import { runCommand } from '../../command.ts'
import { AsAtInput } from '../../operation.ts'
import type { State } from '../../state.ts'
import { askedBy, WorkId } from '../../work/works.ts'
import { refuseFull } from '../exempt/mayReadFull.ts'
import { checkedAt } from './checkedAt.ts'
import { prepareDraftNow, Seen } from './drafts.ts'
import type { Asking } from './exportReport.ts'

export const Preparing = Seen.extend({ asAt: AsAtInput.default(null), work: WorkId.optional() })

/** Throws `report-stopped` where something stands before the issue of a report. */
export const refuseStopped = ({ report }: Pick<ReportDraft, 'report'>, stops: readonly ReportStop[]): void => {
  const [first] = stops
  if (first) fail('report-stopped', { title: reportList[report].title, stops: stops.length, first: stopInWords(first) })
}

/**
 * Fixes what a report shows: the ledger as of now or of an earlier moment, at which nothing may stand before its issue.
 * Throws `report-stopped`, `wrong-status`, `stale` and `not-permitted`.
 */
export const prepare = async (
  state: State,
  { actor, session }: Asking,
  { asAt, work, ...input }: z.output<typeof Preparing>,
) => {
  const draft = await state.look(null, (db) => reportDrafts.get(db, input.id))
  if (draft.revision !== input.revision) fail('stale', { entity: 'report_draft', id: draft.id })
  await refuseFull({ state, actor }, draft.order)
  const standing = { status: 'PREPARED' as const, snapshotId: null, madeBy: roleTitles[actor.role] }
  const { model, stops } = await checkedAt(state, draft, asAt, standing, askedBy({ session }, work))
  const { seq, day } = model.heading.asAt
  const service: typeof prepareDraftNow = async (change, given, acting) => {
    const outcome = await prepareDraftNow(change, given, acting)
    refuseStopped(draft, stops)
    return outcome
  }
  return {
    value: await runCommand(state.acting(actor), 'reports.prepare', service, { ...input, asAt: { seq, day } }),
  }
}
