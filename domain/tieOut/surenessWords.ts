import type { Finding } from './finding.ts'

/** How sure the explanation of a finding is, in a few words. */
export const surenessWords = ({ explanation }: Pick<Finding, 'explanation'>): string => {
  if (explanation === null) return 'nothing to calculate'
  if (explanation.kind === 'none') return 'not explained'
  return explanation.unique ? 'the only explanation found' : 'ambiguous: others explain it as well'
}
