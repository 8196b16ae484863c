import { z } from 'zod'
import type { Reading, Tx } from '../../../../db/schema.ts'
import { authorityRequests, businessCases, proposals, schemes, waivers } from '../../../../db/subjects.ts'
import { Waiver } from '../../../../domain/authority/waiver.ts'
import { type CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { acceptedSeverities } from '../../../../domain/route/proposals.ts'
import { severityOn } from '../../../../domain/route/ruleCatalogue.ts'
import { approveWaiver, checkWaiver, refuseWaiver } from '../../../../domain/route/waivers.ts'
import type { Severity } from '../../../../domain/tieOut/finding.ts'
import type { Outcome, Service } from '../../command.ts'

export const NewWaiver = Waiver.pick({
  rule: true,
  subjectKind: true,
  subjectId: true,
  reason: true,
  expiresOn: true,
})

const subjectsOf = { business_case: businessCases, authority_request: authorityRequests, scheme: schemes }

/** Asks that a warning on a business case, a request or a scheme be let pass until a day. What stops is not asked for. */
export const askWaiver: Service<z.infer<typeof NewWaiver>, Waiver> = async (change, input, acting) => {
  const { tx } = change
  const today = dayInLondon(acting.clock())
  await subjectsOf[input.subjectKind].get(tx, input.subjectId)
  checkWaiver(input, await severityOf(tx, input.rule, today), today)
  const { rule, subjectId, expiresOn, reason } = input
  const open = await waivers.list(tx, { subjectId, status: 'asked' })
  const isKnown = open.some(
    (each) =>
      each.rule === rule && each.askedBy === acting.actor && each.expiresOn === expiresOn && each.reason === reason,
  )
  // Pressed twice, it is asked once.
  if (isKnown) return null
  const waiver = await waivers.insert(change, {
    ...input,
    id: acting.newId(),
    revision: 1,
    isRemoved: false,
    askedBy: acting.actor,
    approvedBy: null,
    status: 'asked',
  })
  return outcomeOf(waiver, 'asked', waiver.reason)
}

export const WaiverApproval = z.strictObject({ id: Id, revision: z.int().min(1) })

/** Lets a warning pass that somebody else asked about. */
export const approveAskedWaiver: Service<z.infer<typeof WaiverApproval>, Waiver> = async (change, input, acting) => {
  const before = await askedOf(change.tx, input)
  const today = dayInLondon(acting.clock())
  const after = approveWaiver(before, acting.actor, await severityOf(change.tx, before.rule, today), today)
  return outcomeOf(await waivers.save(change, after), 'asked → approved', before.reason)
}

export const WaiverRefusal = WaiverApproval.extend({ reason: z.string().trim().min(1).max(2000) })

/** Lets the warning stand, with why. */
export const refuseAskedWaiver: Service<z.infer<typeof WaiverRefusal>, Waiver> = async (change, input, { actor }) => {
  const after = refuseWaiver(await askedOf(change.tx, input), actor)
  return outcomeOf(await waivers.save(change, after), 'asked → refused', input.reason)
}

/** What a rule does on a day in this programme. */
export const severityOf = async (db: Reading | Tx, rule: string, day: CalendarDay): Promise<Severity> =>
  severityOn(acceptedSeverities(await proposals.list(db, { kind: 'rule_severity', status: 'accepted' })), rule, day)

const askedOf = async (tx: Tx, { id, revision }: z.infer<typeof WaiverApproval>): Promise<Waiver> => {
  const before = await waivers.get(tx, id)
  return before.revision === revision ? before : fail('stale', { entity: 'waiver', id })
}

const outcomeOf = (value: Waiver, transition: string, reason: string): Outcome<Waiver> => ({
  subject: { kind: 'waiver', id: value.id },
  transition,
  value,
  detail: { rule: value.rule, subject: value.subjectId, expiresOn: value.expiresOn, reason },
})
