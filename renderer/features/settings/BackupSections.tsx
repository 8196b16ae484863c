import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'
import { Queried } from '../../ui/Queried.tsx'
import { FileSection } from './FileSection.tsx'
import type { Outcome } from './outcome.ts'
import { RestoreSection } from './RestoreSection.tsx'

/** The file with its backups, and the way back to one of them. */
export function BackupSections({ outcome }: { outcome: Outcome }) {
  const query = useQuery(trpc.backup.screen.queryOptions())
  return (
    <Queried query={query} doing="Looking for backups">
      {(facts) => (
        <>
          <FileSection facts={facts} outcome={outcome} />
          <RestoreSection facts={facts} outcome={outcome} />
        </>
      )}
    </Queried>
  )
}
