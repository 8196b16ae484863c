import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

export type CaseFacts = inferOutput<typeof trpc.cases.screen>
export type CaseListFacts = inferOutput<typeof trpc.cases.list>
export type EntryFacts = inferOutput<typeof trpc.cases.entry>
