import { isNothing } from '../../../domain/closure/residual.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { SchemeDelivery } from './closureFacts.ts'

/** The step that follows, who takes it, and by when. */
export const closureNextStep = ({ scheme, closure: facts, lessons }: SchemeDelivery): string => {
  const { closure, residual, waiting, boards } = facts
  const [first] = waiting
  if (scheme.lifecycle === 'cancelled') return 'nothing. The scheme was cancelled.'
  if (closure === null) {
    return isNothing(residual)
      ? 'when the work is done, the scheme lead reports its completion. A scheme that is given up is cancelled.'
      : 'when the work is done, the scheme lead reports its completion. Before a scheme is cancelled, what is left on it is released.'
  }
  switch (closure.status) {
    case 'completion_reported':
      return residual.commitment === 0
        ? 'a finance officer who did not report the completion agrees the final account.'
        : `invoices for ${formatInSentence(residual.commitment)} of orders are still to come, or the orders are cancelled; then finance agrees the final account.`
    case 'account_agreed':
    case 'residual_released':
      if (!isNothing(residual)) {
        return first
          ? `the decision ${first.reference} takes effect on ${formatDay(first.effectiveOn)} and releases what is left.`
          : `a finance officer releases ${formatInSentence(residual.authority)} of authority and ${formatInSentence(residual.allocation)} of allocation under a decision.`
      }
      return lessons.length === 0
        ? 'the scheme lead enters what the scheme has taught, then sends the closure report to a board.'
        : 'the scheme lead sends the closure report to a board.'
    case 'reported':
      return `a chair of ${boards.find(({ id }) => id === closure.boardId)?.name ?? 'the board'} accepts the report.`
    case 'accepted':
      return 'the scheme lead hands the benefits to an owner and sets the day of the review.'
    case 'handed_over':
      return `the scheme is reviewed by ${closure.reviewDueOn ? formatDay(closure.reviewDueOn) : 'a day to be set'} and closed.`
    case 'closed':
      return 'nothing. The scheme is closed.'
  }
}
