import { programmeFacts } from '../../../../db/queries/programmeFacts.ts'
import type { Reading } from '../../../../db/schema.ts'
import { accounts, proposals, routes, ruleValues, waivers } from '../../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../../domain/authority/authorityRequest.ts'
import { keyDecisionOf } from '../../../../domain/authority/keyDecision.ts'
import type { CheckContext } from '../../../../domain/authority/requestChecks.ts'
import { stagesOf } from '../../../../domain/authority/requestStages.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { acceptedSeverities } from '../../../../domain/route/proposals.ts'
import { routeInForce } from '../../../../domain/route/routeInForce.ts'
import { holidaysOf } from '../holidays.ts'
import { promisedLines } from './promises.ts'

/** All that the rules look at, for a decision on a day. A draft goes by the route that is in force today. */
export const checkContext = async (
  db: Reading,
  request: AuthorityRequest,
  { day, today, facts }: { day: CalendarDay; today: CalendarDay; facts?: ProgrammeFacts },
): Promise<CheckContext> => {
  const own = await ruleValues.list(db)
  const key = keyDecisionOf(request, day, own)
  const known = await routes.list(db)
  const routeId =
    request.status === 'draft' ? (routeInForce(known, 'authority_request', today)?.id ?? null) : request.routeId
  const but = { requestId: request.id, ...(request.decisionId ? { decisionId: request.decisionId } : {}) }
  return {
    request,
    facts: facts ?? (await programmeFacts(db, today)),
    promised: await promisedLines(db, but),
    day,
    today,
    key,
    route: { stages: stagesOf({ routeId }, known), isKey: key.isKey },
    own,
    holidays: await holidaysOf(db),
    accounts: await accounts.list(db),
    waivers: await waivers.list(db, { subjectId: request.id }),
    severities: acceptedSeverities(await proposals.list(db, { kind: 'rule_severity', status: 'accepted' })),
  }
}
