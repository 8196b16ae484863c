import { formatInSentence } from '../../../domain/money.ts'
import { formatDeadline } from '../../lib/format.ts'
import type { RequestFacts } from './requestFacts.ts'
import { whoDoes } from './stageWords.ts'

/** What happens next with a request, who does it, and by when. */
export const requestNextStep = (facts: RequestFacts): string => {
  const { request, nextStage, clock, callInClosesOn, decision, key } = facts
  const dayOf = (wanted: string) => clock.steps.find(({ step }) => step === wanted)?.on
  switch (request.status) {
    case 'draft': {
      const stops = facts.checks.filter(
        ({ severity, passes, stopsBefore }) => severity === 'stop' && !passes && stopsBefore === 'validate',
      )
      return stops.length > 0
        ? 'complete the tasks and put right what stops it, then send it on its way.'
        : 'complete the tasks, then send it on its way to its checks.'
    }
    case 'approved':
      return `${whoDoes(facts, { act: 'publish', by: null })} publishes the decision. The call-in window begins on that day, so nothing may be spent yet.`
    case 'published':
      return callInClosesOn && decision?.isCallInEligible && !request.callIn
        ? `the decision can be called in until ${formatDeadline(callInClosesOn)}. If it is not, it has effect from ${formatDeadline(decision.effectiveOn)}, by itself.`
        : `the decision has effect from ${formatDeadline(decision?.effectiveOn ?? clock.firstSpendOn)}, by itself.`
    case 'called_in':
      return request.callIn?.outcome === 'full_council'
        ? 'full council releases the decision or refers it back. Until then it has no effect.'
        : 'scrutiny releases the decision, refers it back or sends it to full council. Until then it has no effect.'
    case 'effective':
      return `${formatInSentence(facts.key.amount)} is authorised. It is held until business cases are approved, and released to them by itself.`
    case 'refused':
    case 'withdrawn':
      return 'nothing, unless somebody begins a new version.'
    case 'superseded':
      return 'nothing. A later version stands in its place.'
    default: {
      if (!nextStage) return 'nothing waits for anybody.'
      const due =
        nextStage.act === 'notice'
          ? dayOf('notice')
          : nextStage.act === 'report'
            ? dayOf('report')
            : request.decisionDueOn
      const by = due ? `, by ${formatDeadline(due)}` : ''
      const again =
        request.status === 'deferred' || request.status === 'referred_back' ? ' Or begin a new version.' : ''
      const notice =
        key.isKey && nextStage.act === 'decide' && request.notice ? ' The notice has to have run its days.' : ''
      return `${nextStage.name.charAt(0).toLowerCase()}${nextStage.name.slice(1)}, done by ${whoDoes(facts, nextStage)}${by}.${notice}${again}`
    }
  }
}
