import { appendEvent, beginChange, type Change, postMovement } from '../../db/change.ts'
import { decisionsDue } from '../../db/queries/decisionsDue.ts'
import { isAnythingDue } from '../../db/queries/isAnythingDue.ts'
import { decisions } from '../../db/subjects.ts'
import { dayInLondon } from '../../domain/calendarDay.ts'
import { Failure } from '../../domain/errors.ts'
import { checkMovement } from '../../domain/ledger/movementRules.ts'
import type { Decision } from '../../domain/programme/decision.ts'
import { takeEffect } from '../../domain/programme/decisions.ts'
import type { Acting } from './command.ts'
import { lapseCases } from './features/authority/lapseCases.ts'
import { releaseApproved } from './features/authority/releaseApproved.ts'
import { leaveRequestDraft } from './features/authority/requestDrafts.ts'
import { saveEffect } from './features/authority/saveEffect.ts'
import { leaveDraft } from './features/businessCase/drafts.ts'
import { leaveRestedDrafts, type Rested, restedSince } from './features/businessCase/restedDrafts.ts'
import { decisionMovements } from './features/decisionMovements.ts'
import { ledgerContext } from './features/ledgerContext.ts'

const restedKinds: readonly Rested[] = [
  { kind: 'business_case', operation: 'cases.leave', leave: leaveDraft },
  { kind: 'authority_request', operation: 'requests.leave', leave: leaveRequestDraft },
]

/** Brings about, in date order, what was decided before and whose day has come: one event each, by the actor *system*. */
export const bringAboutWhatIsDue = async (acting: Acting): Promise<void> => {
  if (acting.file.isReadOnly) return
  const moments = { today: dayInLondon(acting.clock()), restedSince: restedSince(acting) }
  if (!(await acting.file.read((db) => isAnythingDue(db, moments)))) return
  for (const rested of restedKinds) await leaveRestedDrafts(acting, rested)
  const today = dayInLondon(acting.clock())
  const due = await acting.file.read((db) => decisionsDue(db, today))
  for (const id of due) {
    try {
      await acting.file.write(async (tx) => {
        const change = await beginChange(tx, acting.clock())
        const decision = await decisions.get(tx, id)
        // Another process may have been first.
        if (decision.status === 'made') await postDecision(change, decision, acting)
      })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      // The decision stays as made, and the screens say that its day has passed; nothing else waits for it.
      acting.log({ level: 'warn', what: 'decision did not take effect', decision: id, code: error.code })
    }
  }
  await releaseApproved(acting, today)
  await lapseCases(acting, today)
}

const postDecision = async (change: Change, decision: Decision, acting: Acting): Promise<void> => {
  const effective = await decisions.save(change, takeEffect(decision))
  for (const movement of decisionMovements(effective, acting.newId)) {
    checkMovement(movement, await ledgerContext(change.tx, effective.effectiveOn))
    await postMovement(change, movement)
  }
  await saveEffect(change, effective)
  await appendEvent(change, {
    actor: 'system',
    role: 'system',
    operation: 'decisions.takeEffect',
    transition: 'made → effective',
    subject: { kind: 'decision', id: decision.id },
    detail: { reference: decision.reference, effectiveOn: decision.effectiveOn },
  })
}
