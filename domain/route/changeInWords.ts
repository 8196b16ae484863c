import { formatInSentence, pence } from '../money.ts'
import type { Severity } from '../tieOut/finding.ts'
import { isAmountRule, type ProposedChange } from './proposedChange.ts'
import type { Route } from './route.ts'
import type { RuleName } from './ruleValue.ts'

export const ruleWords: Record<RuleName, string> = {
  key_decision_threshold: 'Key decision threshold',
  call_in_working_days: 'Call-in window',
  report_working_days: 'Report open before a decision',
  case_validity_months: 'Validity of an approved case',
  change_limit_programme_director: 'Changes that the programme director approves',
  change_limit_s151_officer: 'Changes that the section 151 officer approves',
  change_share_percent: 'Share of a plan that a change may move below the section 151 officer',
}

export const subjectWords: Record<Route['subjectKind'], string> = {
  business_case: 'Business case',
  authority_request: 'Authority to spend',
}

export const severityWords: Record<Severity, string> = { stop: 'Stop', warn: 'Warn', note: 'Note' }

/** A value of a rule with its unit: an amount, working days, months or a share. */
export const ruleValueWords = (rule: RuleName, value: number): string => {
  if (rule === 'key_decision_threshold') return `over ${formatInSentence(pence(value))}`
  if (isAmountRule(rule)) return `up to ${formatInSentence(pence(value))}`
  if (rule === 'change_share_percent') return `up to ${value}%`
  const unit = rule === 'case_validity_months' ? 'month' : 'working day'
  return `${value} ${unit}${value === 1 ? '' : 's'}`
}

/** A change in a sentence without its day; `holder` is the title of whose limit it is. */
export const changeInWords = (change: ProposedChange, holder: string): string => {
  switch (change.kind) {
    case 'route':
      return `${subjectWords[change.route.subjectKind]}, route “${change.route.name}”: ${change.route.stages.map(({ name }) => name).join(' → ')}`.slice(
        0,
        500,
      )
    case 'rule_value':
      return `${ruleWords[change.ruleValue.rule]}: ${ruleValueWords(change.ruleValue.rule, change.ruleValue.value)}`
    case 'delegation_limit':
      return change.limit.amount === null
        ? `${holder}: decides no money`
        : `${holder}: decides on up to ${formatInSentence(change.limit.amount)}`
    case 'rule_severity':
      return `${change.severity.rule}: ${severityWords[change.severity.severity]}`
  }
}
