import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import { type StartYear, yearOf } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { LARGEST_AMOUNT, type Pence, pence, sum } from '../money.ts'
import { checkPeriods, type PeriodState } from '../period/closedPeriods.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { FundingSource } from '../programme/fundingSource.ts'
import type { Programme } from '../programme/programme.ts'
import type { Scheme } from '../programme/scheme.ts'
import type { Theme, ThemeMembership } from '../programme/theme.ts'
import { themesOn } from '../programme/themeMembership.ts'
import type { YearStatus } from '../programme/yearStatus.ts'
import type { Entry, Level, Movement, Place } from './entry.ts'

/** What the rules need to know of the moment before a movement: balances, places, sources, years, periods, and the day's themes. */
export interface LedgerContext {
  balances: BalanceLine[]
  programmes: Programme[]
  themes: Pick<Theme, 'id' | 'name'>[]
  schemes: Pick<Scheme, 'id' | 'name'>[]
  memberships: ThemeMembership[]
  sources: FundingSource[]
  years: YearStatus[]
  periods: readonly PeriodState[]
  day: CalendarDay
}

/**
 * Refuses a movement that the ledger may not take: `not-found` for an unknown place or source, and the code of the first
 * rule that it would break. What was wrong before may stay wrong, so that it can be put right step by step; no movement
 * makes it worse.
 */
export const checkMovement = (movement: Movement, context: LedgerContext): void => {
  checkKnown(movement, context)
  checkDecision(movement)
  checkYears(movement, context)
  checkPeriods(movement, context.periods)
  checkNature(movement, context)
  checkInUse(movement, context)
  checkVirement(movement)
  checkReprofile(movement)
  checkAllocation(movement, context)
  checkAuthority(movement, context)
  checkReleased(movement, context)
  checkSize(movement, context)
}

const checkKnown = (movement: Movement, context: LedgerContext): void => {
  const known = new Set<string>([
    ...context.programmes.map((each) => `programme ${each.id}`),
    ...context.themes.map((each) => `theme ${each.id}`),
    ...context.schemes.map((each) => `scheme ${each.id}`),
    ...context.sources.map((each) => `source ${each.id}`),
  ])
  for (const { place, sourceId } of movement.entries) {
    if (!known.has(`${place.kind} ${place.id}`)) fail('not-found', { entity: place.kind, id: place.id })
    if (sourceId !== null && !known.has(`source ${sourceId}`)) fail('not-found', { entity: 'source', id: sourceId })
  }
}

const decided: readonly Level[] = ['allocation', 'authority', 'released']

/** A0.1, A0.2: allocation, authority and its release move by decision only; throws `needs-decision`. */
const checkDecision = (movement: Movement): void => {
  const undecided = movement.entries.find((entry) => decided.includes(entry.level))
  if (undecided && movement.decisionId === null) fail('needs-decision', { level: undecided.level })
}

/** R23: nothing is posted to a closed year or dated in one; a correction to a closed year is dated in an open one. */
const checkYears = (movement: Movement, { years }: LedgerContext): void => {
  const closed = new Set(years.filter((year) => year.status === 'closed').map((year) => year.startYear))
  for (const entry of movement.entries) {
    const datedIn = yearOf(entry.effectiveOn)
    if (closed.has(datedIn)) fail('closed-year', { year: datedIn })
    if (closed.has(entry.startYear) && movement.kind !== 'correction') fail('closed-year', { year: entry.startYear })
  }
}

/** R19: a source restricted to capital does not pay for revenue, nor the other way; throws `wrong-nature`. */
const checkNature = (movement: Movement, { sources }: LedgerContext): void => {
  // Taking back a wrong line is how it is put right.
  if (movement.reversesId !== null) return
  const byId = new Map(sources.map((source) => [source.id, source]))
  for (const entry of movement.entries) {
    const source = entry.sourceId === null ? undefined : byId.get(entry.sourceId)
    if (source && source.restrictedTo !== null && source.restrictedTo !== entry.nature) {
      fail('wrong-nature', { source: source.name, nature: entry.nature })
    }
  }
}

/** A source that is out of use takes no more money, and what it has funded can still be lowered; throws `retired-source`. */
const checkInUse = (movement: Movement, { sources }: LedgerContext): void => {
  if (movement.reversesId !== null) return
  const byId = new Map(sources.map((source) => [source.id, source]))
  for (const { sourceId, amount, effectiveOn } of movement.entries) {
    const source = sourceId === null ? undefined : byId.get(sourceId)
    if (source?.retiredOn && amount > 0 && source.retiredOn <= effectiveOn) {
      fail('retired-source', { source: source.name, on: source.retiredOn })
    }
  }
}

/** R17: what a virement takes it gives, level by level; throws `not-net-zero`. */
const checkVirement = (movement: Movement): void => {
  if (movement.kind !== 'virement') return
  for (const lines of Map.groupBy(movement.entries, (entry) => entry.level).values()) refuseNet('virement', lines)
}

