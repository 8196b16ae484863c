import { CaseState } from '../../../domain/businessCase/businessCase.ts'
import { caseStateWords } from '../../lib/caseStateWords.ts'

/** A step of a case from one state to the next in the word of where it came to; undefined for what changed no state. */
export const stepWords = (transition: string): string | undefined => {
  const to = CaseState.safeParse(/ → (\w+)$/.exec(transition)?.[1])
  return to.success ? caseStateWords[to.data].words : undefined
}
