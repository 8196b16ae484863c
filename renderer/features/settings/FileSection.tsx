import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { placeInWords } from '../../../domain/backup/backupPlace.ts'
import { riskInWords } from '../../../domain/backup/folderRisk.ts'
import { formatMoment } from '../../../domain/inWords.ts'
import { type FailureReply, messageFor } from '../../../domain/messages.ts'
import { mayDo } from '../../../domain/roles.ts'
import { useSession } from '../../lib/session.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useWork } from '../../lib/useWork.ts'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { WorkProgress } from '../../ui/WorkProgress.tsx'
import { BackupFolder } from './BackupFolder.tsx'
import type { BackupFacts } from './backupFacts.ts'
import { hourInWords } from './hourInWords.ts'
import type { Outcome } from './outcome.ts'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

interface FileSectionProps {
  facts: BackupFacts
  outcome: Outcome
}

/** Which file is open, and how it is backed up. */
export function FileSection({ facts, outcome }: FileSectionProps) {
  const { file, folder, last, lastFailure } = facts
  const backUp = useMutation(
    trpc.backup.now.mutationOptions({
      meta: { leavesProgramme: true },
      onMutate: outcome.begin,
      onSuccess: ({ name }) => announce(`Backed up and checked: ${name}`),
      onError: outcome.refuse,
    }),
  )
  const { work, ...running } = useWork(backUp.isPending)
  return (
    <SettingsSection title="File">
      {file.bytes === null && (
        <p className={classes.warning}>{messageFor({ code: 'file-moved', detail: { file: file.path } })}.</p>
      )}
      {file.risk && <p className={classes.warning}>{riskInWords(file.risk)}.</p>}
      <CheckAnswers
        answers={[
          {
            label: 'Programme file',
            value: file.bytes === null ? file.path : `${file.path}, ${sizeInWords(file.bytes)}`,
          },
          {
            label: 'Last backup opened and checked',
            value: last ? `${formatMoment(last.takenAt)}: ${last.path}, ${sizeInWords(last.bytes)}` : 'None yet',
          },
          {
            label: 'Backups go to',
            value: (
              <>
                {folder.path}
                <br />
                {placeInWords(folder.place)}.
              </>
            ),
          },
          ...(lastFailure
            ? [
                {
                  label: 'Last try',
                  value: `${formatMoment(lastFailure.at)}: no backup was made. ${messageFor(lastFailure as FailureReply)}.`,
                },
              ]
            : []),
        ]}
      />
      <BackupFolder folder={folder} outcome={outcome} />
      <DailyBackup facts={facts} outcome={outcome} />
      <div className={classes.acts}>
        <Button loading={backUp.isPending} onClick={() => backUp.mutate({ work })}>
          Back up now
        </Button>
        <WorkProgress words={(done, of) => `Checking the backup: ${done} of ${of} events`} {...running} />
        <Link to="/file/copy">Save a copy under a name of your own</Link>
      </div>
    </SettingsSection>
  )
}

const NEVER = 'never'

/** When the daily backup is made. It acts at once; what was set before can be had again. */
function DailyBackup({ facts, outcome }: FileSectionProps) {
  const { role } = useSession()
  const field = useRef<HTMLSelectElement>(null)
  const [before, setBefore] = useState<{ hour: number | null } | null>(null)
  const set = useMutation(trpc.backup.setHour.mutationOptions({ onMutate: outcome.begin, onError: outcome.refuse }))
  const choose = (hour: BackupFacts['hours'][number] | null, isUndo: boolean) =>
    set.mutate(
      { hour },
      {
        onSuccess: (done) => {
          setBefore(isUndo ? null : { hour: done.before })
          announce(`${isUndo ? 'Undone' : 'Set'}: ${hourInWords(hour)}`)
        },
      },
    )
  const shown = set.isPending ? set.variables.hour : facts.hour
  if (!mayDo(role, 'file'))
    return (
      <>
        <p>{hourInWords(facts.hour)}, while the program is open.</p>
        <WhoMay
          duty="file"
          what="The folder of backups and the time of the daily one are set, and backups are restored,"
        />
      </>
    )
  const hourOf = (value: string) => facts.hours.find((hour) => String(hour) === value) ?? null
  return (
    <div className={classes.acts}>
      <NativeSelect
        label="Daily backup, while the program is open"
        ref={field}
        // What is being saved is shown and not closed to the reader: a disabled field gives the focus away.
        value={String(shown ?? NEVER)}
        onChange={(event) => choose(hourOf(event.currentTarget.value), false)}
        data={[
          ...facts.hours.map((hour) => ({ value: String(hour), label: hourInWords(hour) })),
          { value: NEVER, label: hourInWords(null) },
        ]}
      />
      {before && (
        <Button
          variant="default"
          onClick={() => {
            // The button goes, and the focus is not to go with it.
            field.current?.focus()
            choose(hourOf(String(before.hour)), true)
          }}
        >
          Undo: {hourInWords(before.hour).toLowerCase()}
        </Button>
      )}
    </div>
  )
}
