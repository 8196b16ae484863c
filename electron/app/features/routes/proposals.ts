import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { accounts, proposals, routes, ruleValues } from '../../../../db/subjects.ts'
import { CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { applyDelegationLimit } from '../../../../domain/people/delegationLimit.ts'
import { changeInWords } from '../../../../domain/route/changeInWords.ts'
import type { Proposal } from '../../../../domain/route/proposal.ts'
import {
  acceptProposal,
  refuseBackdating,
  refuseProposal,
  withdrawProposal,
} from '../../../../domain/route/proposals.ts'
import { changeOf, ProposedChange } from '../../../../domain/route/proposedChange.ts'
import type { Acting, Outcome, Service } from '../../command.ts'
import { checkChange } from './checkChange.ts'

export const NewProposal = z.strictObject({
  change: ProposedChange,
  fromOn: CalendarDay,
  /** Why, and where it is laid down. */
  reason: z.string().trim().min(1).max(1000),
})

/** Puts a change of a control before a second person. Until they accept it nothing is different (R38). */
export const proposeChange: Service<z.infer<typeof NewProposal>, Proposal> = async (change, input, acting) => {
  refuseBackdating(input.fromOn, dayInLondon(acting.clock()))
  await checkChange(change.tx, input.change, input.fromOn)
  const content = JSON.stringify(input.change)
  const open = await proposals.list(change.tx, { kind: input.change.kind, status: 'proposed' })
  const isKnown = open.some(
    (each) =>
      each.proposedBy === acting.actor &&
      each.content === content &&
      each.fromOn === input.fromOn &&
      each.reason === input.reason,
  )
  // Pressed twice, it is one proposal.
  if (isKnown) return null
  const holder =
    input.change.kind === 'delegation_limit' ? await accounts.get(change.tx, input.change.limit.accountId) : null
  const proposal = await proposals.insert(change, {
    id: acting.newId(),
    revision: 1,
    isRemoved: false,
    kind: input.change.kind,
    content,
    summary: changeInWords(input.change, holder?.title ?? ''),
    fromOn: input.fromOn,
    reason: input.reason,
    status: 'proposed',
    proposedBy: acting.actor,
    decidedBy: null,
    answer: '',
  })
  return outcomeOf(proposal, 'proposed')
}

export const Acceptance = z.strictObject({ id: Id, revision: z.int().min(1) })

/** A second person accepts a change, which counts from its day on. What it changes is saved with it. */
export const acceptChange: Service<z.infer<typeof Acceptance>, Proposal> = async (change, input, acting) => {
  const before = await pendingOf(change, input)
  const after = acceptProposal(before, acting.actor, dayInLondon(acting.clock()))
  await checkChange(change.tx, changeOf(before), before.fromOn)
  await apply(change, before, acting)
  return outcomeOf(await proposals.save(change, after), 'proposed → accepted')
}

export const Answer = Acceptance.extend({ reason: z.string().trim().min(1).max(2000) })

/** A second person refuses a change, with why. */
export const refuseChange: Service<z.infer<typeof Answer>, Proposal> = async (change, input, { actor }) => {
  const after = refuseProposal(await pendingOf(change, input), actor, input.reason)
  return outcomeOf(await proposals.save(change, after), 'proposed → refused')
}

/** Whoever proposed a change takes it back, with why. */
export const withdrawChange: Service<z.infer<typeof Answer>, Proposal> = async (change, input, { actor }) => {
  const after = withdrawProposal(await pendingOf(change, input), actor, input.reason)
  return outcomeOf(await proposals.save(change, after), 'proposed → withdrawn')
}

const pendingOf = async (change: Change, { id, revision }: z.infer<typeof Acceptance>): Promise<Proposal> => {
  const before = await proposals.get(change.tx, id)
  return before.revision === revision ? before : fail('stale', { entity: 'proposal', id })
}

const apply = async (change: Change, proposal: Proposal, { actor, newId }: Acting): Promise<void> => {
  const proposed = changeOf(proposal)
  const { fromOn } = proposal
  const fresh = { id: newId(), revision: 1, isRemoved: false }
  switch (proposed.kind) {
    case 'route': {
      const { stages, ...route } = proposed.route
      const before = await routes.list(change.tx, { subjectKind: route.subjectKind })
      const version = Math.max(0, ...before.map((each) => each.version)) + 1
      const named = stages.map((stage) => ({ ...stage, id: newId() }))
      await routes.insert(change, { ...fresh, ...route, version, stages: named, fromOn })
      return
    }
    case 'rule_value':
      await ruleValues.insert(change, { ...fresh, ...proposed.ruleValue, fromOn, source: proposal.reason })
      return
    case 'delegation_limit': {
      const { accountId, role, scope, amount } = proposed.limit
      // A limit is part of what somebody may do, and nobody changes that for themselves.
      if (accountId === actor) fail('own-roles', {})
      const account = await accounts.get(change.tx, accountId)
      await accounts.save(change, applyDelegationLimit(account, { role, scope, limit: amount, fromOn }))
      return
    }
    case 'rule_severity':
      // The accepted proposal is what counts: see acceptedSeverities.
      return
  }
}

const outcomeOf = (value: Proposal, transition: string): Outcome<Proposal> => ({
  subject: { kind: 'proposal', id: value.id },
  transition,
  value,
  detail: { summary: value.summary, fromOn: value.fromOn, ...(value.answer === '' ? {} : { reason: value.answer }) },
})
