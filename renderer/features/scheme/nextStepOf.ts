import { ended } from '../../../domain/businessCase/caseFacts.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { columnWords } from '../../lib/columnWords.ts'
import { stageWords } from '../../lib/stageWords.ts'
import type { SchemeFacts } from './schemeFacts.ts'

/** What happens next with a scheme, who does it, and how much waits for it. */
export const nextStepOf = ({
  scheme,
  caseStatuses,
  cases,
  money,
  plan,
}: Pick<SchemeFacts, 'scheme' | 'caseStatuses' | 'money' | 'plan'> & {
  cases: readonly Pick<SchemeFacts['cases'][number], 'status' | 'reference'>[]
}): string => {
  const { lifecycle } = scheme
  if (lifecycle === 'closed' || lifecycle === 'cancelled')
    return `nothing. This scheme is ${stageWords[lifecycle].toLowerCase()}, and its figures are kept.`
  if (lifecycle === 'practically_complete' || lifecycle === 'financially_closed')
    return 'the work is done, and the scheme is being closed. The Closure tab says whose turn it is.'
  if (lifecycle === 'on_hold') return 'the programme director decides whether it goes on or is cancelled.'
  if (lifecycle === 'unfunded' || plan.length === 0)
    return 'nobody has planned money for it yet. When there is some, enter it on the Money tab.'
  const held = heldAhead(money)
  const waits = held && ` ${sentence(held)} stays held until it is approved.`
  const live = cases.find(({ status }) => !ended.includes(status))
  if (live) return caseStep(live, held, waits)
  const statuses = caseStatuses.map(({ status }) => status)
  if (statuses.length === 0)
    return `no business case is on record. ${held ? `${sentence(held)} stays held until one is approved.` : 'The scheme lead writes it.'}`
  if (statuses.includes('not_yet_developed') || statuses.includes('draft'))
    return `the scheme lead writes the business case.${waits}`
  if (statuses.includes('recommended')) return `the recommended business case waits for approval.${waits}`
  return approvedStep(held)
}

const approvedStep = (held: string): string =>
  held
    ? `the business case is approved. ${sentence(held)} can be released.`
    : 'the scheme lead delivers what was approved.'

/** By the case that is on its way or approved. */
const caseStep = (
  { status, reference }: Pick<SchemeFacts['cases'][number], 'status' | 'reference'>,
  held: string,
  waits: string,
): string => {
  switch (status) {
    case 'draft':
      return `its writers go on with the business case ${reference}.${waits}`
    case 'submitted':
      return `the board secretary accepts the business case ${reference}, or returns it.${waits}`
    case 'returned':
      return `the business case ${reference} was returned. Its writers begin the next version.${waits}`
    case 'recommended':
      return `the recommended business case waits for approval.${waits}`
    case 'approved':
      return approvedStep(held)
    case 'approved_with_conditions':
      return `the conditions of the approved business case ${reference} are met and discharged.${held && ` ${sentence(held)} stays held until then.`}`
    default:
      return `the business case ${reference} waits for its board.${waits}`
  }
}

/**
 * What is held in the years of the programme, in words that a singular verb can follow; empty where nothing is. What was
 * given before them is not waited for. Where the theme holds the authority and its plan does not tie, nobody can say how
 * much of it is the scheme's: then the plan says what hangs on it.
 */
function heldAhead({ columns, rows }: SchemeFacts['money']): string {
  const cellsOf = (wanted: 'held' | 'plan') => rows.find(({ level }) => level === wanted)?.cells ?? []
  const years = columns.flatMap((column, index) => {
    const [held, plan] = [cellsOf('held')[index], cellsOf('plan')[index]]
    if (!held || (column.kind !== 'year' && column.kind !== 'beyond')) return []
    return [{ name: columnWords(column), held, planned: plan?.kind === 'amount' ? plan.amount : 0 }]
  })
  const own = sum(years.map(({ held }) => (held.kind === 'amount' ? held.amount : 0)))
  const above = (['at-theme', 'at-programme'] as const).flatMap((where) => {
    const there = years.filter(({ held, planned }) => held.kind === where && planned !== 0)
    if (there.length === 0) return []
    const planned = formatInSentence(sum(there.map((year) => year.planned)))
    return [
      `what is held ${inFull[where]} for the ${planned} planned in ${inWords.format(there.map(({ name }) => name))}`,
    ]
  })
  if (own === 0) return inWords.format(above)
  return [formatInSentence(own), ...above].join(', and ') + (above.length > 0 ? ',' : '')
}

const inFull = { 'at-theme': 'at the theme', 'at-programme': 'at the programme' }

const inWords = new Intl.ListFormat('en-GB')

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
