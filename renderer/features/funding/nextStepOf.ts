import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence, type Pence, pence } from '../../../domain/money.ts'
import { columnWords } from '../../lib/columnWords.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import type { FundingFacts } from './fundingFacts.ts'

/** What the tables wait for: a decision, its day, funding for a year that is short of it, or the checks about them. */
export const nextStepOf = ({ report, sources, asAt }: FundingFacts, openChecks: number): string => {
  const { decision, columns } = report
  if (sources.length === 0) return 'add the sources that fund the programme, then record a decision on allocation.'
  if (decision === null) return 'record a decision that gives authority to spend. Until then nothing may be spent.'
  if (decision.status === 'asked')
    return `decision ${decision.reference} is asked for in a document, and nobody has said that it was given. Record the decision when it is made.`
  if (decision.status === 'made' && decision.effectiveOn > asAt.day)
    return `decision ${decision.reference} takes effect on ${formatDeadline(decision.effectiveOn)}. Until then nothing may be spent under it.`
  if (decision.status === 'made')
    return `decision ${decision.reference} was due to take effect on ${formatDay(decision.effectiveOn)}. Record the allocation that it needs, or withdraw it.`
  const balance = report.controls.find(({ name }) => name === 'funding-less-authority')
  const out = columns.flatMap(({ column }, index) => {
    const cell = balance?.cells[index]
    const isOut = column.kind !== 'total' && cell?.kind === 'amount' && cell.amount !== 0
    return isOut ? [`${columnWords(column)} is ${byWords(cell.amount)}`] : []
  })
  if (out.length > 0) return `${out.join(', ')}. Change the funding or the authority so that each year agrees.`
  return openChecks === 0
    ? 'every year of this decision is funded. The tables can go into the report.'
    : `every year of this decision is funded. ${countOf(openChecks, 'check')} about these tables ${openChecks === 1 ? 'waits' : 'wait'} for an answer before they go into the report.`
}

const byWords = (amount: Pence): string =>
  `${amount < 0 ? 'short by' : 'over by'} ${formatInSentence(pence(Math.abs(amount)))}`
