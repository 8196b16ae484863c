import { z } from 'zod'

/** The parts of a request that are written, in the order in which they are asked for. */
export const writtenTasks = ['lines', 'funding', 'cover', 'narrative'] as const
export type WrittenTask = (typeof writtenTasks)[number]

/** The acts that have a page of their own. */
export const actTasks = [
  'validate',
  'financeCheck',
  'legalCheck',
  'publishNotice',
  'publishReport',
  'decide',
  'publishDecision',
  'callIn',
  'scrutinyOutcome',
  'withdraw',
  'newVersion',
] as const
export type ActTask = (typeof actTasks)[number]

/** Which task of a request is open, and whether it is looked at once more. It stands in the address. */
export const RequestSearch = z.object({
  task: z
    .enum([...writtenTasks, ...actTasks])
    .optional()
    .catch(undefined),
  step: z.enum(['check']).optional().catch(undefined),
})
export type RequestSearch = z.infer<typeof RequestSearch>
