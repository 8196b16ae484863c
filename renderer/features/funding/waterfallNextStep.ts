import { formatYear } from '../../../domain/financialYear.ts'
import type { PlanOutcome } from '../../../domain/funding/fundingPlan.ts'
import type { NeedBasis } from '../../../domain/funding/waterfallFacts.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { PlannerFacts } from './plannerFacts.ts'

/** What the funding waits for: a source for what nothing pays for, money that would lapse, terms without which no cost is known. */
export const waterfallNextStep = (facts: PlannerFacts, outcome: PlanOutcome, basis: NeedBasis): string => {
  const { waterfall, costs, risks, sources } = outcome
  const nameOf = (id: string) => sources.find((source) => source.id === id)?.name ?? 'a source'
  if (facts.sources.length === 0) return 'add the sources that fund the programme.'
  if (facts.needs[basis].length === 0)
    return basis === 'plan' ? 'plan the schemes, so that there is something to pay for.' : 'ask for authority to spend.'
  const short = waterfall.years.filter(({ uncovered }) => uncovered > 0)
  if (short.length > 0) {
    const years = short.map(({ startYear, uncovered }) => `${formatInSentence(uncovered)} of ${formatYear(startYear)}`)
    const waiting = waterfall.sources.filter(({ excluded, allocated }) => excluded === 'not-secured' && allocated > 0)
    if (waiting.length > 0) {
      return `nothing that is secured pays for ${inList(years)}. Record under Terms that ${inList(waiting.map(({ sourceId }) => nameOf(sourceId)))} is secured once it is.`
    }
    return `nothing pays for ${inList(years)}. Find funding for it, or lower the ${basis === 'plan' ? 'plan' : 'authority'}.`
  }
  const lapsing = risks.filter(({ kind }) => kind === 'lapses')
  if (lapsing.length > 0) {
    const lost = lapsing.map(({ sourceId, amount }) => `${formatInSentence(amount)} of ${nameOf(sourceId)}`)
    return `${inList(lost)} would be left at its spend-by date. Bring spending forward, or put it earlier in the policy order.`
  }
  const unknown = costs.filter(({ missing }) => missing.length > 0)
  if (unknown.length > 0) {
    return `a finance officer records ${inList(unknown.map(({ sourceId, missing }) => `the ${missing.join(' and the ')} of ${nameOf(sourceId)}`))}, so that the yearly cost of borrowing is known.`
  }
  return 'every year is paid for. Try another mix in the swap planner, or put the tables into the report.'
}

const inList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
