import { authorityGiven } from '../../../../db/queries/authorityGiven.ts'
import type { Reading, Tx } from '../../../../db/schema.ts'
import { decisions, proposals } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import { pathsUp } from '../../../../domain/ledger/movementRules.ts'
import { isClosedPeriod } from '../../../../domain/period/closedPeriods.ts'
import type { DecisionLine } from '../../../../domain/programme/decision.ts'
import { acceptedSeverities } from '../../../../domain/route/proposals.ts'
import { severityOn } from '../../../../domain/route/ruleCatalogue.ts'
import type { AuthorityDay, SpendFacts } from '../../../../domain/spend/dryRun.ts'
import { ledgerContext } from '../ledgerContext.ts'

/** What the rules need to know beside the rows of an extract, on a day. */
export const spendFacts = async (db: Reading | Tx, today: CalendarDay): Promise<SpendFacts> => {
  const ledger = await ledgerContext(db, today)
  const accepted = acceptedSeverities(await proposals.list(db, { kind: 'rule_severity', status: 'accepted' }))
  return {
    ledger,
    today,
    authority: await authorityDays(db, ledger),
    isClosed: (startYear, period) =>
      ledger.years.some((year) => year.startYear === startYear && year.status === 'closed') ||
      isClosedPeriod(ledger.periods, startYear, period),
    severityOf: (rule) => severityOn(accepted, rule, today),
  }
}

/** By scheme, on it or above it: the authority that the ledger has, and what is decided and not yet in force. */
const authorityDays = async (
  db: Reading | Tx,
  ledger: SpendFacts['ledger'],
): Promise<ReadonlyMap<Id, readonly AuthorityDay[]>> => {
  const given = new Map<string, AuthorityDay[]>()
  const add = (placeId: string, day: AuthorityDay) => given.set(placeId, [...(given.get(placeId) ?? []), day])
  for (const { placeId, ...day } of await authorityGiven(db)) add(placeId, day)
  for (const { status, madeOn, effectiveOn, lines } of await decisions.list(db)) {
    if (status !== 'made' && status !== 'called_in') continue
    const places = new Set(lines.filter(({ level, amount }) => level === 'authority' && amount > 0).map(placeOf))
    for (const placeId of places) add(placeId, { decidedOn: madeOn, effectiveOn })
  }
  const above = pathsUp(ledger)
  return new Map(
    ledger.schemes.map(({ id }) => [id, above({ kind: 'scheme', id }).flatMap((place) => given.get(place.id) ?? [])]),
  )
}

const placeOf = ({ place }: DecisionLine): Id => place.id
