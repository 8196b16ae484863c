import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatMoment } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { mayDo } from '../../../domain/roles.ts'
import { useSession } from '../../lib/session.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { announce } from '../../lib/status.ts'
import { forgetProgramme, trpc } from '../../lib/trpc.ts'
import { useFocusBack } from '../../lib/useFocusBack.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { BackupFacts } from './backupFacts.ts'
import { ComparedBackup } from './ComparedBackup.tsx'
import type { Outcome } from './outcome.ts'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

interface RestoreSectionProps {
  facts: BackupFacts
  outcome: Outcome
}

/** The backups of this programme: one is compared with what is open, then opened beside and never over. */
export function RestoreSection({ facts, outcome }: RestoreSectionProps) {
  const { role } = useSession()
  const mayRestore = mayDo(role, 'file')
  const [chosen, setChosen] = useState<string | null>(null)
  const focusBack = useFocusBack()
  const close = () => {
    setChosen(null)
    if (chosen !== null) focusBack(actId(chosen))
  }
  const isInTwo = new Set(facts.backups.map(({ folder }) => folder)).size > 1
  return (
    <SettingsSection title="Restore">
      {facts.restored && <ReturnFromRestore restored={facts.restored} outcome={outcome} mayReturn={mayRestore} />}
      <p className="reading">
        A backup opens beside, as a file of its own. What is open now stays as it is, and you can go back to it.
      </p>
      {chosen !== null && (
        <ComparedBackup key={chosen} path={chosen} mayRestore={mayRestore} outcome={outcome} onClose={close} />
      )}
      <DataTable
        caption="Backups of this programme, opened and checked, the newest first"
        rows={facts.backups}
        keyOf={({ path }) => path}
        empty="None yet. When a backup has been made, opened again and checked, it appears here."
        columns={[
          {
            id: 'taken',
            heading: 'Taken',
            isRowHeading: true,
            cell: ({ takenAt }) => formatMoment(takenAt),
          },
          {
            id: 'act',
            heading: 'Compare',
            cell: ({ name, path }) => <Act id={actId(path)} words="Compare" name={name} onDo={() => setChosen(path)} />,
          },
          {
            id: 'authority',
            heading: 'Authority',
            align: 'right',
            cell: ({ contents }) => formatInSentence(contents.sums.authority),
          },
          {
            id: 'events',
            heading: 'Events',
            align: 'right',
            cell: ({ contents }) => contents.lastEvent.seq.toLocaleString('en-GB'),
          },
          { id: 'size', heading: 'Size', align: 'right', cell: ({ bytes }) => sizeInWords(bytes) },
          { id: 'file', heading: 'File', cell: ({ name, path }) => (isInTwo ? path : name) },
        ]}
      />
    </SettingsSection>
  )
}

interface ReturnFromRestoreProps {
  restored: NonNullable<BackupFacts['restored']>
  outcome: Outcome
  mayReturn: boolean
}

/** Says that the open file is a restored copy, and leads back to what was open before. */
function ReturnFromRestore({ restored, outcome, mayReturn }: ReturnFromRestoreProps) {
  const navigate = useNavigate()
  const goBack = useMutation(
    trpc.backup.return.mutationOptions({
      onMutate: outcome.begin,
      onSuccess: async ({ path }) => {
        forgetProgramme()
        announce(`Opened again: ${path}`)
        await navigate({ to: '/settings' })
      },
      onError: outcome.refuse,
    }),
  )
  const { from, backup } = restored
  return (
    <div className={classes.restored}>
      <p className="reading">
        This is a copy of the backup of {formatMoment(backup.takenAt)}.{' '}
        {from === null ? 'No other programme was open before.' : <>Before it, {from} was open, and it is unchanged.</>}
      </p>
      {from !== null && mayReturn && (
        <div className={classes.acts}>
          <Button variant="default" loading={goBack.isPending} onClick={() => goBack.mutate({ keepsCopy: true })}>
            Go back and keep this copy
          </Button>
          <Button variant="default" loading={goBack.isPending} onClick={() => goBack.mutate({ keepsCopy: false })}>
            Go back and remove this copy
          </Button>
        </div>
      )}
    </div>
  )
}

const actId = (path: string): string => `compare ${path}`.replaceAll(' ', '-')
