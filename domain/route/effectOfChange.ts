import type { AuthorityRequest } from '../authority/authorityRequest.ts'
import type { BankHoliday } from '../bankHolidays.ts'
import type { BusinessCase } from '../businessCase/businessCase.ts'
import { addDays, type CalendarDay } from '../calendarDay.ts'
import type { ChangeRequest } from '../change/changeRequest.ts'
import type { Account } from '../people/account.ts'
import { limitOn } from '../people/delegationLimit.ts'
import type { Decision } from '../programme/decision.ts'
import { addWorkingDays, effectiveAfterCallIn } from '../workingDays.ts'
import type { ProposedChange } from './proposedChange.ts'
import type { Route } from './route.ts'
import { ruleOn } from './rulesInForce.ts'
import type { DatedRuleValue, RuleName } from './ruleValue.ts'

/** What a change is tried on. */
export interface TriedOn {
  today: CalendarDay
  requests: readonly Pick<
    AuthorityRequest,
    'status' | 'lines' | 'decision' | 'decisionDueOn' | 'reportPublishedOn' | 'routeId'
  >[]
  cases: readonly Pick<BusinessCase, 'submittedOn' | 'approvedOn' | 'routeId'>[]
  decisions: readonly Pick<Decision, 'about' | 'lines' | 'madeOn' | 'publishedOn' | 'isCallInEligible'>[]
  routes: readonly Route[]
  ruleValues: readonly DatedRuleValue[]
  holidays: readonly BankHoliday[]
  accounts: readonly Account[]
  changes: readonly Pick<ChangeRequest, 'route' | 'sentOn'>[]
}

/** How many things of the last 12 months were looked at, what they are, and for how many the change would have made a difference. */
export interface Effect {
  of:
    | 'decisions and requests'
    | 'requests'
    | 'business cases'
    | 'decisions open to call-in'
    | 'requests under way'
    | 'changes of the money'
  examined: number
  affected: number
}

/** What a change would have done in the 12 months before today. It changes nothing. */
export const effectOfChange = (change: ProposedChange, on: TriedOn): Effect => {
  const since = addDays(on.today, -365)
  const isRecent = (day: CalendarDay | null): day is CalendarDay => day !== null && day >= since && day <= on.today
  switch (change.kind) {
    case 'rule_value':
      return effectOfValue(change.ruleValue.rule, change.ruleValue.value, on, isRecent)
    case 'delegation_limit': {
      const { accountId, role, amount } = change.limit
      const account = on.accounts.find(({ id }) => id === accountId)
      const decided = on.requests.filter(({ decision }) => decision?.by === accountId && isRecent(decision.madeOn))
      const isOver = (lines: Lines, limit: number | null) => limit === null || amountOf(lines) > limit
      return count('requests', decided, ({ lines, decision }) => {
        const before = account && decision ? limitOn(account, role, decision.madeOn) : null
        return isOver(lines, before) !== isOver(lines, amount)
      })
    }
    case 'rule_severity':
      return count('requests under way', on.requests.filter(isUnderWay), () => true)
    case 'route': {
      const went = ({ routeId }: { routeId: string | null }) => on.routes.find(({ id }) => id === routeId)?.stages
      const way = (stages: readonly object[] | undefined) => JSON.stringify(stages?.map(wayOf))
      const isOther = (each: { routeId: string | null }) => way(went(each)) !== way(change.route.stages)
      return change.route.subjectKind === 'business_case'
        ? count(
            'business cases',
            on.cases.filter(({ submittedOn }) => isRecent(submittedOn)),
            isOther,
          )
        : count(
            'requests',
            on.requests.filter((each) => isUnderWay(each) || isRecent(dayOf(each))),
            isOther,
          )
    }
  }
}

type IsRecent = (day: CalendarDay | null) => day is CalendarDay