/**
 * R18: a reprofile keeps the total of every place at every level and carries its funding from year to year: a source
 * gives in one year what it takes in another, and plan without a stated source moves with allocation. Throws
 * `not-net-zero` and `funding-not-carried`.
 */
const checkReprofile = (movement: Movement): void => {
  if (movement.kind !== 'reprofile') return
  const byPlace = Map.groupBy(movement.entries, (entry) => `${entry.level} ${entry.place.kind} ${entry.place.id}`)
  for (const lines of byPlace.values()) refuseNet('reprofile', lines)

  const bySource = Map.groupBy(movement.entries, (entry) => `${entry.level} ${entry.sourceId} ${entry.nature}`)
  for (const lines of bySource.values()) {
    const net = netOf(lines)
    const year = Math.max(...lines.map((line) => line.startYear))
    if (net !== 0) fail('funding-not-carried', { year, net })
  }

  const unfunded = movement.entries.filter((entry) => entry.level === 'plan' && entry.sourceId === null)
  const funding = movement.entries.filter((entry) => entry.level === 'allocation')
  if (unfunded.length === 0) return
  for (const year of new Set([...unfunded, ...funding].map((entry) => entry.startYear))) {
    const inYear = (lines: readonly Entry[]) => netOf(lines.filter((line) => line.startYear === year))
    const net = pence(inYear(unfunded) - inYear(funding))
    if (net !== 0) fail('funding-not-carried', { year, net })
  }
}

/**
 * R05: at every place with an allocation of its own, and through every year, the authority on it and below is not more
 * than the allocation on it and below; by source where both state one. Throws `over-allocation`.
 */
const checkAllocation = (movement: Movement, context: LedgerContext): void => {
  const over = findExcess(movement, context, allocationLimit)
  if (over) fail('over-allocation', over)
}

/**
 * R05 where schemes change their theme and no money moves: throws `over-allocation` where the authority on a place and
 * below would go further over the allocation there than it did. Pence, on the day of the contexts.
 */
export const checkRegrouping = (before: LedgerContext, after: LedgerContext): void => {
  const concerned = after.balances.filter((line) => line.level === 'allocation' || line.level === 'authority')
  const linesBefore = linesOnOrBelow(concerned, pathsUp(before))
  const linesAfter = linesOnOrBelow(concerned, pathsUp(after))
  const allocated = concerned.filter((line) => line.level === 'allocation').map((line) => line.place)
  for (const place of new Map(allocated.map((each) => [keyOf(each), each])).values()) {
    const [were, are] = [linesBefore(place), linesAfter(place)]
    for (const source of sourcesCompared(are, allocationLimit)) {
      for (const throughYear of new Set(are.map((line) => line.startYear).sort((a, b) => a - b))) {
        const available = pence(roomIn(were, allocationLimit, throughYear, source))
        const left = roomIn(are, allocationLimit, throughYear, source)
        if (left >= 0 || left >= available) continue
        const requested = pence(available - left)
        fail('over-allocation', { place: nameOf(place, after), throughYear, requested, available })
      }
    }
  }
}

/** Released authority is part of the authority that it is released from, through every year; throws `over-authority`. */
const checkAuthority = (movement: Movement, context: LedgerContext): void => {
  const over = findExcess(movement, context, { upper: ['authority'], lower: ['released'], needsUpper: true })
  if (over) fail('over-authority', over)
}

/** R08: orders and spend together, all years of them, are not more than what was released; throws `over-released`. */
const checkReleased = (movement: Movement, context: LedgerContext): void => {
  const limit: Limit = { upper: ['released'], lower: ['commitment', 'actual'], needsUpper: true, isCumulative: true }
  const over = findExcess(movement, context, limit)
  if (over) fail('over-released', { place: over.place, requested: over.requested, available: over.available })
}

/** All that the ledger holds adds up, whatever is added: together it stays an amount; throws `amount-too-large`. */
const checkSize = (movement: Movement, context: LedgerContext): void => {
  const held = new Map<string, number>()
  for (const { level, place, startYear, sourceId, nature, amount } of [...context.balances, ...movement.entries]) {
    const key = [level, place.id, startYear, sourceId, nature].join(' ')
    held.set(key, (held.get(key) ?? 0) + amount)
  }
  let size = 0
  for (const amount of held.values()) size += Math.abs(amount)
  if (size > LARGEST_AMOUNT) fail('amount-too-large', { text: String(size) })
}

interface Limit {
  upper: readonly Level[]
  lower: readonly Level[]
  /** Where no place from the line's own up to the programme has an upper amount, nothing is allowed. */
  needsUpper?: boolean
  bySource?: boolean
  /** All years at once rather than through each year. */
  isCumulative?: boolean
}

const allocationLimit: Limit = { upper: ['allocation'], lower: ['authority'], bySource: true }

interface Excess {
  place: string
  throughYear: StartYear
  requested: Pence
  available: Pence
}

