import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { messageOf } from '../../lib/failure.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import classes from './SaveCopyScreen.module.css'

/** Writes a complete copy of the programme beside the others. */
export function SaveCopyScreen() {
  const { programme, today } = useSession()
  const [name, setName] = useState(`${programme?.name ?? 'Programme'} copy ${today}`)
  const [errors, setErrors] = useState<FieldError[]>([])
  const save = useMutation(
    trpc.programme.saveCopy.mutationOptions({
      onSuccess: ({ path }) => announce(`Copy saved: ${path}`),
      onError: (error) => setErrors([{ fieldId: 'copy-name', message: messageOf(error) }]),
    }),
  )

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const fileName = name.trim()
    if (fileName === '') return setErrors([{ fieldId: 'copy-name', message: 'Enter a name for the copy' }])
    setErrors([])
    save.mutate({ fileName })
  }

  return (
    <Page title="Save a copy" errors={errors}>
      <p className="reading">
        A copy holds everything: figures, decisions and the whole history. You go on working in the file that is open.
      </p>
      <form className={classes.form} noValidate onSubmit={onSubmit}>
        <TextInput
          id="copy-name"
          label="Name of the copy"
          value={name}
          error={errors[0]?.message}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={save.isPending}>
          Save the copy
        </Button>
      </form>
      {save.data && (
        <NextStep>
          the copy is saved as <span className={classes.path}>{save.data.path}</span>. Keep it where your backups are
          kept.
        </NextStep>
      )}
    </Page>
  )
}
