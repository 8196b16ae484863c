import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Cause } from '../../lib/checks.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { forgetProgramme, trpc } from '../../lib/trpc.ts'
import { MainButton } from '../../ui/MainButton.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Documents.module.css'
import type { ReadingFacts } from './readingFacts.ts'

interface KeepPartProps {
  facts: ReadingFacts
  isAgainst: boolean
  causes: readonly Cause[]
  onRefused: (error: unknown) => void
}

/** The one act that keeps anything: a programme of its own, or stated figures of the open one. */
export function KeepPart({ facts, isAgainst, causes, onRefused }: KeepPartProps) {
  return isAgainst ? (
    <LoadStated facts={facts} causes={causes} onRefused={onRefused} />
  ) : (
    <KeepAsProgramme facts={facts} onRefused={onRefused} />
  )
}

function LoadStated({ facts: { id, loadedAs }, causes, onRefused }: Omit<KeepPartProps, 'isAgainst'>) {
  const { programme } = useSession()
  const mayLoad = useMayDo('document')
  const navigate = useNavigate()
  const load = useMutation(
    trpc.documents.loadStated.mutationOptions({
      onSuccess: async ({ value }) => {
        announce(`Loaded as stated figures: ${value?.title ?? 'the document'}`)
        await navigate({ to: '/checks' })
      },
      onError: onRefused,
    }),
  )
  if (loadedAs !== null)
    return <p className="reading">This programme holds the same file already, as {loadedAs}. It is not loaded twice.</p>
  return (
    <div className={classes.keep}>
      <p className="reading">
        The document’s figures are held against {programme?.name} from now on, and {countOf(causes.length, 'cause')} of
        what does not tie {causes.length === 1 ? 'appears' : 'appear'} among its checks. No figure of the programme
        changes. The file is kept with its SHA-256 and your corrections. You can undo it.
      </p>
      <WhoMay duty="document" what="Documents are loaded as stated figures" />
      {mayLoad && (
        <MainButton loading={load.isPending} onClick={() => load.mutate({ id })}>
          Load as stated figures
        </MainButton>
      )}
    </div>
  )
}

function KeepAsProgramme({ facts: { id, name, reading }, onRefused }: Pick<KeepPartProps, 'facts' | 'onRefused'>) {
  const navigate = useNavigate()
  const [called, setCalled] = useState(fileNameLike(reading.cover.subject.value ?? name))
  const [isEmpty, setEmpty] = useState(false)
  const keep = useMutation(
    trpc.documents.keepAsProgramme.mutationOptions({
      onSuccess: async () => {
        forgetProgramme()
        await navigate({ to: '/checks', search: { fy: undefined, unit: undefined, asAt: undefined } })
      },
      onError: onRefused,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setEmpty(called.trim() === '')
    if (called.trim() !== '' && !keep.isPending) keep.mutate({ id, name: called })
  }
  return (
    <form className={classes.keep} noValidate onSubmit={submit}>
      <p className="reading">
        A new programme is made of what was read: its themes, schemes and funding sources, the plan by year, what the
        document says was allocated and given before, and what it asks for, which counts as asked for and not as given.
        The document is kept in it with its SHA-256 and your corrections.
      </p>
      <TextInput
        label="Name of the programme"
        description="The programme is kept in one file of this name."
        value={called}
        maxLength={120}
        maw="40rem"
        w="100%"
        error={isEmpty ? 'Enter the name of the programme' : undefined}
        onChange={({ currentTarget }) => setCalled(currentTarget.value)}
      />
      <p>
        <Button type="submit" size="md" loading={keep.isPending}>
          Keep as a programme
        </Button>
      </p>
      <p className={classes.note}>
        To keep nothing, save the findings and leave this page. Nobody signs in to the new programme for now; People
        gives the first password.
      </p>
    </form>
  )
}

/** A name that every system takes as the name of a file. */
const fileNameLike = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|]+/g, '-')
    .slice(0, 100)
    .replace(/[. ]+$/, '')
    .trim()
