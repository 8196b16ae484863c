import { z } from 'zod'
import { Id } from '../id.ts'
import { ChangeRequest } from './changeRequest.ts'

/** A change that is tried in a scenario, and the request that it became. */
export const TriedChange = z.strictObject({
  id: Id,
  ...ChangeRequest.pick({ kind: true, whatChanges: true, reason: true, impact: true, lines: true }).shape,
  changeId: Id.nullable(),
})
export type TriedChange = z.infer<typeof TriedChange>

/** Changes tried on a copy of the live programme: they touch no money until they are requests and are approved. */
export const Scenario = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  name: z.string().trim().min(1).max(200),
  note: z.string().trim().max(2000),
  changes: z.array(TriedChange).max(200),
  /** Everybody who wrote in it: none of them approves what comes of it. */
  writers: z.array(z.string().min(1).max(100)).min(1).max(20),
})
export type Scenario = z.infer<typeof Scenario>
