import { formatYear } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import { formatInSentence, sum } from '../../domain/money.ts'
import { caseStanding } from '../../domain/portfolio/caseStanding.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { CaseStatus, Scheme } from '../../domain/programme/scheme.ts'
import { listInWords } from '../document/listInWords.ts'
import { ratingWords } from './ratingWords.ts'

/** What is recorded of a scheme, in plain sentences; a part without anything recorded is empty. */
export interface SchemeSummary {
  scheme: Scheme
  description: string
  partners: string
  money: string
  businessCase: string
  outcome: string
  status: string
}

/** One scheme as a reader without the program is told of it. */
export const schemeSummary = (facts: ProgrammeFacts, scheme: Scheme): SchemeSummary => ({
  scheme,
  description: scheme.briefDescription,
  partners: partnersOf(facts, scheme),
  money: moneyOf(facts, scheme),
  businessCase: caseOf(facts, scheme),
  outcome: outcomeOf(facts, scheme),
  status: statusOf(scheme),
})

/** Its sentences in one paragraph. */
export const summaryText = ({ description, partners, money, businessCase, outcome, status }: SchemeSummary): string =>
  [description || 'What it does is not recorded.', partners, outcome, money, businessCase, status]
    .filter(Boolean)
    .join(' ')

const partnersOf = ({ organisations }: ProgrammeFacts, { leadOrganisationId, providers }: Scheme): string => {
  const lead = organisations.find(({ id }) => id === leadOrganisationId)?.name
  const led = lead ? `${lead} leads it` : ''
  const provided =
    providers.length > 0 ? `${listInWords(providers)} ${providers.length > 1 ? 'provide' : 'provides'} it` : ''
  const words = [led, provided].filter(Boolean).join(', and ')
  return words === '' ? '' : `${words}.`
}

const moneyOf = ({ balances }: ProgrammeFacts, { id, lifecycle }: Scheme): string => {
  const plan = balances.filter(({ level, place, amount }) => level === 'plan' && place.id === id && amount !== 0)
  const years = [...new Set(plan.map(({ startYear }) => startYear))].sort((one, other) => one - other)
  const spent = sum(
    balances.filter(({ level, place }) => level === 'actual' && place.id === id).map(({ amount }) => amount),
  )
  const planned = years.map((year) => {
    const amount = sum(plan.filter(({ startYear }) => startYear === year).map((line) => line.amount))
    return `${formatInSentence(amount)} in ${formatYear(year)}`
  })
  if (planned.length === 0) return lifecycle === 'unfunded' ? 'It has no money yet.' : 'Nothing is planned for it.'
  return `The plan is ${listInWords(planned)}${spent === 0 ? '' : `, of which ${formatInSentence(spent)} is spent`}.`
}

const caseWords: Record<CaseStatus['status'], string> = {
  not_yet_developed: 'has not been developed yet',
  draft: 'is being written',
  recommended: 'has been recommended',
  approved: 'is approved',
}

const caseOf = (facts: ProgrammeFacts, { id }: Scheme): string => {
  const standing = caseStanding(facts)
  const planned = facts.balances.filter(
    ({ level, place, amount }) => level === 'plan' && place.id === id && amount !== 0,
  )
  const years = [...new Set(planned.map(({ startYear }) => startYear))].sort((one, other) => one - other)
  const byStatus = Map.groupBy(years, (year) => standing(id, year)?.status)
  return [...byStatus]
    .flatMap(([status, of]) =>
      status === undefined ? [] : [`Its business case for ${listInWords(of.map(formatYear))} ${caseWords[status]}.`],
    )
    .join(' ')
}

const outcomeOf = ({ benefits }: ProgrammeFacts, { id }: Scheme): string => {
  const own = benefits.filter(({ schemeId }) => schemeId === id)
  return own.length === 0 ? '' : `It is to bring: ${listInWords(own.map(({ name }) => name))}.`
}

const stageWords: Partial<Record<Scheme['lifecycle'], string>> = {
  idea: 'It is an idea so far.',
  on_hold: 'It is on hold.',
  cancelled: 'It was cancelled.',
  practically_complete: 'Its work is done.',
  financially_closed: 'Its work is done and its accounts are closed.',
  closed: 'It is closed.',
}

const statusOf = ({ lifecycle, dca, forecast, actual }: Scheme): string =>
  [
    stageWords[lifecycle] ?? '',
    dca === null ? '' : `Confidence in its delivery is ${ratingWords[dca]}.`,
    actual.endOn ? `It ended on ${formatDay(actual.endOn)}.` : '',
    !actual.endOn && forecast.endOn ? `It is expected to end on ${formatDay(forecast.endOn)}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
