import { lastSeq } from '../../../../../db/queries/events.ts'
import type { CalendarDay } from '../../../../../domain/calendarDay.ts'
import { Failure } from '../../../../../domain/errors.ts'
import type { Actor } from '../../../../../domain/people/actor.ts'
import type { FileContents } from '../../../../../domain/report/fileContents.ts'
import { readsMarked } from '../../../../../domain/report/readsMarked.ts'
import type { ReportDraft } from '../../../../../domain/report/reportDraft.ts'
import type { ReportOrder } from '../../../../../domain/report/reportOrder.ts'
import type { NotCompared, Verdict } from '../../../../../domain/report/verdict.ts'
import type { State } from '../../../state.ts'
import { type Asked, isCancelled } from '../../../work/works.ts'
import { mayReadFull } from '../../exempt/mayReadFull.ts'
import type { Standing } from '../draftModel.ts'
import { formBytes } from '../formBytes.ts'
import { isLongReport } from '../isLongReport.ts'
import { sinceOf } from './changedSince.ts'
import { draftsOf, unwritten, type Written } from './modelsAgain.ts'
import { says } from './proofIn.ts'

export type DraftAgain =
  | { kind: 'made'; files: Uint8Array[]; since: Verdict['since']; isWithoutTexts: boolean }
  | { kind: 'unknown-event' }
  | { kind: 'not-compared'; notCompared: NotCompared }

/**
 * A draft made once more as of its event, with each of the texts that it may have had: those of then, and those of now. Throws
 * `work-cancelled`.
 */
export const draftAgain = async (
  state: State,
  actor: Actor,
  { order, seq, day }: { order: ReportOrder; seq: number; day: CalendarDay },
  read: FileContents,
  asked: Asked | undefined,
): Promise<DraftAgain> => {
  const last = await state.look(null, lastSeq)
  if (seq < 1 || seq > last) return { kind: 'unknown-event' }
  const mayRead =
    order.version === 'public' || (await state.look(null, (db, today) => mayReadFull(db, actor, order, today)))
  if (!mayRead) return { kind: 'not-compared', notCompared: { why: 'exempt' } }
  if (read.form === 'pdf' && state.ports.printer === undefined) {
    return { kind: 'not-compared', notCompared: { why: 'no-printer' } }
  }
  const kept = await state.look(null, (db) => draftsOf(db, order))
  // Whoever reads no drafts is told nothing of their texts: a proof can be written by hand.
  const hasTextsOfThen = readsMarked(actor.role)
  const now = hasTextsOfThen ? kept : []
  const standing: Standing = { status: statusOf(now, seq, read), snapshotId: null, madeBy: '' }
  const isLarge = await state.read(null, isLongReport)
  try {
    const then = { order, day, standing, texts: [...textsOf(now), unwritten], hasTextsOfThen }
    const models = await state.run('modelsAgain', { seq }, then, isLarge, asked)
    const files: Uint8Array[] = []
    for (const model of models) files.push(await formBytes(state, model, read.form, { isLarge, asked }))
    const today = await state.look(null, (_db, day) => day)
    const latest = { order, day: today, standing, texts: [textsOf(now)[0] ?? unwritten], hasTextsOfThen: false }
    const [present] = await state.run('modelsAgain', null, latest, isLarge, asked)
    const [first] = models
    const since = first && present ? sinceOf(first, present) : null
    return { kind: 'made', files, since, isWithoutTexts: kept.length > now.length }
  } catch (error) {
    if (!(error instanceof Failure) || isCancelled(error)) throw error
    return { kind: 'not-compared', notCompared: { why: 'not-made', code: error.code } }
  }
}

const textsOf = (drafts: readonly ReportDraft[]): Written[] =>
  drafts.map(({ narrative, marks }) => ({ narrative, marks }))

/** A draft that was fixed at this event went on to be prepared and certified, and says so. */
const statusOf = (drafts: readonly ReportDraft[], seq: number, read: FileContents): Standing['status'] => {
  if (!drafts.some(({ asAtSeq }) => asAtSeq === seq)) return 'DRAFT'
  if (says(read, /\bCERTIFIED\b/)) return 'CERTIFIED'
  return says(read, /\bPREPARED\b/) ? 'PREPARED' : 'DRAFT'
}
