import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'
import type { DraftDesk } from '../../lib/useDraft.ts'
import type { ActTask } from './requestSearch.ts'

export type RequestFacts = inferOutput<typeof trpc.requests.screen>
export type RequestCheck = RequestFacts['checks'][number]
export type ShownStage = RequestFacts['stages'][number]

/** What a part of the request is drawn from, and where it is written; no desk where it is only read. */
export interface WrittenPartProps {
  facts: RequestFacts
  desk: DraftDesk | null
}

export const actOf = ({ acts }: Pick<RequestFacts, 'acts'>, wanted: ActTask) => acts.find(({ act }) => act === wanted)
