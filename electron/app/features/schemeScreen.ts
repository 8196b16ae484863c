import { listRequests } from '../../../db/queries/listRequests.ts'
import type { Reading } from '../../../db/schema.ts'
import { openStates } from '../../../domain/authority/requestStages.ts'
import { fail } from '../../../domain/errors.ts'
import { schemeOutlook } from '../../../domain/forecast/schemeOutlook.ts'
import type { Id } from '../../../domain/id.ts'
import { sum } from '../../../domain/money.ts'
import { schemeMoney } from '../../../domain/portfolio/schemeMoney.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import { themeOf } from '../../../domain/programme/themeMembership.ts'
import type { Finding } from '../../../domain/tieOut/finding.ts'
import { placesNamed } from '../../../domain/tieOut/placesNamed.ts'
import { checksScreen } from './checksScreen.ts'
import { outturnsOf } from './forecast/outturnsOf.ts'

/** All of one scheme: what is said of it, its money, the decisions and cases behind that, and the findings that name it. */
export const schemeScreen = async (facts: ProgrammeFacts, db: Reading, id: Id, findings: Finding[]) => {
  const index = facts.schemes.findIndex((scheme) => scheme.id === id)
  const scheme = facts.schemes[index] ?? fail('not-found', { entity: 'scheme', id })
  const themeId = themeOf(facts.memberships, id, facts.asAt.day)
  const money = schemeMoney(facts, id)
  const concerning = findings.filter((finding) => placesNamed(finding, facts.schemes).has(id))
  return {
    asAt: facts.asAt,
    programme: facts.programme,
    scheme,
    theme: facts.themes.find((theme) => theme.id === themeId) ?? null,
    themes: facts.themes,
    organisations: facts.organisations,
    sources: facts.sources,
    memberships: facts.memberships.filter((membership) => membership.schemeId === id),
    caseStatuses: facts.caseStatuses.filter((status) => status.schemeId === id),
    /** The business cases that were written here, the newest first. */
    cases: facts.cases
      .filter((each) => each.schemeId === id)
      .reverse()
      .map(
        ({
          id,
          reference,
          title,
          stage,
          version,
          status,
          costs,
          approved,
          submittedOn,
          recommendedOn,
          approvedOn,
        }) => ({
          id,
          reference,
          title,
          stage,
          version,
          status,
          amount: sum((approved.length > 0 ? approved : costs).map((line) => line.amount)),
          on: approvedOn ?? recommendedOn ?? submittedOn,
        }),
      ),
    /** What is asked for the scheme, or for its theme, and not in force yet. */
    requests: await listRequests(db, {
      statuses: openStates,
      after: null,
      limit: 10,
      placeIds: [id, ...(themeId ? [themeId] : [])],
    }),
    decisions: facts.decisions.filter((decision) => decision.lines.some((line) => line.place.id === id)),
    money,
    /** What it is forecast to come to, and what is left of its plan. */
    outlook: schemeOutlook(
      facts.balances.filter(({ place }) => place.id === id),
      await outturnsOf(facts, db, id),
      money.columns,
    ),
    plan: facts.balances.filter((line) => line.level === 'plan' && line.place.id === id),
    checks: (await checksScreen(facts, db, concerning)).findings,
    previousId: facts.schemes[index - 1]?.id ?? null,
    nextId: facts.schemes[index + 1]?.id ?? null,
  }
}
