import { formatInSentence, type Pence, pence, sum } from '../../../domain/money.ts'
import { formatShare } from '../../lib/format.ts'
import type { CaseFacts } from './caseFacts.ts'

type Asked = Pick<CaseFacts, 'businessCase' | 'wait' | 'route' | 'coverage' | 'money'>

/** What agreeing to a case changes, a sentence each. */
export const ifAgreed = ({ businessCase, wait, route, coverage, money }: Asked): string[] => {
  const asked = sum(businessCase.costs.map((line) => line.amount))
  if (wait?.kind === 'board' && wait.act === 'recommend') {
    const following = route?.stages[businessCase.stagesPassed + 1]
    return [
      following ? `It goes on to: ${following.name}.` : 'It goes on by its route.',
      'No money is released by a recommendation.',
    ]
  }
  const released = releasedOf(money)
  const isApproved = businessCase.approved.length > 0
  const after = isApproved ? released : pence(released + asked)
  const covered = coverage.byStatus.approved.amount
  return [
    isApproved
      ? `It is approved for ${formatInSentence(sum(businessCase.approved.map((line) => line.amount)))}. Released for this scheme so far: ${formatInSentence(released)}.`
      : `Released for this scheme: ${formatInSentence(released)} becomes ${formatInSentence(after)}, as far as authority is held for it.`,
    isApproved
      ? `Covered by approved cases: ${formatShare(covered, coverage.total)}.`
      : `Covered by approved cases: ${formatShare(covered, coverage.total)} becomes ${formatShare(pence(covered + asked), coverage.total)}.`,
  ]
}

const releasedOf = (money: CaseFacts['money']): Pence => {
  const total = money.columns.findIndex(({ kind }) => kind === 'total')
  const cell = money.rows.find(({ level }) => level === 'released')?.cells[total]
  return cell?.kind === 'amount' ? cell.amount : pence(0)
}
