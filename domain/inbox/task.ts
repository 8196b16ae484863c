import type { CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import type { Duty, Role } from '../roles.ts'

export type TaskAct =
  | 'write'
  | 'change'
  | 'accept'
  | 'put_on_agenda'
  | 'publish_agenda'
  | 'recommend'
  | 'approve'
  | 'decide'
  | 'record_outcome'
  | 'confirm'
  | 'meet_condition'
  | 'discharge'
  | 'ask_for_authority'
  | 'finance_check'
  | 'legal_check'
  | 'notice'
  | 'report'
  | 'publish'
  | 'scrutinise'
  | 'waive'
  | 'agree_account'
  | 'report_closure'
  | 'accept_closure'
  | 'hand_over'
  | 'review_scheme'
  | 'answer_double_count'
  | 'accept_change'
  | 'reopen_period'
  | 'approve_change'
  | 'record_decision'
  | 'certify_report'
  | 'issue_report'

/** Whose turn it is: everybody with a duty, the members or the chairs of a board, its writers, one office, or some roles. */
export type TaskFor =
  | { kind: 'duty'; duty: Duty; role: Role | null; boardId: Id | null }
  | { kind: 'members'; boardId: Id }
  | { kind: 'chairs'; boardId: Id }
  | { kind: 'writers' }
  | { kind: 'office'; title: string; duty: Duty }
  /** Those of a duty whom what it is about leaves. */
  | { kind: 'roles'; roles: readonly Role[] }

/** One thing that waits for somebody: what is to be done, by whom, until when. */
export interface Task {
  subject: {
    kind:
      | 'business_case'
      | 'closure'
      | 'benefit'
      | 'authority_request'
      | 'meeting'
      | 'waiver'
      | 'proposal'
      | 'period_status'
      | 'change_request'
      | 'report_draft'
    id: Id
  }
  act: TaskAct
  for: TaskFor
  /** Who wrote it, or did the part of which somebody else does the other (R14); a task of the writers is theirs alone. */
  notBy: readonly string[]
  /** Who has done their part already. */
  doneBy: readonly string[]
  schemeId: Id | null
  /** The day since which it waits, and in how many working days the route wants it done. */
  since: CalendarDay | null
  deadlineWorkingDays: number | null
  /** A day that is laid down for it; it counts before the working days do. */
  dueOn: CalendarDay | null
  /** The meeting at which it comes up; null while no meeting has it. */
  meeting: { id: Id; heldOn: CalendarDay; itemId: Id; paperId: Id | null; isAnswerable: boolean } | null
}
