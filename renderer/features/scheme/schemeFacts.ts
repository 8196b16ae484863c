import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

/** All of one scheme, as the program answers. */
export type SchemeFacts = inferOutput<typeof trpc.schemes.screen>
