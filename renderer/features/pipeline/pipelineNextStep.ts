import { countOf } from '../../lib/format.ts'
import type { PipelineFacts } from './pipelineFacts.ts'

/** What the pipeline waits for: criteria, scores, estimates, or an injection for what fits. */
export const pipelineNextStep = ({ schemes, criteria, slotted }: PipelineFacts): string => {
  if (schemes.length === 0) return 'mark a scheme as unfunded on its page; it then waits here for money.'
  if (criteria === null) return 'the programme director lays down what the schemes are scored on, and from which day.'
  const count = (kind: string) => slotted.filter(({ slot }) => slot.kind === kind).length
  const unscored = count('no-score')
  if (unscored > 0) return `${countOf(unscored, 'scheme')} ${unscored === 1 ? 'waits' : 'wait'} for scores.`
  const unknown = count('no-costs')
  if (unknown > 0)
    return `${countOf(unknown, 'scheme')} ${unknown === 1 ? 'waits' : 'wait'} for an estimate of the cost.`
  const fitting = count('fits')
  return fitting === 0
    ? 'nothing fits into the headroom. Lower an estimate, or find more allocation.'
    : `${countOf(fitting, 'scheme')} ${fitting === 1 ? 'fits' : 'fit'} into the headroom. Ask for an injection for the first of them under Changes.`
}
