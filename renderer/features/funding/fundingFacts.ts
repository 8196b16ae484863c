import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

/** The council's tables from the ledger and as printed, the sources, and what does not agree. */
export type FundingFacts = inferOutput<typeof trpc.funding.screen>
