import { requestAmount } from '../../domain/authority/requestDecision.ts'
import { formatBasisPoints } from '../../domain/inWords.ts'
import { formatInSentence, type Pence, sum } from '../../domain/money.ts'
import { covered } from '../../domain/portfolio/coverage.ts'
import { amountsOf, type Cell } from '../cell.ts'
import { countInWords, listInWords } from '../document/listInWords.ts'
import { headingPart, paragraphPart } from '../document/parts.ts'
import { type FundingAndCashFlow, fundingAndCashFlow } from '../fundingAndCashFlow/model.ts'
import { fundingTables } from '../fundingAndCashFlow/report.ts'
import type { Part } from '../model/reportModel.ts'
import { runsOf } from '../narrative/narrativeParts.ts'
import type { DecisionReportGiven } from './given.ts'

/** What pays for it and how much of it stands on business cases, and below a heading the council's three tables. */
export const resourcesParts = (given: DecisionReportGiven): Part[] => {
  const tables = fundingAndCashFlow(given.facts, given.decisionId)
  const below = [...elsewhereSentences(tables), ...controlSentences(tables)]
  return [
    paragraphPart('resources/funding', runsOf(fundingSentence(given), given.figures)),
    paragraphPart('resources/cases', casesSentence(given)),
    headingPart('resources/cash-flow', 3, 'Capital Funding & Cash Flow'),
    ...fundingTables(tables, given.order.unit ?? '£000'),
    ...below.map((text, at) => paragraphPart(`resources/cash-flow/${at + 1}`, text)),
  ]
}

const shareOf = (amount: Pence, total: Pence): string =>
  total <= 0 ? '' : ` (${formatBasisPoints(Math.round((amount / total) * 1000) * 10)})`

const fundingSentence = ({ facts, request }: DecisionReportGiven): string => {
  const asked = requestAmount(request.lines)
  const bySource = Map.groupBy(request.funding, ({ sourceId }) => sourceId)
  if (bySource.size === 0) return 'The request does not say what pays for it.'
  const named = [...bySource].map(([sourceId, lines]) => {
    const amount = sum(lines.map((line) => line.amount))
    const name = facts.sources.find(({ id }) => id === sourceId)?.name ?? 'a source that is not on record'
    return `{{request.funding("${sourceId}")}} of ${name}${shareOf(amount, asked)}`
  })
  return `{{request.requested}} is asked for and is paid for by ${listInWords(named)}.`
}

/** The share that a board has recommended or approved a case for; the rest is asked for ahead of its cases. */
const casesSentence = ({ facts, request }: DecisionReportGiven): string => {
  const asked = requestAmount(request.lines)
  const years = new Set(request.lines.map(({ startYear }) => startYear))
  const standing = covered(facts, (year) => years.has(year))
  const sentence = (status: 'approved' | 'recommended', words: string) => {
    const own = standing.filter((part) => part.status === status && part.amount !== 0)
    const amount = sum(own.map((part) => part.amount))
    const schemes = countInWords(new Set(own.map(({ schemeId }) => schemeId)).size, 'scheme')
    return own.length === 0
      ? `no case is ${words}`
      : `cases of ${schemes} for ${formatInSentence(amount)}${shareOf(amount, asked)} are ${words}`
  }
  return `Of the business cases behind it, ${sentence('approved', 'approved')}, and ${sentence('recommended', 'recommended by their board')}.`
}

const elsewhereSentences = ({ allocationsElsewhere }: FundingAndCashFlow): string[] =>
  allocationsElsewhere.map(
    ({ label, cells }) =>
      `Outside this funding an allocation of ${formatInSentence(totalOf(cells))} stands on ${label} itself.`,
  )

/** The council draws no control rows in the report: where one is not nothing, a sentence says so. */
const controlSentences = ({ controls }: FundingAndCashFlow): string[] => {
  const [ahead] = controls
  const difference = ahead ? amountsOf(ahead.cells.slice(1)).filter((amount) => amount !== 0) : []
  return difference.length === 0
    ? []
    : [
        `Funding and the authority that is asked for differ in ${countInWords(difference.length, 'column')}, by ${formatInSentence(sum(difference))} in all.`,
      ]
}

const totalOf = (cells: readonly Cell[]): Pence => sum(amountsOf(cells.slice(0, 1)))
