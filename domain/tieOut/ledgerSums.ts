import type { CalendarDay } from '../calendarDay.ts'
import { formatYear, type StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Level, Place } from '../ledger/entry.ts'
import { type Pence, sum } from '../money.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import type { FindingPlace, FindingValue, Line } from './finding.ts'

/** What every rule asks for again and again, found once: facts are never changed after they are made. */
interface FactsIndex {
  names: Map<string, string>
  themesOf: Map<Id, Id[]>
  byLevel: Map<Level, BalanceLine[]>
  asked: BalanceLine[]
}

const indexes = new WeakMap<ProgrammeFacts, FactsIndex>()

const indexOf = (facts: ProgrammeFacts): FactsIndex => {
  const known = indexes.get(facts)
  if (known) return known
  const byLevel = Map.groupBy(facts.balances, (line) => line.level)
  const index: FactsIndex = {
    names: new Map(
      [...facts.schemes, ...facts.themes, facts.programme].map((thing): [string, string] => [thing.id, thing.name]),
    ),
    themesOf: new Map(),
    byLevel,
    asked: [
      ...(byLevel.get('authority') ?? []),
      ...facts.decisions
        .filter(({ status }) => status === 'made' || status === 'asked')
        .flatMap((decision) => decision.lines.filter((line) => line.level === 'authority')),
    ],
  }
  for (const { schemeId, themeId, fromOn, toOn } of facts.memberships) {
    if (!isInForce({ fromOn, toOn }, facts.asAt.day)) continue
    index.themesOf.set(schemeId, [...(index.themesOf.get(schemeId) ?? []), themeId])
  }
  indexes.set(facts, index)
  return index
}

export const nameOf = (facts: ProgrammeFacts, place: Place): string => indexOf(facts).names.get(place.id) ?? 'removed'

/** The themes of a scheme on the day of the facts; one, unless something is wrong. */
export const themesOf = (facts: ProgrammeFacts, schemeId: Id): Id[] => indexOf(facts).themesOf.get(schemeId) ?? []

const isInForce = ({ fromOn, toOn }: { fromOn: CalendarDay; toOn: CalendarDay | null }, day: CalendarDay): boolean =>
  fromOn <= day && (toOn === null || day <= toOn)

/** Whether one place is another or stands below it: schemes below their theme, all below the programme. */
export const isWithin = (facts: ProgrammeFacts, inner: Place, outer: Place): boolean =>
  outer.kind === 'programme' ||
  inner.id === outer.id ||
  (outer.kind === 'theme' && inner.kind === 'scheme' && themesOf(facts, inner.id).includes(outer.id))

/** Authority in force and, with it, what decisions that are asked for, or made but not yet in force, will bring. */
export const authorityAsked = (facts: ProgrammeFacts): readonly BalanceLine[] => indexOf(facts).asked

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

export const atLevel = (facts: ProgrammeFacts, level: Level): readonly BalanceLine[] =>
  indexOf(facts).byLevel.get(level) ?? []

export const inYear = (lines: readonly BalanceLine[], startYear: StartYear): BalanceLine[] =>
  lines.filter((line) => line.startYear === startYear)

export const total = (lines: readonly { amount: Pence }[]): Pence => sum(lines.map((line) => line.amount))

/** The years of the programme, first to last. */
export const programmeYears = ({ programme }: ProgrammeFacts): StartYear[] =>
  Array.from(
    { length: Math.max(0, programme.endYear - programme.startYear + 1) },
    (_, index) => programme.startYear + index,
  )

/** Balances as lines that can explain a difference. */
export const ledgerLines = (facts: ProgrammeFacts, balances: readonly BalanceLine[]): Line[] =>
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
