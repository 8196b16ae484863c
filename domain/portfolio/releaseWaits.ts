import { heldRooms, planRelease } from '../authority/release.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import { type Pence, sum } from '../money.ts'
import type { Decision } from '../programme/decision.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { themesOn } from '../programme/themeMembership.ts'

/** The approval of a case whose money waits, and what for: conditions, or authority above its scheme. Pence. */
export interface ReleaseWaits {
  kind: 'release-waits'
  decisionId: Id
  caseId: Id
  reference: string
  /** What is not released yet. */
  amount: Pence
  openConditions: number
  /** The first year for which too little is held, where, and how much is; null where nothing is too little. */
  short: { place: string; startYear: StartYear; available: Pence } | null
}

/** Why approvals wait for their release, as the ledger stands; one for each decision that is about a case. */
export const releaseWaits = (facts: ProgrammeFacts, waiting: readonly Decision[]): ReleaseWaits[] => {
  // Mostly nothing waits, and what is held at every place need not be known.
  if (!waiting.some(({ about }) => about?.kind === 'business_case')) return []
  const themes = themesOn(facts.memberships, facts.asAt.day)
  const programme: Place = { kind: 'programme', id: facts.programme.id }
  const pathUp = (place: Place): Place[] => {
    if (place.kind === 'programme') return [place]
    const themeId = place.kind === 'scheme' ? themes.get(place.id) : undefined
    return [place, ...(themeId ? [{ kind: 'theme' as const, id: themeId }] : []), programme]
  }
  const heldAt = heldRooms(facts.balances, pathUp)
  const names = new Map([facts.programme, ...facts.themes, ...facts.schemes].map(({ id, name }) => [id, name]))
  return waiting.flatMap(({ id, reference, lines, about }): ReleaseWaits[] => {
    if (about?.kind !== 'business_case') return []
    const posted = facts.posted.filter(({ decisionId, level }) => decisionId === id && level === 'released')
    const plan = planRelease(lines, posted, heldAt, (place) => names.get(place.id) ?? '')
    const conditions = facts.cases.find((each) => each.id === about.id)?.conditions ?? []
    const [held] = plan.waiting.map((each) => each.held)
    return [
      {
        kind: 'release-waits',
        decisionId: id,
        caseId: about.id,
        reference,
        amount: sum([...lines.map((line) => line.amount), ...posted.map((line) => -line.amount)]),
        openConditions: conditions.filter((each) => each.dischargedBy === null && !each.isAfterRelease).length,
        short: held ? { place: held.place, startYear: held.startYear, available: held.available } : null,
      },
    ]
  })
}
