import { earliestAfter } from '../../../domain/authority/requestLifecycle.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence, pence } from '../../../domain/money.ts'
import { formatDeadline } from '../../lib/format.ts'
import type { RequestFacts } from './requestFacts.ts'
import { stageInSentence, whoDoes } from './stageWords.ts'

type NextStepFacts = Pick<
  RequestFacts,
  | 'asAt'
  | 'request'
  | 'nextStage'
  | 'stages'
  | 'boards'
  | 'clock'
  | 'callInClosesOn'
  | 'decision'
  | 'key'
  | 'checks'
  | 'standing'
>

/** What happens next with a request, who does it, and by when. */
export const requestNextStep = (facts: NextStepFacts): string => {
  const { request, stages, clock, callInClosesOn, decision } = facts
  switch (request.status) {
    case 'draft': {
      const stops = facts.checks.filter(
        ({ severity, passes, stopsBefore }) => severity === 'stop' && !passes && stopsBefore === 'validate',
      )
      return stops.length > 0
        ? 'complete the tasks and put right what stops it, then send it on its way.'
        : 'complete the tasks, then send it on its way to its checks.'
    }
    case 'approved': {
      const stage = stages.find(({ act }) => act === 'publish') ?? { act: 'publish' as const, by: null }
      const window = request.cover.isCallInEligible ? 'The call-in window begins on that day, so nothing' : 'Nothing'
      return `${whoDoes(facts, stage)} publishes the decision. ${window} may be spent yet.`
    }
    case 'published':
      return callInClosesOn && decision?.isCallInEligible && !request.callIn
        ? `the decision can be called in until ${formatDeadline(callInClosesOn)}. If it is not, it has effect from ${formatDeadline(decision.effectiveOn)}, by itself.`
        : `the decision has effect from ${formatDeadline(decision?.effectiveOn ?? clock.firstSpendOn)}, by itself.`
    case 'called_in':
      return calledInWords(request.callIn)
    case 'effective':
      return standingWords(facts)
    case 'refused':
    case 'withdrawn':
      return 'nothing, unless somebody begins a new version.'
    case 'superseded':
      return 'nothing. A later version stands in its place.'
    default:
      return onItsWayWords(facts)
  }
}

const calledInWords = (callIn: NextStepFacts['request']['callIn']): string => {
  if (callIn?.outcome === 'full_council')
    return 'full council releases the decision or refers it back. Until then it has no effect.'
  const hearing = callIn?.hearingOn ? ` on ${formatDeadline(callIn.hearingOn)}` : ''
  return `${callIn?.scrutinyBoard || 'scrutiny'} hears the call-in${hearing}, and releases the decision, refers it back or sends it to full council. Until then it has no effect.`
}

/** What of the authority is held, released and left, once the decision has effect. */
const standingWords = ({ standing, decision }: Pick<NextStepFacts, 'standing' | 'decision'>): string => {
  if (!standing || !decision) return 'nothing waits for anybody.'
  const { effective, released, held, left } = standing
  const since = `since ${formatDay(decision.effectiveOn)}`
  if (effective < 0) return `nothing. ${formatInSentence(pence(-effective))} of authority is taken back ${since}.`
  if (effective === 0) return 'nothing. What it gave was taken back, and nothing may be spent under it.'
  const given = `${formatInSentence(effective)} is authorised ${since}.`
  if (released === 0)
    return `${given} All of it is held until business cases are approved; then it is released to them by itself.`
  if (held > 0)
    return `${given} ${formatInSentence(released)} of it is released, and ${formatInSentence(held)} is held until business cases are approved.`
  return left > 0
    ? `${given} All of it is released, and ${formatInSentence(left)} is left to commit.`
    : `nothing. ${given} All of it is committed or spent.`
}

const onItsWayWords = (facts: NextStepFacts): string => {
  const { request, nextStage, clock, asAt } = facts
  if (!nextStage) return 'nothing waits for anybody.'
  const who = whoDoes(facts, nextStage)
  const what = nextStage.act === 'decide' ? `decision of ${who}` : `${stageInSentence(nextStage.name)}, done by ${who}`
  const isEarlier = nextStage.act === 'notice' || nextStage.act === 'report'
  const due = isEarlier ? clock.steps.find(({ step }) => step === nextStage.act)?.on : request.decisionDueOn
  const by = !due ? '' : due >= asAt.day ? `, by ${formatDeadline(due)}` : `, which was due by ${formatDeadline(due)}`
  const again = request.status === 'deferred' || request.status === 'referred_back' ? ' Or begin a new version.' : ''
  return `${what}${by}.${noticeWords(facts)}${again}`
}

/** From when a key decision can be made, while its notice still runs. */
const noticeWords = ({ request, nextStage, key, asAt }: NextStepFacts): string => {
  if (!key.isKey || nextStage?.act !== 'decide' || !request.notice) return ''
  const earliest = earliestAfter(request.notice)
  return earliest > asAt.day ? ` After its notice it can be made from ${formatDeadline(earliest)}.` : ''
}
