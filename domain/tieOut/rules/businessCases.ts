import { formatYear } from '../../financialYear.ts'
import type { Id } from '../../id.ts'
import { sum } from '../../money.ts'
import { caseStanding } from '../../portfolio/caseStanding.ts'
import type { BalanceLine, ProgrammeFacts } from '../../programme/facts.ts'
import type { CaseStatus, Scheme } from '../../programme/scheme.ts'
import type { Draft, FindingValue } from '../finding.ts'
import { atLevel, authorityAsked, isWithin, ledgerPlace, programmePlaceOf, total } from '../ledgerSums.ts'

interface PlanLine extends BalanceLine {
  scheme: Scheme
  status: CaseStatus['status'] | 'not_stated'
}

/** R10: authority covers only lines with an approved business case; the rest is held until there is one. */
export const businessCases = (facts: ProgrammeFacts): Draft[] => {
  const lines = linesUnderAuthority(facts)
  const missing = Map.groupBy(
    lines.filter((line) => line.status === 'not_yet_developed' || line.status === 'draft'),
    (line) => line.scheme,
  )
  return [
    ...[...missing].map(([scheme, own]) => caseMissing(facts, scheme, own)),
    ...casesNotStated(facts, lines),
    ...casesNotApproved(facts, lines),
  ]
}

/** Plan lines in years for which authority on the scheme, its theme or the programme is asked for or in force. */
const linesUnderAuthority = (facts: ProgrammeFacts): PlanLine[] => {
  const authority = authorityAsked(facts).filter((line) => line.amount !== 0)
  const planOf = Map.groupBy(atLevel(facts, 'plan'), (line): Id => line.place.id)
  const standing = caseStanding(facts)
  return facts.schemes.flatMap((scheme) => {
    const lines = (planOf.get(scheme.id) ?? [])
      .filter((line) => line.amount !== 0)
      .filter((line) =>
        authority.some((each) => each.startYear === line.startYear && isWithin(facts, line.place, each.place)),
      )
    const byYear = Map.groupBy(lines, (line) => line.startYear)
    return [...byYear].flatMap(([year, ofYear]) => {
      const found = standing(scheme.id, year)
      const status: PlanLine['status'] = found?.status ?? 'not_stated'
      // What a case asks for is one amount, whatever sources the plan has for it.
      const counted = typeof found?.amount === 'number' ? [{ amount: found.amount }] : ofYear
      return ofYear.slice(0, counted.length).map((line, at) => ({ ...line, ...counted[at], scheme, status }))
    })
  })
}

const caseMissing = (facts: ProgrammeFacts, scheme: Scheme, lines: PlanLine[]): Draft => ({
  key: scheme.id,
  place: ledgerPlace(facts, 'authority', { kind: 'scheme', id: scheme.id }, null),
  subject: {
    kind: 'case-missing',
    name: scheme.name,
    status: lines.some((line) => line.status === 'not_yet_developed') ? 'not_yet_developed' : 'draft',
    amount: total(lines),
  },
  values: valuesOf(facts, lines),
})

// What is stated covers part of the authority; the rest of that authority is what nothing is stated for.
const casesNotStated = (facts: ProgrammeFacts, lines: PlanLine[]): Draft[] => {
  const silent = lines.filter((line) => line.status === 'not_stated')
  if (silent.length === 0) return []
  const stated = total(lines.filter((line) => line.status !== 'not_stated'))
  const schemes = new Set(silent.map((line) => line.scheme.id)).size
  return [
    {
      key: 'not-stated',
      place: ledgerPlace(facts, 'authority', programmePlaceOf(facts), null),
      subject: { kind: 'cases-not-stated', schemes, amount: sum([askedInYearsOf(facts, lines), -stated]) },
      values: valuesOf(facts, silent),
    },
  ]
}

const casesNotApproved = (facts: ProgrammeFacts, lines: PlanLine[]): Draft[] => {
  const recommended = lines.filter((line) => line.status === 'recommended')
  if (recommended.length === 0) return []
  return [
    {
      key: 'recommended',
      severity: 'note',
      place: ledgerPlace(facts, 'authority', programmePlaceOf(facts), null),
      subject: {
        kind: 'cases-not-approved',
        names: [...new Set(recommended.map((line) => line.scheme.name))],
        amount: total(recommended),
        ofAsked: askedInYearsOf(facts, lines),
      },
      values: valuesOf(facts, recommended),
    },
  ]
}

const askedInYearsOf = (facts: ProgrammeFacts, lines: PlanLine[]) => {
  const years = new Set(lines.map((line) => line.startYear))
  return total(authorityAsked(facts).filter((line) => years.has(line.startYear)))
}

const valuesOf = (facts: ProgrammeFacts, lines: PlanLine[]): FindingValue[] =>
  lines.map((line) => ({
    label: `${line.scheme.name} ${formatYear(line.startYear)}`,
    amount: line.amount,
    place: ledgerPlace(facts, 'plan', line.place, line.startYear),
  }))
