import { accounts, reportDrafts } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import { readsMarked } from '../../../../domain/report/readsMarked.ts'
import type { ReportDraft } from '../../../../domain/report/reportDraft.ts'
import { certifiers } from '../../../../domain/report/reportLifecycle.ts'
import { reportList } from '../../../../domain/report/reportList.ts'
import type { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import { type Role, roleTitles } from '../../../../domain/roles.ts'
import type { AsAt, State } from '../../state.ts'
import { refuseFull } from '../exempt/mayReadFull.ts'
import { checkedAt } from './checkedAt.ts'
import { statusWords } from './draftModel.ts'
import { markable } from './markable.ts'

/**
 * Throws `not-permitted` for a viewer and an administrator, who read what was issued, and `exempt` for what is kept from
 * whoever asks.
 */
export const refuseReading = async (state: State, actor: Actor, order: ReportOrder): Promise<void> => {
  if (!readsMarked(actor.role)) fail('not-permitted', { operation: 'reports.draft', role: actor.role })
  await refuseFull({ state, actor }, { ...order, version: 'full' })
}

/** A draft as it stands: its texts with what is proposed for them, what of it can be exempt, and what stands before its issue. */
export const draftScreen = async (state: State, actor: Actor, id: Id) => {
  const { draft, people } = await state.look(null, async (db) => ({
    draft: await reportDrafts.get(db, id),
    people: await accounts.list(db),
  }))
  await refuseReading(state, actor, draft.order)
  const standing = { status: statusWords[draft.status], snapshotId: null, madeBy: roleTitles[actor.role] }
  const { model, sections, figures, stops } = await checkedAt(state, draft, null, standing)
  const title = (who: string | null) => (who === null ? null : titleOf(people, who))
  return {
    draft,
    writers: draft.writers.map((who) => titleOf(people, who)),
    preparedBy: title(draft.preparedBy),
    certifiedBy: title(draft.certifiedBy),
    sections,
    /** How every figure of the texts stands beside the ledger. */
    figures,
    heading: model.heading,
    missing: model.missing,
    markable: markable(model, draft.marks),
    stops,
    ...whoCertifies(draft, actor),
  }
}

/** Who may certify a report, and whether whoever asks does: they hold the role and neither wrote nor prepared it. */
const whoCertifies = (draft: Pick<ReportDraft, 'report' | 'writers' | 'preparedBy'>, actor: Actor) => {
  const roles: readonly Role[] = certifiers(draft.report)
  const isOnOtherSide = draft.writers.includes(actor.id) || draft.preparedBy === actor.id
  return {
    certifiers: roles.map((role) => roleTitles[role]),
    mayCertify: roles.includes(actor.role) && !isOnOtherSide,
  }
}

export interface CheckOrder {
  order: ReportOrder
  asAt: AsAt
  draftId?: Id | undefined
}

/** The same for a report that nobody has begun, or for a draft. */
export const checkReport = async (state: State, actor: Actor, { order, asAt, draftId }: CheckOrder) => {
  const draft = draftId === undefined ? unwritten(order) : await state.look(null, (db) => reportDrafts.get(db, draftId))
  await refuseReading(state, actor, draft.order)
  const standing = { status: 'DRAFT' as const, snapshotId: null, madeBy: roleTitles[actor.role] }
  const { model, figures, stops } = await checkedAt(state, draft, asAt, standing)
  const { isHeldByChecks } = reportList[order.report]
  return {
    asAt: model.heading.asAt,
    missing: model.missing,
    isHeldByChecks,
    figures,
    stops,
    ...whoCertifies(draft, actor),
  }
}

const unwritten = (
  order: ReportOrder,
): Pick<
  ReportDraft,
  'report' | 'order' | 'narrative' | 'marks' | 'waivers' | 'writers' | 'preparedBy' | 'asAtSeq' | 'asAtOn'
> => ({
  report: order.report,
  order,
  narrative: [],
  marks: [],
  waivers: [],
  writers: [],
  preparedBy: null,
  asAtSeq: null,
  asAtOn: null,
})
