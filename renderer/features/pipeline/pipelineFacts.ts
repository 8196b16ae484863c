import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

/** Schemes without money, how they score, and what of them the headroom takes. */
export type PipelineFacts = inferOutput<typeof trpc.pipeline.screen>
