import type { DateKind } from '../../../domain/inbox/datesAhead.ts'
import type { TaskAct } from '../../../domain/inbox/task.ts'

/** What is to be done, as the verb of a line. */
export const actWords: Record<TaskAct, string> = {
  write: 'Finish writing',
  change: 'Write a new version',
  accept: 'Accept or return',
  put_on_agenda: 'Put on an agenda',
  publish_agenda: 'Publish the agenda',
  recommend: 'Recommend',
  approve: 'Approve',
  decide: 'Decide',
  record_outcome: 'Record what was decided',
  confirm: 'Confirm the record',
  meet_condition: 'Say how a condition is met',
  discharge: 'Discharge a condition',
  ask_for_authority: 'Ask for authority to spend',
  finance_check: 'Do the finance check',
  legal_check: 'Do the legal and equality check',
  notice: 'Publish the notice',
  report: 'Publish the report',
  publish: 'Publish the decision',
  scrutinise: 'Record the outcome of scrutiny',
  waive: 'Let a warning pass or stand',
  agree_account: 'Agree the final account',
  report_closure: 'Release what is left and send the closure report',
  accept_closure: 'Accept the closure report for the board',
  hand_over: 'Hand over the benefits',
  review_scheme: 'Record the review and close the scheme',
  answer_double_count: 'Say whether a benefit is counted twice',
  accept_change: 'Accept or refuse a change of a rule',
  reopen_period: 'Agree that a period is opened again, or refuse',
  approve_change: 'Approve or refuse a change of the money',
  record_decision: 'Record the decision on a change of the money',
  certify_report: 'Certify or send back a report',
  issue_report: 'Issue a report',
}

export const dateWords: Record<DateKind, string> = {
  call_in_closes: 'Call-in window closes',
  condition_due: 'Condition is due',
  decision_due: 'Decision is wanted',
  spend_by: 'Must be spent by',
  approval_ends: 'Approval runs out',
}
