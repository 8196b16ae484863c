import type { FailureReply } from '../../../../domain/messages.ts'
import { blankRow, cellId, type DecidedLevel, type DecisionDraft, placeId } from './decisionDraft.ts'

/** The field of the form that a refusal of the ledger is about; undefined where it is about no single one. */
export const failureField = (code: FailureReply['code'], draft: DecisionDraft): string | undefined => {
  switch (code) {
    case 'name-taken':
      return 'decision-reference'
    case 'date-order':
      return 'decision-effective'
    case 'over-allocation':
      return firstField(draft, 'authority')
    case 'not-net-zero':
    case 'funding-not-carried':
      return firstField(draft, 'allocation')
    default:
      return undefined
  }
}

/** The first cell of a level with something in it. */
const firstField = (draft: DecisionDraft, level: DecidedLevel): string => {
  for (const row of draft[level].rows) {
    const year = Object.entries(row.amounts).find(([, typed]) => typed?.text.trim())?.[0]
    if (year !== undefined) return cellId(level, row, Number(year))
  }
  return placeId(level, draft[level].rows[0] ?? blankRow('1'))
}
