import { z } from 'zod'
import { CaseState } from '../../../domain/businessCase/businessCase.ts'
import { Id } from '../../../domain/id.ts'

const Whose = z.enum(['mine', 'waiting', 'all'])
export type Whose = z.infer<typeof Whose>

/** Which cases are listed. It stands in the address; `start` has the form open, for a scheme. */
export const CasesSearch = z.object({
  whose: Whose.optional().catch(undefined),
  caseStatus: CaseState.optional().catch(undefined),
  board: Id.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  start: z
    .union([z.literal('yes'), Id])
    .optional()
    .catch(undefined),
})
export type CasesSearch = z.infer<typeof CasesSearch>

/** What a case is held against, and among which it is gone through. */
export const CaseSearch = z.object({
  whose: Whose.optional().catch(undefined),
  against: Id.optional().catch(undefined),
  done: z.enum(['submitted', 'accepted', 'returned', 'withdrawn']).optional().catch(undefined),
})
export type CaseSearch = z.infer<typeof CaseSearch>

/** The pages of the editor, in their order; without one the list of tasks is shown. */
export const editorTasks = [
  'ask',
  'strategic',
  'economic',
  'commercial',
  'financial',
  'management',
  'benefits',
  'interests',
  'attachments',
] as const
export type EditorTask = (typeof editorTasks)[number]

export const EditSearch = z.object({
  task: z
    .enum([...editorTasks, 'check'])
    .optional()
    .catch(undefined),
  /** The field that is to have the focus, as the checklist names it. */
  field: z.string().max(200).optional().catch(undefined),
})
export type EditSearch = z.infer<typeof EditSearch>
