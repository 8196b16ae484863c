import type { Reading, Tx } from '../../../../db/schema.ts'
import { decisions, proposals } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import { pathsUp } from '../../../../domain/ledger/movementRules.ts'
import { isClosedPeriod } from '../../../../domain/period/closedPeriods.ts'
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

/** By scheme, the decisions that gave authority on it or above it. */
const authorityDays = async (
  db: Reading | Tx,
  ledger: SpendFacts['ledger'],
): Promise<ReadonlyMap<Id, readonly AuthorityDay[]>> => {
  const given = new Map<string, AuthorityDay[]>()
  for (const { status, madeOn, effectiveOn, lines } of await decisions.list(db)) {
    if (status === 'asked') continue
    for (const line of lines) {
      if (line.level !== 'authority' || line.amount <= 0) continue
      const own = given.get(line.place.id) ?? []
      own.push({ decidedOn: madeOn, effectiveOn })
      given.set(line.place.id, own)
    }
  }
  const above = pathsUp(ledger)
  return new Map(
    ledger.schemes.map(({ id }) => [id, above({ kind: 'scheme', id }).flatMap((place) => given.get(place.id) ?? [])]),
  )
}
