import { lastSeq } from '../../../../../db/queries/events.ts'
import type { Reading } from '../../../../../db/schema.ts'
import { reportDrafts } from '../../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../../domain/calendarDay.ts'
import { Failure } from '../../../../../domain/errors.ts'
import type { Actor } from '../../../../../domain/people/actor.ts'
import type { FileContents } from '../../../../../domain/report/fileContents.ts'
import { readsMarked } from '../../../../../domain/report/readsMarked.ts'
import type { ReportDraft } from '../../../../../domain/report/reportDraft.ts'
import type { ReportOrder } from '../../../../../domain/report/reportOrder.ts'
import { scopeKey } from '../../../../../domain/report/scopeKey.ts'
import type { NotCompared, Verdict } from '../../../../../domain/report/verdict.ts'
import type { ReportModel } from '../../../../../reports/model/reportModel.ts'
import type { State } from '../../../state.ts'
import { mayReadFull } from '../../exempt/mayReadFull.ts'
import { draftModel, type Standing } from '../draftModel.ts'
import { formBytes } from '../formBytes.ts'
import { sinceOf } from './changedSince.ts'
import { says } from './proofIn.ts'

export type DraftAgain =
  | { kind: 'made'; files: Uint8Array[]; since: Verdict['since']; isWithoutTexts: boolean }
  | { kind: 'unknown-event' }
  | { kind: 'not-compared'; notCompared: NotCompared }

type Written = Pick<ReportDraft, 'narrative' | 'marks'>

/** A draft made once more as of its event, with each of the texts that it may have had: those of then, and those of now. */
export const draftAgain = async (
  state: State,
  actor: Actor,
  { order, seq, day }: { order: ReportOrder; seq: number; day: CalendarDay },
  read: FileContents,
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
  const readsTexts = readsMarked(actor.role)
  const now = readsTexts ? kept : []
  const standing: Standing = { status: statusOf(now, seq, read), snapshotId: null, madeBy: '' }
  try {
    const models: ReportModel[] = await state.file().read(async (db) => {
      const texts = distinct([...(readsTexts ? await draftsOf(db, order) : []), ...now, { narrative: [], marks: [] }])
      const made: ReportModel[] = []
      for (const { narrative, marks } of texts) {
        made.push((await draftModel(db, { order, narrative, marks }, day, standing)).model)
      }
      return made
    }, seq)
    const files: Uint8Array[] = []
    for (const model of models) files.push(await formBytes(state.ports, model, read.form))
    const [first] = models
    const since = first
      ? await state.look(null, async (db, today) => {
          const [latest] = distinct([...now, { narrative: [], marks: [] }])
          const written = latest ?? { narrative: [], marks: [] }
          return sinceOf(first, (await draftModel(db, { order, ...written }, today, standing)).model)
        })
      : null
    return { kind: 'made', files, since, isWithoutTexts: kept.length > now.length }
  } catch (error) {
    if (error instanceof Failure) return { kind: 'not-compared', notCompared: { why: 'not-made', code: error.code } }
    throw error
  }
}

const draftsOf = async (db: Reading, { report, scope }: ReportOrder): Promise<ReportDraft[]> =>
  await reportDrafts.list(db, { report, scope: scopeKey(scope) })

const distinct = (written: readonly Written[]): Written[] => {
  const found = new Map<string, Written>()
  for (const { narrative, marks } of written) found.set(JSON.stringify([narrative, marks]), { narrative, marks })
  return [...found.values()].slice(0, MOST_TEXTS)
}

const MOST_TEXTS = 4

/** A draft that was fixed at this event went on to be prepared and certified, and says so. */
const statusOf = (drafts: readonly ReportDraft[], seq: number, read: FileContents): Standing['status'] => {
  if (!drafts.some(({ asAtSeq }) => asAtSeq === seq)) return 'DRAFT'
  if (says(read, /\bCERTIFIED\b/)) return 'CERTIFIED'
  return says(read, /\bPREPARED\b/) ? 'PREPARED' : 'DRAFT'
}
