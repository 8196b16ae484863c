import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

export type SchemeDelivery = inferOutput<typeof trpc.delivery.screen>
export type ClosureFacts = SchemeDelivery['closure']
export type LessonsFacts = inferOutput<typeof trpc.lessons.screen>

/** Which act of the closure has its form open. */
export interface ClosureForm {
  kind:
    | 'complete'
    | 'account'
    | 'orders'
    | 'release'
    | 'lesson'
    | 'report'
    | 'accept'
    | 'hand_over'
    | 'close'
    | 'cancel'
  opener: string
}
