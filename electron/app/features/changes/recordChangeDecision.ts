import { z } from 'zod'
import { decisions } from '../../../../db/subjects.ts'
import { earliestAfter } from '../../../../domain/authority/requestLifecycle.ts'
import { CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import type { ChangeRequest } from '../../../../domain/change/changeRequest.ts'
import { approveChange } from '../../../../domain/change/changeSteps.ts'
import { checkChange } from '../../../../domain/change/checkChange.ts'
import { routeOf } from '../../../../domain/change/routeOf.ts'
import { fail } from '../../../../domain/errors.ts'
import { Decision } from '../../../../domain/programme/decision.ts'
import { effectiveDay, isKey } from '../../../../domain/programme/decisions.ts'
import type { Service } from '../../command.ts'
import { checkBesidePromises } from '../authority/promises.ts'
import { holidaysOf } from '../holidays.ts'
import { changeAt, refuseTaken, Seen, save } from './changeActs.ts'
import { changeFacts } from './changeFacts.ts'
import { decisionOn, refuseUncovered } from './soundChange.ts'

/** How the public was told of a key decision: 28 clear days before, or by one of the two lawful ways without. */
const Notice = z.strictObject({
  route: z.enum(['notice', 'general_exception', 'special_urgency']),
  publishedOn: CalendarDay,
  /** Who agreed, and why it could not wait; may be empty for the ordinary notice. */
  agreement: z.string().trim().max(2000),
})

export const ChangeDecision = Seen.extend({
  ...Decision.pick({
    reference: true,
    decisionTaker: true,
    madeOn: true,
    publishedOn: true,
    isCallInEligible: true,
    note: true,
  }).shape,
  /** Null where the decision is no key decision. */
  notice: Notice.nullable(),
})

/**
 * Puts the decision of a body or an officer on a change on record, by somebody who did not write the change. A key decision
 * needs its notice (R11); the change is posted on the day on which the decision takes effect.
 */
export const recordChangeDecision: Service<z.infer<typeof ChangeDecision>, ChangeRequest> = async (
  change,
  input,
  acting,
) => {
  const { id, revision, notice, note, ...given } = input
  const before = await changeAt(change.tx, { id, revision })
  const today = dayInLondon(acting.clock())
  if (given.madeOn > today) fail('future-day', { on: given.madeOn, today })
  const facts = await changeFacts(change.tx, given.madeOn, before.id)
  const route = routeOf(before, facts)
  const decisionId = acting.newId()
  const after = approveChange(before, { actor: acting.actor, on: given.madeOn }, { decisionId, route, answer: note })
  checkChange(before.kind, before.lines)
  await refuseUncovered(change.tx, before.lines, facts)
  const isKeyDecision = isKey(route.cumulative, given.madeOn, facts.ruleValues)
  if (isKeyDecision) checkNotice(notice, given.madeOn)
  await refuseTaken(change.tx, given.reference)
  const effectiveOn = effectiveDay({ ...given, effectiveOn: null }, await holidaysOf(change.tx), facts.ruleValues)
  const kind = isKeyDecision ? 'key' : 'significant_operational'
  const decision = decisionOn(
    before,
    { ...given, id: decisionId, kind, effectiveOn, note: noteOf(note, notice) },
    facts,
  )
  await checkBesidePromises(change.tx, decision, acting.newId)
  await decisions.insert(change, decision)
  return await save(change, before, after, { decision: decision.reference, effectiveOn })
}

const checkNotice = (given: z.infer<typeof Notice> | null, madeOn: CalendarDay): void => {
  const notice = given ?? fail('notice-incomplete', { fields: ['publishedOn'] })
  const earliest = earliestAfter(notice)
  if (madeOn < earliest) fail('too-little-notice', { route: notice.route, earliest })
  if (notice.route !== 'notice' && notice.agreement === '') fail('agreement-missing', {})
}

const noteOf = (note: string, notice: z.infer<typeof Notice> | null): string =>
  [note, notice && `Notice published ${notice.publishedOn}.`, notice?.agreement]
    .filter(Boolean)
    .join(' ')
    .slice(0, 2000)
