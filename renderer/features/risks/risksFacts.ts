import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

export type RisksFacts = inferOutput<typeof trpc.risks.screen>
export type RiskRow = RisksFacts['risks'][number]
