import { formatInSentence, type Pence, sum } from '../../../domain/money.ts'
import { stageWords } from '../../lib/stageWords.ts'
import type { SchemeFacts } from './schemeFacts.ts'

/** What happens next with a scheme, who does it, and how much waits for it. */
export const nextStepOf = ({ scheme, caseStatuses, money, plan }: SchemeFacts): string => {
  const { lifecycle } = scheme
  if (lifecycle === 'closed' || lifecycle === 'cancelled')
    return `nothing. This scheme is ${stageWords[lifecycle].toLowerCase()}, and its figures are kept.`
  if (lifecycle === 'on_hold') return 'the programme director decides whether it goes on or is cancelled.'
  if (lifecycle === 'unfunded' || plan.length === 0)
    return 'nobody has planned money for it yet. When there is some, enter it on the Money tab.'
  const held = heldAhead(money)
  const waits = held === 0 ? '' : ` ${formatInSentence(held)} stays held until it is approved.`
  const statuses = caseStatuses.map(({ status }) => status)
  if (statuses.length === 0)
    return `no business case is on record. ${held === 0 ? 'The scheme lead writes it.' : `${formatInSentence(held)} stays held until one is approved.`}`
  if (statuses.includes('not_yet_developed') || statuses.includes('draft'))
    return `the scheme lead writes the business case.${waits}`
  if (statuses.includes('recommended')) return `the recommended business case waits for approval.${waits}`
  return held === 0
    ? 'the scheme lead delivers what was approved.'
    : `the business case is approved. ${formatInSentence(held)} of authority can be released.`
}

/** What is held in the years of the programme; what was given before them is not waited for. */
function heldAhead({ columns, rows }: SchemeFacts['money']): Pence {
  const cells = rows.find(({ level }) => level === 'held')?.cells ?? []
  return sum(
    columns.flatMap(({ kind }, index) => {
      const cell = cells[index]
      return (kind === 'year' || kind === 'beyond') && cell?.kind === 'amount' ? [cell.amount] : []
    }),
  )
}
