import { OutcomeResult } from '../../../domain/board/meeting.ts'
import { CaseState } from '../../../domain/businessCase/businessCase.ts'
import { caseStateWords } from '../../lib/caseStateWords.ts'

interface Step {
  transition: string
  detail: Record<string, unknown>
}

/**
 * A step of a case in the word of where it came to: by its own state, or by what a board decided on it as its chair
 * confirmed one item or the whole record. Undefined for what changed no state.
 */
export const stepWords = ({ transition, detail }: Step, caseId: string): string | undefined => {
  const to = CaseState.safeParse(/ → (\w+)$/.exec(transition)?.[1])
  if (to.success) return caseStateWords[to.data].words
  const items = Array.isArray(detail.items) ? (detail.items as { subjectId?: unknown; result?: unknown }[]) : [detail]
  const result = OutcomeResult.safeParse(items.find(({ subjectId }) => subjectId === caseId)?.result)
  return result.success ? outcomeWords[result.data] : undefined
}

const outcomeWords: Record<OutcomeResult, string> = {
  recommended: caseStateWords.recommended.words,
  not_recommended: caseStateWords.not_recommended.words,
  approved: caseStateWords.approved.words,
  approved_with_conditions: caseStateWords.approved_with_conditions.words,
  deferred: caseStateWords.deferred.words,
  refused: caseStateWords.refused.words,
  referred_back: 'Referred back to its writers',
  noted: 'Noted',
}
