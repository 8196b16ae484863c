import type { Task } from './task.ts'

/** Where one goes to do it: the page of the program, beginning with a slash. */
export const addressOf = ({ subject, act }: Pick<Task, 'subject' | 'act'>): string => {
  switch (subject.kind) {
    case 'business_case':
      if (act === 'write') return `/cases/${subject.id}/edit`
      return `/cases/${subject.id}`
    case 'authority_request':
      return `/authority/${subject.id}`
    case 'meeting':
      return `/meetings/${subject.id}`
    case 'waiver':
      return '/admin/rules'
    case 'proposal':
      return '/admin/rules'
  }
}
