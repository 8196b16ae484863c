import { applyOutcome, type BoardAct } from '../../../../domain/businessCase/applyOutcome.ts'
import type { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import { acceptCase, returnCase, submitCase, withdrawCase } from '../../../../domain/businessCase/caseLifecycle.ts'
import { dischargeCondition, meetCondition } from '../../../../domain/businessCase/conditions.ts'
import { nextVersion } from '../../../../domain/businessCase/nextVersion.ts'
import { checkDuplicate, checkSubmission } from '../../../../domain/businessCase/submitRules.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { Failure, type FailureCode, type Failures, fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { type Duty, mayDo } from '../../../../domain/roles.ts'

export type CaseAct = 'write' | 'submit' | 'accept' | 'return' | 'withdraw' | 'newVersion' | 'recommend' | 'approve'

type Refusal = { [Code in FailureCode]: { code: Code; detail: Failures[Code] } }[FailureCode]

/** Null where the actor may do it, else why not. */
export type WhyNot = Refusal | null

interface Asked {
  facts: ProgrammeFacts
  actor: Actor
  /** The act that the route asks of a board next. */
  boardAct: BoardAct | null
  /** A route says to which boards it goes. */
  hasRoute: boolean
  others: readonly BusinessCase[]
}

/** What the actor may do with a case today and why not, by trying each act on it and saving nothing. */
export const caseActs = (businessCase: BusinessCase, asked: Asked): Record<CaseAct, WhyNot> => {
  const { facts, actor } = asked
  const by = (duty: Duty, operation: string, act: () => unknown): WhyNot =>
    tried(() => {
      if (!mayDo(actor.role, duty)) fail('not-permitted', { operation, role: actor.role })
      act()
    })
  const on = facts.asAt.day
  const reason = 'Tried'
  const sources = new Map(facts.sources.map(({ id, name }) => [id, name]))
  const check = () => checkSubmission(businessCase, facts.balances, (id) => sources.get(id) ?? '')
  return {
    write: by('writeCase', 'cases.saveDraft', () => {
      if (businessCase.status !== 'draft') fail('wrong-status', { is: businessCase.status, needs: 'draft' })
    }),
    submit: by('writeCase', 'cases.submit', () => {
      submitCase(businessCase, { on, actor: actor.id, routeId: null })
      check()
      if (!asked.hasRoute) fail('no-route', {})
    }),
    accept: by('handleCase', 'cases.accept', () => {
      acceptCase(businessCase, { on, actor: actor.id })
      check()
      checkDuplicate(businessCase, asked.others)
    }),
    return: by('handleCase', 'cases.returnToWriter', () => returnCase(businessCase, { on, actor: actor.id, reason })),
    withdraw: by('writeCase', 'cases.withdraw', () => withdrawCase(businessCase, { reason })),
    newVersion: by('writeCase', 'cases.newVersion', () =>
      nextVersion(businessCase, { id: businessCase.id, actor: actor.id, version: 1, reference: 'Tried' }),
    ),
    recommend: by('vote', 'meetings.vote', () => tryBoard(businessCase, 'recommend', on, asked)),
    approve: by('vote', 'meetings.vote', () => tryBoard(businessCase, 'approve', on, asked)),
  }
}

const tryBoard = (businessCase: BusinessCase, act: BoardAct, on: CalendarDay, { actor, boardAct }: Asked): void => {
  const result = act === 'recommend' ? 'recommended' : 'approved'
  const newId = (): Id => businessCase.id
  const acting = { act, on, actor: actor.id, newId, validityMonths: 1 }
  applyOutcome(businessCase, { result, conditions: [], reason: '' }, acting)
  if (boardAct !== act) fail('wrong-status', { is: businessCase.status, needs: `ready to ${act}` })
}

export interface ConditionActs {
  conditionId: Id
  meet: WhyNot
  discharge: WhyNot
}

export const conditionActs = (businessCase: BusinessCase, { facts, actor }: Asked): ConditionActs[] =>
  businessCase.conditions.map(({ id: conditionId }) => ({
    conditionId,
    meet: tried(() => {
      if (!mayDo(actor.role, 'writeCase')) fail('not-permitted', { operation: 'cases.meetCondition', role: actor.role })
      meetCondition(businessCase, { conditionId, evidence: 'Tried', actor: actor.id })
    }),
    discharge: tried(() => {
      if (!mayDo(actor.role, 'handleCase')) {
        fail('not-permitted', { operation: 'cases.dischargeCondition', role: actor.role })
      }
      dischargeCondition(businessCase, { conditionId, on: facts.asAt.day, actor: actor.id })
    }),
  }))

const tried = (act: () => unknown): WhyNot => {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, detail: error.detail } as Refusal
    throw error
  }
}
