import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { mayDo } from '../../../domain/roles.ts'
import { messageOf } from '../../lib/failure.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { BackupFacts } from './backupFacts.ts'
import type { Outcome } from './outcome.ts'
import classes from './Settings.module.css'

interface BackupFolderProps {
  folder: BackupFacts['folder']
  outcome: Outcome
}

const FIELD = 'backup-folder'

/** Where backups go: chosen in the system's dialog where there is one, typed elsewhere. It acts at once and can be undone. */
export function BackupFolder({ folder, outcome }: BackupFolderProps) {
  const { role } = useSession()
  const [typed, setTyped] = useState('')
  const [before, setBefore] = useState<string | null>(null)
  const start = useRef<HTMLElement | null>(null)
  const options = { onMutate: outcome.begin, onError: (error: unknown) => outcome.sayAt(FIELD, messageOf(error)) }
  const set = useMutation(trpc.backup.setFolder.mutationOptions(options))
  const pick = useMutation(trpc.backup.pickFolder.mutationOptions(options))
  if (!mayDo(role, 'file')) return null

  const onSet = (done: { folder: string | null; before: string | null }) => {
    setTyped('')
    setBefore(done.before)
    announce(`Backups go to ${done.folder ?? 'the usual folder'}`)
  }
  /** The button that was pressed goes, and the focus is not to go with it. */
  const goBack = (to: string | null) => {
    start.current?.focus()
    set.mutate({ folder: to }, { onSuccess: (done) => onSet({ ...done, before: null }) })
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') outcome.sayAt(FIELD, 'Enter the full path of a folder')
    else set.mutate({ folder: typed }, { onSuccess: onSet })
  }
  return (
    <form className={classes.acts} noValidate onSubmit={onSubmit}>
      {folder.canPick ? (
        <Button
          id={FIELD}
          ref={(button) => {
            start.current = button
          }}
          variant="default"
          loading={pick.isPending}
          onClick={() => pick.mutate(undefined, { onSuccess: (done) => done && onSet(done) })}
        >
          Keep backups in another folder…
        </Button>
      ) : (
        <>
          <TextInput
            id={FIELD}
            ref={(field) => {
              start.current = field
            }}
            className={classes.wide}
            label="Another folder of backups"
            description="The full path of a folder that is there"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            error={outcome.sentenceAt(FIELD)}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={set.isPending}>
            Keep backups there
          </Button>
        </>
      )}
      {folder.isChosen && (
        <Button variant="default" onClick={() => goBack(null)}>
          Go back to the usual folder
        </Button>
      )}
      {before !== null && (
        <Button variant="default" onClick={() => goBack(before)}>
          Undo: {before}
        </Button>
      )}
    </form>
  )
}
