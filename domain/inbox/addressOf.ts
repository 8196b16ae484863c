import type { Task } from './task.ts'

/** Where one goes to do it: the page of the program, beginning with a slash. */
export const addressOf = ({
  subject,
  act,
  meeting,
  schemeId,
}: Pick<Task, 'subject' | 'act' | 'meeting'> & Partial<Pick<Task, 'schemeId'>>): string => {
  // A member reads the paper that was frozen for the meeting, and answers there.
  if (meeting !== null && meeting.paperId !== null) return `/meetings/${meeting.id}/items/${meeting.itemId}`
  switch (subject.kind) {
    case 'business_case':
      if (act === 'ask_for_authority') return '/money/authority'
      if (act === 'write') return `/cases/${subject.id}/edit`
      return `/cases/${subject.id}`
    case 'authority_request':
      return `/authority/${subject.id}`
    case 'meeting':
      return `/meetings/${subject.id}`
    case 'waiver':
      // What was spent on a scheme before its authority.
      return schemeId ? '/spend' : '/admin/rules'
    case 'proposal':
      return '/admin/rules'
    case 'closure':
      return `/schemes/${subject.id}?tab=closure`
    case 'benefit':
      return '/benefits'
    case 'period_status':
      return '/spend/periods'
    case 'change_request':
      return `/changes/${subject.id}`
    case 'report_draft':
      return `/reports/drafts/${subject.id}`
  }
}
