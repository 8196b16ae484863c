import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

/** The allocation by source and what it has to pay for. */
export type PlannerFacts = inferOutput<typeof trpc.funding.planner>
