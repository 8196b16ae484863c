import { guidance } from '../../../domain/businessCase/guidance.ts'
import type { EditorTask } from './casesSearch.ts'
import type { TaskState } from './taskStates.ts'

export const taskTitles: Record<EditorTask, string> = {
  ask: 'Summary and ask',
  strategic: guidance.strategic.title,
  economic: `${guidance.economic.title}, options`,
  commercial: guidance.commercial.title,
  financial: `${guidance.financial.title}, costs and funding`,
  management: `${guidance.management.title}, assurance`,
  benefits: 'Benefits and risks',
  interests: 'Declarations of interest',
  attachments: 'Files, if there are any',
}

export const taskStateWords: Record<TaskState, string> = {
  'not-started': 'Not yet started',
  'in-progress': 'In progress',
  done: 'Done',
}
