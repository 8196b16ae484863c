import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

/** What the settings know of the file and its backups. */
export type BackupFacts = inferOutput<typeof trpc.backup.screen>
