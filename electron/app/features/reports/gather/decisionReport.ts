import { authorityRequests } from '../../../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../../../domain/authority/authorityRequest.ts'
import { earliestAfter } from '../../../../../domain/authority/requestLifecycle.ts'
import type { CalendarDay } from '../../../../../domain/calendarDay.ts'
import { fail } from '../../../../../domain/errors.ts'
import { titleOf } from '../../../../../domain/people/actorTitle.ts'
import type { Decision } from '../../../../../domain/programme/decision.ts'
import type { ProgrammeFacts } from '../../../../../domain/programme/facts.ts'
import type { DecisionReportGiven } from '../../../../../reports/decisionReport/given.ts'
import { decisionReport } from '../../../../../reports/decisionReport/report.ts'
import { checkContext } from '../../authority/checkContext.ts'
import { dueDay } from '../../authority/requestAt.ts'
import { requestClock } from '../../authority/requestClock.ts'
import { exemptionOfScope } from '../../exempt/exemptionOfScope.ts'
import type { MakeReport, ReportContext } from '../reportContext.ts'

/** Throws `bad-scope` for anything but a request, and `not-found`. */
export const makeDecisionReport: MakeReport = async (context) =>
  decisionReport(await requestGiven(context, 'decision-report'))

/** What is to be known of the request that a report is about. */
export const requestGiven = async (context: ReportContext, report: string): Promise<DecisionReportGiven> => {
  const {
    db,
    order: { scope },
  } = context
  if (scope.kind !== 'request') return fail('bad-scope', { report, needs: 'request' })
  return await givenOf(context, await authorityRequests.get(db, scope.id))
}

/** The same of a request as it is, or as a paper has it. */
export const givenOf = async (
  { facts, db, order, narrative, figures }: Omit<ReportContext, 'checks'>,
  request: AuthorityRequest,
): Promise<DecisionReportGiven> => {
  const today = facts.asAt.day
  const day = request.decision?.madeOn ?? request.decisionDueOn ?? dueDay(request, today)
  const context = await checkContext(db, request, { day, today, facts })
  const { steps, firstSpendOn } = requestClock(context)
  const known = facts.decisions.some(({ id }) => id === request.decisionId)
  return {
    facts: known ? facts : withAsked(facts, request, { on: day, isKey: context.key.isKey }),
    order,
    narrative,
    figures,
    request,
    decisionId: known && request.decisionId !== null ? request.decisionId : request.id,
    exempt: await exemptionOfScope(db, { report: 'decision-report', scope: { kind: 'request', id: request.id } }),
    writers: request.writers.map((writer) => titleOf(context.accounts, writer)),
    key: context.key,
    decidedOn: day,
    earliestOn: request.notice && earliestAfter(request.notice),
    callInClosesOn: steps.find(({ step }) => step === 'call_in_closes')?.on ?? null,
    firstSpendOn,
  }
}

/** The programme with what is asked for as a decision that nobody has made, so that the tables can be drawn for it. */
const withAsked = (
  facts: ProgrammeFacts,
  request: AuthorityRequest,
  { on, isKey }: { on: CalendarDay; isKey: boolean },
): ProgrammeFacts => {
  const { id, reference, title, decisionTaker, lines, cover } = request
  const asked: Decision = {
    id,
    revision: 1,
    isRemoved: false,
    reference,
    title,
    decisionTaker: decisionTaker || 'Decision taker not named',
    kind: isKey ? 'key' : 'administrative',
    madeOn: on,
    publishedOn: null,
    isCallInEligible: cover.isCallInEligible,
    effectiveOn: on,
    allocationKind: 'injection',
    status: 'asked',
    lines: lines.map((line) => ({ ...line, level: 'authority' })),
    note: '',
    about: { kind: 'authority_request', id },
    paperSha256: null,
  }
  return { ...facts, decisions: [...facts.decisions, asked] }
}
