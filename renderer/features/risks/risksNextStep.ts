import { formatDay } from '../../../domain/inWords.ts'
import { countOf } from '../../lib/format.ts'
import type { RisksFacts } from './risksFacts.ts'

/** What the register asks for next: a score, an owner, or a target day that has passed. */
export const risksNextStep = ({ risks, untaken, asAt }: RisksFacts): string => {
  const open = risks.filter(({ risk }) => risk.status !== 'closed')
  const unowned = open.filter(({ risk }) => risk.owner === '')
  const unassessed = open.filter(({ score }) => score === null)
  const late = open.find(({ risk }) => risk.targetOn !== null && risk.targetOn < asAt.day)
  if (unassessed.length > 0)
    return `${countOf(unassessed.length, 'risk')} without likelihood and impact: their owners assess them.`
  if (unowned.length > 0) return `${countOf(unowned.length, 'risk')} without an owner: the scheme lead names one.`
  if (late?.risk.targetOn) {
    return `${late.risk.owner} says where “${late.risk.title}” stands: its target was due on ${formatDay(late.risk.targetOn)}.`
  }
  if (untaken.length > 0)
    return `${countOf(untaken.length, 'risk')} of approved business cases can be taken over below.`
  return open.length === 0 ? 'nothing waits here.' : 'owners look at their risks again each month.'
}
