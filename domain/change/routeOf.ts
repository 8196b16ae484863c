import { type StartYear, yearOf } from '../financialYear.ts'
import { keyOf, nameOf } from '../ledger/movementRules.ts'
import { type Pence, pence, sum } from '../money.ts'
import { ruleOn } from '../route/rulesInForce.ts'
import { amountsByPlace, changeAmount, linesItIsAbout } from './changeAmounts.ts'
import type { ChangeFacts } from './changeFacts.ts'
import type { ChangeKind, ChangeLine, ChangeRequest } from './changeRequest.ts'
import { ChangeApprover, type ChangeRoute, type RouteReason } from './changeRoute.ts'

/** Who approves a kind of change at least: money that the programme gets or loses is decided on, not delegated. */
const leastFor: Record<ChangeKind, ChangeApprover> = {
  virement: 'programme_director',
  reprofile: 'programme_director',
  slippage: 'programme_director',
  acceleration: 'programme_director',
  funding_swap: 's151_officer',
  correction: 's151_officer',
  injection: 'decision',
  reduction: 'decision',
}

/**
 * The route of a change on the day of the facts, with every reason for it: its kind, its size together with what was
 * approved for the same place in the same financial year (R17), its share of what was planned there, and whether it
 * crosses sources, organisations, capital and revenue, or years. The reason that asks for most counts.
 */
export const routeOf = (change: Pick<ChangeRequest, 'kind' | 'lines'>, facts: ChangeFacts): ChangeRoute => {
  const { kind, lines } = change
  const { cumulative, countedFor } = largestTogether(lines, facts)
  const reasons: RouteReason[] = [
    { why: 'kind', needs: changesTotal(lines) ? 'decision' : leastFor[kind], kind },
    ...bySize(cumulative, facts),
    ...byShare(lines, facts),
    ...bySource(lines, facts),
    ...byOrganisation(lines, facts),
    ...byNature(lines),
    ...byYear(lines),
  ]
  const approver = reasons.reduce<ChangeApprover>(
    (most, { needs }) => (rankOf(needs) > rankOf(most) ? needs : most),
    'programme_director',
  )
  return { approver, amount: changeAmount(lines), cumulative, countedFor, reasons: reasons.slice(0, 40) }
}

/** A correction may add money or take it away, as an injection or a reduction does. */
const changesTotal = (lines: readonly ChangeLine[]): boolean =>
  [...Map.groupBy(lines, ({ level }) => level).values()].some((each) => sum(each.map(({ amount }) => amount)) !== 0)

/** The higher, the more may be approved. */
export const rankOf = (approver: ChangeApprover): number => ChangeApprover.options.indexOf(approver)

/** Splitting a change helps nobody: what was approved this year for one of its places counts along. */
const largestTogether = (lines: readonly ChangeLine[], facts: ChangeFacts) => {
  const year = yearOf(facts.day)
  const before = new Map<string, number>()
  for (const { lines: earlier, decidedOn } of facts.approved) {
    if (decidedOn === null || yearOf(decidedOn) !== year) continue
    for (const { place, amount } of amountsByPlace(earlier)) {
      before.set(keyOf(place), (before.get(keyOf(place)) ?? 0) + amount)
    }
  }
  const together = amountsByPlace(lines).map(({ place, amount }) => ({
    countedFor: nameOf(place, facts),
    cumulative: pence(amount + (before.get(keyOf(place)) ?? 0)),
  }))
  const all = { countedFor: facts.programmes[0]?.name ?? '', cumulative: changeAmount(lines) }
  return together.reduce((most, each) => (each.cumulative >= most.cumulative ? each : most), all)
}

const bySize = (amount: Pence, { ruleValues, day }: ChangeFacts): RouteReason[] => {
  const director = pence(ruleOn(ruleValues, 'change_limit_programme_director', day))
  const s151 = pence(ruleOn(ruleValues, 'change_limit_s151_officer', day))
  const threshold = pence(ruleOn(ruleValues, 'key_decision_threshold', day))
  if (amount > threshold) return [{ why: 'key', needs: 'decision', amount, threshold }]
  if (amount > s151) return [{ why: 'amount', needs: 'decision_taker', amount, limit: s151 }]
  const needs = amount > director ? 's151_officer' : 'programme_director'
  return [{ why: 'amount', needs, amount, limit: director }]
}

const byShare = (lines: readonly ChangeLine[], facts: ChangeFacts): RouteReason[] => {
  const limit = ruleOn(facts.ruleValues, 'change_share_percent', facts.day)
  return amountsByPlace(lines).flatMap(({ place, amount }): RouteReason[] => {
    const planned = sum(
      facts.balances
        .filter((line) => line.level === 'plan' && keyOf(line.place) === keyOf(place))
        .map((line) => line.amount),
    )
    if (planned <= 0) return []
    // Upwards, so that what is over the limit never reads as the limit itself.
    const percent = Math.ceil((amount * 100) / planned)
    const needs = percent > limit ? 's151_officer' : 'programme_director'
    return [{ why: 'share', needs, percent, limit, place: nameOf(place, facts) }]
  })
}

/** The first that gives and the first that takes at one level, where those are two; null where nothing crosses. */
const crossing = <L extends Pick<ChangeLine, 'level' | 'amount'>, K>(
  lines: readonly L[],
  keyFor: (line: L) => K,
): { from: K; to: K } | null => {
  // What one level takes back hides nothing that another gives.
  for (const atLevel of Map.groupBy(lines, ({ level }) => level).values()) {
    const nets = [...Map.groupBy(atLevel, keyFor)].map(([key, each]) => ({
      key,
      net: sum(each.map(({ amount }) => amount)),
    }))
    const from = nets.find(({ net }) => net < 0)
    const to = nets.find(({ net }) => net > 0)
    if (from && to) return { from: from.key, to: to.key }
  }
  return null
}

const bySource = (lines: readonly ChangeLine[], { sources }: ChangeFacts): RouteReason[] => {
  const stated = lines.filter(({ sourceId }) => sourceId !== null)
  const allocated = stated.filter(({ level }) => level === 'allocation')
  const across = crossing(allocated.length > 0 ? allocated : stated, ({ sourceId }) => sourceId)
  if (!across) return []
  const named = (id: typeof across.from) => sources.find((source) => source.id === id)?.name ?? ''
  return [{ why: 'source', needs: 's151_officer', from: named(across.from), to: named(across.to) }]
}

const byOrganisation = (lines: readonly ChangeLine[], { leads }: ChangeFacts): RouteReason[] => {
  const led = linesItIsAbout(lines).flatMap((line) => {
    const lead = leads.get(line.place.id)
    return lead === undefined ? [] : [{ ...line, lead }]
  })
  const across = crossing(led, ({ lead }) => lead)
  return across ? [{ why: 'organisation', needs: 'decision_taker', ...across }] : []
}

const byNature = (lines: readonly ChangeLine[]): RouteReason[] =>
  crossing(linesItIsAbout(lines), ({ nature }) => nature) ? [{ why: 'nature', needs: 's151_officer' }] : []

const byYear = (lines: readonly ChangeLine[]): RouteReason[] => {
  const across = crossing(linesItIsAbout(lines), ({ startYear }): StartYear => startYear)
  return across ? [{ why: 'year', needs: 'programme_director', ...across }] : []
}
