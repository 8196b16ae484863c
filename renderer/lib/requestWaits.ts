import type { RequestState } from '../../domain/authority/authorityRequest.ts'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import { formatInSentence, type Pence } from '../../domain/money.ts'
import { formatDeadline } from './format.ts'

interface Waiting {
  reference: string
  status: RequestState
  amount: Pence
  decisionTaker: string
  decisionDueOn: CalendarDay | null
}

/** What a request on its way to effect waits for, as a sentence without its capital. */
export const requestWaits = ({ reference, status, amount, decisionTaker, decisionDueOn }: Waiting): string => {
  const taker = decisionTaker || 'decision taker'
  const due = decisionDueOn ? `, due on ${formatDeadline(decisionDueOn)}` : ''
  const decision = `the decision of the ${taker}${due}`
  const waits: Partial<Record<RequestState, string>> = {
    draft: 'its writers to complete it',
    ready: 'its checks',
    finance_cleared: 'the legal and equality check',
    cleared: `its notice where it is a key decision, and ${decision}`,
    recommended: decision,
    notice_published: `its report, and ${decision}`,
    report_published: decision,
    approved: 'the publication of its decision',
    published: 'the end of its call-in window',
    called_in: 'scrutiny',
    deferred: `the ${taker} again, or a new version`,
    referred_back: `the ${taker} again, or a new version`,
  }
  return `request ${reference} for ${formatInSentence(amount)} waits for ${waits[status] ?? 'nobody'}.`
}
