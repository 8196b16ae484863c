import { assuranceTitles } from '../../../domain/businessCase/casePartWords.ts'
import { benefitGaps } from '../../../domain/businessCase/completeness.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { countOf } from '../../lib/format.ts'
import type { CaseFacts } from './caseFacts.ts'
import { differenceInWords } from './tieInWords.ts'

/** A thing to know before one decides; what is queried is not as it should be. */
export interface Point {
  words: string
  isQueried: boolean
}

type Asked = Pick<CaseFacts, 'businessCase' | 'route' | 'tie' | 'plan' | 'sources' | 'writers'>

/** What a reader should know before they decide, the boards first. */
export const beforeDeciding = ({ businessCase, route, tie, plan, sources, writers }: Asked): Point[] => {
  const { submittedOn, recommendedOn, costs, assurance, benefits, hasInterest, interests, stage, statedIn } =
    businessCase
  const plain = (words: string): Point => ({ words, isQueried: false })
  const queried = (words: string): Point => ({ words, isQueried: true })
  const passed = route?.stages.filter(({ isPassed }) => isPassed) ?? []
  const ties = [
    ...tie.years
      .filter(({ short }) => short !== 0)
      .map(
        ({ startYear, short }) =>
          `For ${formatInSentence(short)} of ${formatYear(startYear)} no source of money is stated`,
      ),
    ...differenceInWords(tie, (id) => sources.find((source) => source.id === id)?.name ?? 'a source'),
  ]
  const years = new Set(costs.filter((line) => line.amount !== 0).map((line) => line.startYear))
  const outside = Map.groupBy(
    plan.filter((line) => line.amount !== 0 && !years.has(line.startYear)),
    (line) => line.startYear,
  )
  const open = assurance.filter(({ status }) => status === 'planned' || status === 'in_progress')
  return [
    ...(submittedOn === null ? [] : [plain(`Submitted on ${formatDay(submittedOn)}.`)]),
    ...passed.map(({ name }) =>
      plain(`Done: ${name}${recommendedOn === null ? '' : `, on ${formatDay(recommendedOn)}`}.`),
    ),
    ...(statedIn === ''
      ? []
      : [plain(`It was recommended before it was kept here. Where that is stated: ${statedIn}.`)]),
    ...(passed.length === 0 && submittedOn !== null ? [plain('No board has considered it yet.')] : []),
    plain(`Written by: ${writers.join(', ')}.`),
    ...(ties.length === 0 && years.size > 0 ? [plain('Its costs tie with the plan, and every year is funded.')] : []),
    ...ties.map((words) => queried(`${words}.`)),
    ...[...outside].map(([year, lines]) =>
      queried(
        `${formatInSentence(sum(lines.map((line) => line.amount)))} planned for ${formatYear(year)} is not in this case.`,
      ),
    ),
    ...open.map(({ kind, status }) =>
      queried(`${assuranceTitles[kind]}: ${status === 'planned' ? 'planned' : 'in progress'}.`),
    ),
    ...(stage === 'fbc' && benefitGaps(benefits).length > 0
      ? [queried(`${countOf(benefitGaps(benefits).length, 'benefit')} without an owner, a baseline or a target.`)]
      : []),
    hasInterest
      ? queried(`An interest is declared: ${interests}`)
      : plain(hasInterest === false ? 'No interest is declared.' : 'Nobody has said yet whether there is an interest.'),
  ]
}
