import type { BankHoliday } from '../bankHolidays.ts'
import type { CalendarDay } from '../calendarDay.ts'
import type { Account } from '../people/account.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import { type DatedSeverity, severityOn } from '../route/ruleCatalogue.ts'
import type { DatedRuleValue } from '../route/ruleValue.ts'
import type { AuthorityRequest } from './authorityRequest.ts'
import type { KeyDecision } from './keyDecision.ts'
import type { CheckDraft, RequestCheck } from './requestCheck.ts'
import {
  beforeAuthorityChecks,
  boardChecks,
  callInChecks,
  caseChecks,
  limitChecks,
  noticeChecks,
  thresholdChecks,
} from './requestClockChecks.ts'
import {
  allocationChecks,
  castChecks,
  earlierChecks,
  fundingChecks,
  natureChecks,
  spendChecks,
  themeChecks,
} from './requestMoneyChecks.ts'
import type { OnRoute } from './requestStages.ts'
import { equalityChecks, exemptChecks, figureChecks, funderChecks } from './requestTextChecks.ts'
import type { Waiver } from './waiver.ts'

/** All that the rules look at. */
export interface CheckContext {
  request: AuthorityRequest
  facts: ProgrammeFacts
  /** What is decided and not in the ledger yet, without this request's own. */
  promised: readonly BalanceLine[]
  /** The day of the decision, or the day on which it is due. */
  day: CalendarDay
  today: CalendarDay
  key: KeyDecision
  route: OnRoute
  own: readonly DatedRuleValue[]
  holidays: readonly BankHoliday[]
  accounts: readonly Account[]
  waivers: readonly Waiver[]
  severities: readonly DatedSeverity[]
}

const all: readonly ((context: CheckContext) => CheckDraft[])[] = [
  castChecks,
  themeChecks,
  fundingChecks,
  allocationChecks,
  figureChecks,
  spendChecks,
  beforeAuthorityChecks,
  caseChecks,
  noticeChecks,
  callInChecks,
  thresholdChecks,
  boardChecks,
  limitChecks,
  natureChecks,
  funderChecks,
  exemptChecks,
  equalityChecks,
  earlierChecks,
]

/** Every rule over a request as it stands, in the order of the rules. Only a warning is ever let pass by a waiver. */
export const requestChecks = (context: CheckContext): RequestCheck[] =>
  all
    .flatMap((check) => check(context))
    .map((draft): RequestCheck => {
      const severity = draft.severity ?? severityOn(context.severities, draft.rule, context.day)
      const isLetPass = !draft.passes && severity === 'warn'
      return {
        stopsBefore: 'validate',
        ...draft,
        severity,
        waivedUntil: isLetPass ? waivedUntil(context, draft.rule) : null,
      }
    })
    .sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))

/** The rules that stop an act, each once. */
export const stopsOf = (checks: readonly RequestCheck[], act: 'validate' | 'decide'): string[] => [
  ...new Set(
    checks
      .filter(
        (check) => check.severity === 'stop' && !check.passes && (act === 'decide' || check.stopsBefore === 'validate'),
      )
      .map(({ rule }) => rule),
  ),
]

const waivedUntil = ({ waivers, request, today }: CheckContext, rule: string): CalendarDay | null =>
  waivers
    .filter(
      (each) =>
        !each.isRemoved &&
        each.status === 'approved' &&
        each.approvedBy !== each.askedBy &&
        each.subjectId === request.id &&
        each.rule === rule &&
        today <= each.expiresOn,
    )
    .reduce<CalendarDay | null>((last, { expiresOn }) => (last && last > expiresOn ? last : expiresOn), null)