/** The first place and year at which the movement takes the lower levels further over the upper ones than they were. */
const findExcess = (movement: Movement, context: LedgerContext, limit: Limit): Excess | undefined => {
  const isConcerned = (line: BalanceLine) => limit.upper.includes(line.level) || limit.lower.includes(line.level)
  const moved = movement.entries.filter(isConcerned)
  if (moved.length === 0) return undefined
  const before = context.balances.filter(isConcerned)
  const above = pathsUp(context)
  const [movedOnOrBelow, beforeOnOrBelow] = [linesOnOrBelow(moved, above), linesOnOrBelow(before, above)]

  for (const place of placesConcerned(moved, before, above, limit)) {
    const [movedHere, beforeHere] = [movedOnOrBelow(place), beforeOnOrBelow(place)]
    const years = new Set([...beforeHere, ...movedHere].map((line) => line.startYear))
    const throughYears = limit.isCumulative ? [Math.max(...years)] : [...years].sort((a, b) => a - b)
    for (const source of sourcesCompared([...beforeHere, ...movedHere], limit)) {
      for (const throughYear of throughYears) {
        const room = (lines: readonly BalanceLine[]) => roomIn(lines, limit, throughYear, source)
        const [available, change] = [room(beforeHere), room(movedHere)]
        if (change < 0 && available + change < 0) {
          return { place: nameOf(place, context), throughYear, requested: pence(-change), available: pence(available) }
        }
      }
    }
  }
  return undefined
}

export const keyOf = (place: Place): string => `${place.kind} ${place.id}`

/** The places whose limit the movement touches: those with upper amounts, and the lines that stand under no such place. */
const placesConcerned = (
  moved: readonly Entry[],
  before: readonly BalanceLine[],
  above: (place: Place) => Place[],
  limit: Limit,
): Place[] => {
  const upper = [...before, ...moved].filter((line) => limit.upper.includes(line.level))
  const withUpper = new Set(upper.map((line) => keyOf(line.place)))
  const found = new Map<string, Place>()
  for (const { place } of moved) {
    const limiting = above(place).filter((each) => withUpper.has(keyOf(each)))
    for (const each of limiting.length === 0 && limit.needsUpper ? [place] : limiting) found.set(keyOf(each), each)
  }
  return [...found.values()]
}

/** The lines on a place and on the places below it. */
export const linesOnOrBelow = <Line extends BalanceLine>(lines: readonly Line[], above: (place: Place) => Place[]) => {
  const byPlace = new Map<string, Line[]>()
  for (const line of lines) {
    for (const place of above(line.place)) {
      const found = byPlace.get(keyOf(place))
      if (found) found.push(line)
      else byPlace.set(keyOf(place), [line])
    }
  }
  return (place: Place): Line[] => byPlace.get(keyOf(place)) ?? []
}

/** `undefined` compares all sources together; a source is compared by itself where both sides state one. */
const sourcesCompared = (lines: readonly BalanceLine[], limit: Limit): (Id | undefined)[] => {
  const stated = (levels: readonly Level[]) =>
    new Set(lines.filter((line) => levels.includes(line.level)).flatMap((line) => line.sourceId ?? []))
  const areStatedAbove = limit.bySource && stated(limit.upper).size > 0
  return [undefined, ...(areStatedAbove ? stated(limit.lower) : [])]
}

/** Upper less lower through a year; upper lines without a source may be of any source. */
const roomIn = (
  lines: readonly BalanceLine[],
  limit: Limit,
  throughYear: StartYear,
  source: Id | undefined,
): number => {
  let room = 0
  for (const line of lines) {
    if (line.startYear > throughYear) continue
    const isUpper = limit.upper.includes(line.level)
    const isCounted = source === undefined || line.sourceId === source || (isUpper && line.sourceId === null)
    if (isCounted) room += isUpper ? line.amount : -line.amount
  }
  return room
}

/** From a place up to the programme, by the themes of the context's day. */
export const pathsUp = (
  context: Pick<LedgerContext, 'programmes' | 'memberships' | 'day'>,
): ((place: Place) => Place[]) => {
  const roots = context.programmes.map(({ id }): Place => ({ kind: 'programme', id }))
  const themes = themesOn(context.memberships, context.day)
  return (place) => {
    if (place.kind === 'programme') return [place]
    const themeId = place.kind === 'scheme' ? themes.get(place.id) : undefined
    return [place, ...(themeId ? [{ kind: 'theme' as const, id: themeId }] : []), ...roots]
  }
}

export const nameOf = (place: Place, context: LedgerContext): string => {
  const named = { programme: context.programmes, theme: context.themes, scheme: context.schemes }[place.kind]
  return named.find((each) => each.id === place.id)?.name ?? place.id
}

const netOf = (lines: readonly { amount: Pence }[]): Pence => sum(lines.map((line) => line.amount))

const refuseNet = (kind: string, lines: readonly Entry[]): void => {
  const net = netOf(lines)
  if (net !== 0) fail('not-net-zero', { kind, net })
}
