import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { formatMoment } from '../../../domain/inWords.ts'
import { findFailure, messageOf } from '../../lib/failure.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { forgetProgramme, queryClient, trpc } from '../../lib/trpc.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { BackLink } from './BackLink.tsx'
import { BackupsOfFile } from './BackupsOfFile.tsx'
import { fileNameIn } from './fileNameIn.ts'
import { freshView } from './freshView.ts'
import { RadioCard } from './RadioCard.tsx'
import classes from './Start.module.css'

/** The programmes of the programmes' folder, and the one opened last wherever it is. */
export function OpenFile() {
  const navigate = useNavigate()
  const list = useQuery(trpc.programme.list.queryOptions())
  const [chosen, setChosen] = useState<string | null>(null)
  const [errors, setErrors] = useState<FieldError[]>([])
  const [damaged, setDamaged] = useState<string | null>(null)
  const refuse = (error: unknown) => {
    const failure = findFailure(error)
    setErrors([{ message: messageOf(error) }])
    if (failure?.code === 'damaged-file' || failure?.code === 'not-a-programme') setDamaged(failure.detail.file)
  }
  const showProgramme = async () => {
    forgetProgramme()
    await navigate({ to: '/portfolio', search: freshView })
  }
  const open = useMutation(
    trpc.programme.open.mutationOptions({
      onSuccess: showProgramme,
      onError: (error) => refuse(error),
    }),
  )
  const pick = useMutation(
    trpc.programme.pick.mutationOptions({
      onSuccess: async ({ path }) => {
        if (path === null) return
        await queryClient.invalidateQueries()
        await showProgramme()
      },
      onError: (error) => refuse(error),
      // Choosing nothing saves nothing.
      meta: { changesNothing: true },
    }),
  )

  return (
    <Queried query={list} doing="Looking for programme files">
      {({ folder, files, lastFile, canPick }) => {
        const isElsewhere = lastFile !== null && !files.some((file) => file.path === lastFile)
        const path = chosen ?? lastFile ?? files[0]?.path
        const card = (value: string) => ({
          name: 'file',
          value,
          isChosen: path === value,
          onChoose: () => setChosen(value),
        })
        const onSubmit = (event: FormEvent) => {
          event.preventDefault()
          setErrors([])
          setDamaged(null)
          if (path !== undefined) open.mutate({ path })
        }
        return (
          <Page title="Which programme do you want to open?" breadcrumbs={<BackLink />} errors={errors}>
            <p className={classes.path}>Programme files in {folder}</p>
            {path === undefined ? (
              <EmptyState>
                There is no programme file in this folder yet. Files that end in .bcf and are put there appear here. You
                can also go back and open the Leeds sample.
              </EmptyState>
            ) : (
              <form className={classes.form} onSubmit={onSubmit}>
                <div className={classes.cards} role="radiogroup" aria-label="Programme files">
                  {isElsewhere && (
                    <RadioCard {...card(lastFile)} title={fileNameIn(lastFile)}>
                      Last opened, {lastFile}
                    </RadioCard>
                  )}
                  {files.map((file) => (
                    <RadioCard key={file.path} {...card(file.path)} title={file.name}>
                      {file.path === lastFile && 'Last opened. '}Changed {formatMoment(file.modifiedAt)},{' '}
                      {sizeInWords(file.size)}
                    </RadioCard>
                  ))}
                </div>
                <Button type="submit" size="md" loading={open.isPending}>
                  Open
                </Button>
              </form>
            )}
            {canPick && (
              <Button variant="default" loading={pick.isPending} onClick={() => pick.mutate()}>
                Choose a file elsewhere…
              </Button>
            )}
            {damaged !== null && <BackupsOfFile path={damaged} onRefused={refuse} />}
          </Page>
        )
      }}
    </Queried>
  )
}
