import type { CalendarDay } from '../calendarDay.ts'
import { formatYear, type StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Level, Place } from '../ledger/entry.ts'
import { type Pence, sum } from '../money.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import type { FindingPlace, FindingValue, Line } from './finding.ts'

export const nameOf = (facts: ProgrammeFacts, place: Place): string => {
  if (place.kind === 'programme') return facts.programme.name
  const named: { id: Id; name: string }[] = place.kind === 'theme' ? facts.themes : facts.schemes
  return named.find((thing) => thing.id === place.id)?.name ?? 'removed'
}

/** The themes of a scheme on the day of the facts; one, unless something is wrong. */
export const themesOf = (facts: ProgrammeFacts, schemeId: Id): Id[] => membershipsIn(facts).get(schemeId) ?? []

// Facts are never changed after they are made, and every rule asks for memberships again and again.
const memberships = new WeakMap<ProgrammeFacts, Map<Id, Id[]>>()

const membershipsIn = (facts: ProgrammeFacts): Map<Id, Id[]> => {
  const known = memberships.get(facts)
  if (known) return known
  const themes = new Map<Id, Id[]>()
  for (const { schemeId, themeId, fromOn, toOn } of facts.memberships) {
    if (isInForce({ fromOn, toOn }, facts.asAt.day)) themes.set(schemeId, [...(themes.get(schemeId) ?? []), themeId])
  }
  memberships.set(facts, themes)
  return themes
}

const isInForce = ({ fromOn, toOn }: { fromOn: CalendarDay; toOn: CalendarDay | null }, day: CalendarDay): boolean =>
  fromOn <= day && (toOn === null || day <= toOn)

/** Whether one place is another or stands below it: schemes below their theme, all below the programme. */
export const isWithin = (facts: ProgrammeFacts, inner: Place, outer: Place): boolean =>
  outer.kind === 'programme' ||
  inner.id === outer.id ||
  (outer.kind === 'theme' && inner.kind === 'scheme' && themesOf(facts, inner.id).includes(outer.id))

/** Authority in force and, with it, what decisions that are made but not yet in force will bring. */
export const authorityAsked = (facts: ProgrammeFacts): BalanceLine[] => [
  ...facts.balances.filter((line) => line.level === 'authority'),
  ...facts.decisions
    .filter((decision) => decision.status === 'made')
    .flatMap((decision) => decision.lines.filter((line) => line.level === 'authority')),
]

/** What other decisions had brought by a document's day, at or below a place. */
export const postedBefore = (
  facts: ProgrammeFacts,
  level: Level,
  place: Place,
  document: { datedOn: CalendarDay; decisionId: Id | null },
): Pence => {
  const earlier = new Set(
    facts.decisions
      .filter((decision) => decision.id !== document.decisionId && decision.effectiveOn <= document.datedOn)
      .map((decision) => decision.id),
  )
  return sum(
    facts.posted
      .filter((line) => line.level === level && earlier.has(line.decisionId) && isWithin(facts, line.place, place))
      .map((line) => line.amount),
  )
}

export const atLevel = (facts: ProgrammeFacts, level: Level): BalanceLine[] =>
  facts.balances.filter((line) => line.level === level)

export const inYear = (lines: BalanceLine[], startYear: StartYear): BalanceLine[] =>
  lines.filter((line) => line.startYear === startYear)

export const total = (lines: { amount: Pence }[]): Pence => sum(lines.map((line) => line.amount))

/** The years of the programme, first to last. */
export const programmeYears = ({ programme }: ProgrammeFacts): StartYear[] =>
  Array.from(
    { length: Math.max(0, programme.endYear - programme.startYear + 1) },
    (_, index) => programme.startYear + index,
  )

/** Balances as lines that can explain a difference. */
export const ledgerLines = (facts: ProgrammeFacts, balances: BalanceLine[]): Line[] =>
  balances.map((line) => ({
    key: `${line.place.kind}:${line.place.id}:${line.startYear}`,
    label: `${nameOf(facts, line.place)} ${formatYear(line.startYear)}`,
    amount: line.amount,
    place: ledgerPlace(facts, line.level, line.place, line.startYear),
  }))

export const ledgerPlace = (
  facts: ProgrammeFacts,
  level: Level | null,
  place: Place,
  startYear: StartYear | null,
): FindingPlace => ({ kind: 'ledger', level, place, name: nameOf(facts, place), startYear })

/** A sum of the ledger as one of a finding's values. */
export const ledgerValue = (
  facts: ProgrammeFacts,
  level: Level,
  place: Place,
  startYear: StartYear | null,
  amount: Pence,
): FindingValue => ({
  label: `Ledger, ${nameOf(facts, place)}, ${level}${startYear === null ? '' : ` ${formatYear(startYear)}`}`,
  amount,
  place: ledgerPlace(facts, level, place, startYear),
})

export const programmePlaceOf = (facts: ProgrammeFacts): Place => ({ kind: 'programme', id: facts.programme.id })