const effectOfValue = (rule: RuleName, value: number, on: TriedOn, isRecent: IsRecent): Effect => {
  const before = (day: CalendarDay) => ruleOn(on.ruleValues, rule, day)
  switch (rule) {
    case 'key_decision_threshold': {
      const asked = on.requests
        .filter(({ status }) => status !== 'draft')
        .map((each) => ({ day: dayOf(each), amount: amountOf(each.lines) }))
      // What was decided on a request is the request; the others were recorded by hand.
      const recorded = on.decisions
        .filter(({ about, lines }) => about === null && lines.some(isAuthority))
        .map(({ madeOn, lines }) => ({
          day: madeOn as CalendarDay | null,
          amount: amountOf(lines.filter(isAuthority)),
        }))
      const all = [...asked, ...recorded].flatMap(({ day, amount }) => (isRecent(day) ? [{ day, amount }] : []))
      return count('decisions and requests', all, ({ day, amount }) => amount > before(day) !== amount > value)
    }
    case 'call_in_working_days': {
      const open = on.decisions.flatMap(({ isCallInEligible, publishedOn, madeOn }) =>
        isCallInEligible && isRecent(publishedOn) ? [{ publishedOn, madeOn }] : [],
      )
      return count('decisions open to call-in', open, ({ publishedOn, madeOn }) => {
        const from = (days: number) => effectiveAfterCallIn(publishedOn, days, on.holidays)
        return from(before(madeOn)) !== from(value)
      })
    }
    case 'report_working_days': {
      const reported = on.requests.flatMap(({ reportPublishedOn, decision }) =>
        reportPublishedOn !== null && decision !== null && isRecent(decision.madeOn)
          ? [{ reportPublishedOn, madeOn: decision.madeOn }]
          : [],
      )
      return count('requests', reported, ({ reportPublishedOn, madeOn }) => {
        const isLate = (days: number) => addWorkingDays(reportPublishedOn, days, on.holidays) > madeOn
        return isLate(before(madeOn)) !== isLate(value)
      })
    }
    case 'case_validity_months':
      return count(
        'business cases',
        on.cases.flatMap(({ approvedOn }) => (isRecent(approvedOn) ? [approvedOn] : [])),
        (approvedOn) => before(approvedOn) !== value,
      )
    case 'change_limit_programme_director':
    case 'change_limit_s151_officer': {
      const sent = on.changes.filter(({ sentOn }) => isRecent(sentOn))
      return count('changes of the money', sent, ({ route: { cumulative }, sentOn }) => {
        return cumulative > before(sentOn) !== cumulative > value
      })
    }
    case 'change_share_percent': {
      const sent = on.changes.filter(({ sentOn }) => isRecent(sentOn))
      return count('changes of the money', sent, ({ route: { reasons }, sentOn }) => {
        const shares = reasons.flatMap((reason) => (reason.why === 'share' ? [reason.percent] : []))
        return shares.some((percent) => percent > before(sentOn) !== percent > value)
      })
    }
  }
}

type Lines = readonly { amount: number }[]

const amountOf = (lines: Lines): number => Math.abs(lines.reduce((total, { amount }) => total + amount, 0))

const isAuthority = ({ level }: { level: string }): boolean => level === 'authority'

const dayOf = ({ decision, decisionDueOn }: Pick<AuthorityRequest, 'decision' | 'decisionDueOn'>) =>
  decision?.madeOn ?? decisionDueOn

const over: readonly AuthorityRequest['status'][] = ['draft', 'effective', 'refused', 'withdrawn', 'superseded']

const isUnderWay = ({ status }: { status: AuthorityRequest['status'] }): boolean => !over.includes(status)

const wayOf = (stage: object): unknown => ('act' in stage && 'by' in stage ? [stage.act, stage.by] : stage)

const count = <T>(of: Effect['of'], examined: readonly T[], isAffected: (each: T) => boolean): Effect => ({
  of,
  examined: examined.length,
  affected: examined.filter(isAffected).length,
})
