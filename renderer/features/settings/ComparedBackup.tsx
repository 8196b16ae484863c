import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { formatMoment } from '../../../domain/inWords.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { announce } from '../../lib/status.ts'
import { forgetProgramme, trpc } from '../../lib/trpc.ts'
import { useWork } from '../../lib/useWork.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { WorkProgress } from '../../ui/WorkProgress.tsx'
import type { Outcome } from './outcome.ts'
import classes from './Settings.module.css'

interface ComparedBackupProps {
  path: string
  mayRestore: boolean
  outcome: Outcome
  onClose: () => void
}

/** A backup beside the open file in counts and sums, and the act that opens it. */
export function ComparedBackup({ path, mayRestore, outcome, onClose }: ComparedBackupProps) {
  const navigate = useNavigate()
  const heading = useRef<HTMLHeadingElement>(null)
  const compared = useMutation(
    trpc.backup.compare.mutationOptions({
      // It reads both and saves nothing.
      meta: { changesNothing: true },
      onMutate: outcome.begin,
      onError(error) {
        outcome.refuse(error)
        onClose()
      },
    }),
  )
  const { work, ...running } = useWork(compared.isPending)
  const restore = useMutation(
    trpc.backup.restore.mutationOptions({
      onMutate: outcome.begin,
      onSuccess: async (opened) => {
        forgetProgramme()
        announce(`Opened beside: ${opened.path}`)
        onClose()
        await navigate({ to: '/settings' })
      },
      onError: outcome.refuse,
    }),
  )
  const { mutate } = compared
  useEffect(() => {
    heading.current?.focus()
    mutate({ path, work })
  }, [mutate, path, work])

  return (
    <section
      className={classes.compared}
      aria-labelledby="compared"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h3 id="compared" ref={heading} tabIndex={-1} className={classes.comparedTitle}>
        The open file and the backup
      </h3>
      {compared.isPending && (
        <>
          <Loading doing="Checking the backup again" rows={6} />
          <div className={classes.acts}>
            <WorkProgress words={(done, of) => `Checking ${done} of ${of}`} format={sizeInWords} {...running} />
          </div>
        </>
      )}
      {compared.data && (
        <>
          <p className="reading">{compared.data.inWords}.</p>
          <DataTable
            caption={`${compared.data.open} as it is now, and the backup of ${formatMoment(compared.data.backup.takenAt)}`}
            rows={compared.data.lines}
            keyOf={({ label }) => label}
            empty={null}
            columns={[
              { id: 'what', heading: 'What', isRowHeading: true, cell: ({ label }) => label },
              { id: 'open', heading: 'Open now', align: 'right', cell: ({ open }) => open },
              { id: 'backup', heading: 'Backup', align: 'right', cell: ({ backup }) => backup },
              {
                id: 'equal',
                heading: 'Compared',
                cell: ({ isEqual }) => (isEqual ? '= equal' : <strong>≠ not equal</strong>),
              },
            ]}
          />
        </>
      )}
      <div className={classes.acts}>
        {compared.data && mayRestore && (
          <Button loading={restore.isPending} onClick={() => restore.mutate({ path })}>
            Open this backup beside
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Close the comparison
        </Button>
      </div>
      {!mayRestore && <p>An administrator can open this backup.</p>}
    </section>
  )
}
