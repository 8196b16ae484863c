import { formatInSentence, sum } from '../../../domain/money.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import type { RegisterFacts } from './registerFacts.ts'

/** What happens next with authority to spend: the nearest effect, then what waits for a decision, then what is held. */
export const registerNextStep = ({ register, requests }: Pick<RegisterFacts, 'register' | 'requests'>): string => {
  const waiting = register.decisions
    .filter(({ status }) => status === 'made')
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))[0]
  if (waiting) {
    const amount = sum(waiting.lines.map(({ requested }) => requested))
    return `decision ${waiting.reference} (${formatInSentence(amount)}) has effect from ${formatDeadline(waiting.effectiveOn)}. Nothing may be spent under it before.`
  }
  const calledIn = requests.find(({ status }) => status === 'called_in')
  if (calledIn) return `${calledIn.reference} is called in. It has no effect until scrutiny has spoken.`
  const onItsWay = requests.filter(({ status }) => status !== 'draft' && status !== 'withdrawn' && status !== 'refused')
  const [next] = onItsWay
    .filter(({ decisionDueOn }) => decisionDueOn !== null)
    .sort((a, b) => ((a.decisionDueOn ?? '') < (b.decisionDueOn ?? '') ? -1 : 1))
  if (next?.decisionDueOn) {
    return `${next.reference} (${formatInSentence(next.amount)}) is due to be decided on ${formatDeadline(next.decisionDueOn)} by the ${next.decisionTaker}.`
  }
  const drafts = requests.filter(({ status }) => status === 'draft').length
  if (drafts > 0)
    return `${countOf(drafts, 'request')} ${drafts === 1 ? 'is' : 'are'} being written. Complete and send ${drafts === 1 ? 'it' : 'them'}.`
  if (register.decisions.length === 0) return 'the programme director or a finance officer asks for authority to spend.'
  const { held } = register.totals
  return held > 0
    ? `${formatInSentence(held)} is authorised and held. It is released when business cases are approved.`
    : 'nothing waits for anybody.'
}
