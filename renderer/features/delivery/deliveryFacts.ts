import type { inferOutput } from '@trpc/tanstack-react-query'
import type { AssuranceKind } from '../../../domain/delivery/assurance.ts'
import type { trpc } from '../../lib/trpc.ts'

export type DeliveryFacts = inferOutput<typeof trpc.delivery.screen>

/** Which form of the part is open; a null id is a new thing. */
export type DeliveryForm = { opener: string } & (
  | { kind: 'milestone' | 'dependency'; id: string | null }
  | { kind: 'assurance'; id: AssuranceKind }
)
