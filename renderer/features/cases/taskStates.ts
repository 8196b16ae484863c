import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { type ChecklistItem, checklist } from '../../../domain/businessCase/completeness.ts'
import { sectionOrder } from '../../../domain/businessCase/guidance.ts'
import { type EditorTask, editorTasks } from './casesSearch.ts'

export type TaskState = 'not-started' | 'in-progress' | 'done'

export interface TaskLine {
  task: EditorTask
  state: TaskState
  missing: ChecklistItem[]
}

/** How far each task of the editor is. Files are nobody's duty, so that their task is done or not begun. */
export const taskStates = (businessCase: BusinessCase): TaskLine[] => {
  const items = checklist(businessCase)
  return editorTasks.map((task) => {
    const missing = items.filter((item) => item.task === task && !item.isDone)
    if (!hasContent(businessCase, task)) return { task, state: 'not-started', missing }
    return { task, state: missing.length === 0 ? 'done' : 'in-progress', missing }
  })
}

const isWritten = (text: string): boolean => text.trim() !== ''

/** Whether anything has been entered there. A case has a title from the start. */
const hasContent = (businessCase: BusinessCase, task: EditorTask): boolean => {
  const section = sectionOrder.find((name) => name === task)
  if (section && isWritten(businessCase.sections[section])) return true
  switch (task) {
    case 'ask':
      return isWritten(businessCase.ask)
    case 'economic':
      return businessCase.options.length > 0
    case 'financial':
      return businessCase.costs.some(({ amount }) => amount !== 0)
    case 'management':
      return businessCase.assurance.some(({ status }) => status !== 'not_recorded')
    case 'benefits':
      return businessCase.benefits.length > 0 || businessCase.risks.length > 0
    case 'interests':
      return businessCase.hasInterest !== null
    case 'attachments':
      return businessCase.attachments.length > 0
    default:
      return false
  }
}
