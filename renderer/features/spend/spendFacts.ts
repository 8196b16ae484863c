import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

export type SpendScreenFacts = inferOutput<typeof trpc.spend.screen>
export type ImportLine = SpendScreenFacts['imports'][number]
export type AskedWaiver = SpendScreenFacts['waivers'][number]
export type DraftFacts = inferOutput<typeof trpc.spend.draft>
export type CommitmentFacts = inferOutput<typeof trpc.spend.commitments>
export type ImportFacts = inferOutput<typeof trpc.spend.import>
