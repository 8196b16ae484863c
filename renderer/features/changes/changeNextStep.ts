import { approverWords } from '../../../domain/change/changeWords.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { ChangeFacts } from './changeFacts.ts'

/** What happens next with a change, who does it, or what came of it. */
export const changeNextStep = ({ change, route, isOwn, decider, decision, refusal, row }: ChangeFacts): string => {
  switch (change.status) {
    case 'sent':
      if (refusal) return 'it cannot be posted as it stands. Withdraw it, or change first what stops it.'
      if (route.approver === 'decision') {
        return `somebody else puts the decision on ${formatInSentence(route.amount)} on record once it is made.`
      }
      return isOwn
        ? `${approverWords[route.approver]} approves or refuses it. You wrote it, so you cannot.`
        : `${approverWords[route.approver]} approves or refuses it.`
    case 'approved':
      return `it is posted on ${decision ? formatDay(decision.effectiveOn) : 'its day'}. Until then it can be withdrawn.`
    case 'posted':
      return `nothing. ${row.postedOn ? `It was posted on ${formatDay(row.postedOn)}` : 'It was posted'} under ${row.decisionRef}; ${
        change.route.approver === 'decision'
          ? 'a further decision takes it back.'
          : 'a mistake is reversed with a reason.'
      }`
    case 'refused':
      return `${decider ?? 'it was'} refused it: ${change.answer} Its writer can send a copy that is put right.`
    case 'withdrawn':
      return `nothing. It was withdrawn: ${change.answer}`
    case 'reversed':
      return `nothing. It was reversed: ${change.reversalReason}`
  }
}
