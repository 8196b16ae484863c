import type { CalendarDay } from '../calendarDay.ts'
import { formatYear, yearOf } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import { keyOf } from '../ledger/movementRules.ts'
import type { Pence } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { themesOn } from '../programme/themeMembership.ts'
import { linesItIsAbout } from './changeAmounts.ts'
import type { ChangeKind, ChangeLine, ChangeRequest, ChangeStatus } from './changeRequest.ts'
import { approverWords } from './changeWords.ts'

/** A line of the register: the columns of the national return, then route, approver, decision and posting. Pence. */
export interface RegisterRow {
  id: Id
  number: number
  kind: ChangeKind
  status: ChangeStatus
  movedFrom: string
  themeFrom: string
  movedTo: string
  themeTo: string
  amount: Pence
  whatChanges: string
  reason: string
  /** As the return calls it: what is posted is actual, what was not let pass or was taken back is cancelled. */
  standing: 'Actual' | 'Forecast' | 'Cancelled'
  /** The financial year and month in which the change took place, or in which it was asked for. */
  period: string
  route: string
  approver: string
  decisionRef: string
  postedOn: CalendarDay | null
}

type Facts = Pick<ProgrammeFacts, 'programme' | 'themes' | 'schemes' | 'memberships' | 'decisions' | 'asAt'>

/** The register of changes; `titleOf` names an account. */
export const registerRows = (
  changes: readonly ChangeRequest[],
  facts: Facts,
  titleOf: (id: string) => string,
): RegisterRow[] => {
  const named = new Map<string, string>([
    [keyOf({ kind: 'programme', id: facts.programme.id }), facts.programme.name],
    ...facts.themes.map(({ id, name }): [string, string] => [keyOf({ kind: 'theme', id }), name]),
    ...facts.schemes.map(({ id, name }): [string, string] => [keyOf({ kind: 'scheme', id }), name]),
  ])
  const themes = themesOn(facts.memberships, facts.asAt.day)
  const themeName = (place: Place): string => {
    if (place.kind === 'theme') return named.get(keyOf(place)) ?? ''
    const themeId = place.kind === 'scheme' ? themes.get(place.id) : undefined
    return themeId === undefined ? '' : (named.get(keyOf({ kind: 'theme', id: themeId })) ?? '')
  }
  return changes.map((change): RegisterRow => {
    const { id, number, kind, status, whatChanges, reason, route, decidedBy, decisionId } = change
    const decision = facts.decisions.find((each) => each.id === decisionId)
    const isPosted = status === 'posted' || status === 'reversed'
    const postedOn = isPosted && decision ? decision.effectiveOn : null
    const sides = { from: side(change.lines, -1), to: side(change.lines, 1) }
    const all = (places: readonly Place[], words: (place: Place) => string) =>
      [...new Set(places.map(words).filter(Boolean))].join('; ')
    const name = (place: Place) => named.get(keyOf(place)) ?? ''
    return {
      id,
      number,
      kind,
      status,
      movedFrom: all(sides.from, name),
      themeFrom: all(sides.from, themeName),
      movedTo: all(sides.to, name),
      themeTo: all(sides.to, themeName),
      amount: route.amount,
      whatChanges,
      reason,
      standing: standingOf(status),
      period: periodOf(postedOn ?? change.sentOn),
      route: sentence(approverWords[route.approver]),
      approver: decision?.decisionTaker ?? (decidedBy === null ? '' : titleOf(decidedBy)),
      decisionRef: decision?.reference ?? '',
      postedOn,
    }
  })
}

/** The places that give or take, each once. */
const side = (lines: readonly ChangeLine[], sign: 1 | -1): Place[] => [
  ...new Map(
    linesItIsAbout(lines)
      .filter(({ amount }) => amount * sign > 0)
      .map(({ place }) => [keyOf(place), place]),
  ).values(),
]

const standingOf = (status: ChangeStatus): RegisterRow['standing'] => {
  if (status === 'posted') return 'Actual'
  return status === 'sent' || status === 'approved' ? 'Forecast' : 'Cancelled'
}

/** `2020/21 P5`: the financial year and its month from April. */
const periodOf = (day: CalendarDay): string => {
  const month = Number(day.slice(5, 7))
  return `${formatYear(yearOf(day))} P${month >= 4 ? month - 3 : month + 9}`
}

const sentence = (text: string): string => text.replace(/^the /, '').replace(/^./, (first) => first.toUpperCase())
