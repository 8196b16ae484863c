import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { messageOf } from '../../lib/failure.ts'
import { useSession } from '../../lib/session.ts'
import { forgetProgramme, trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { fileNameIn } from './fileNameIn.ts'
import { freshView } from './freshView.ts'
import { RadioCard } from './RadioCard.tsx'
import classes from './Start.module.css'

interface ChooseStartProps {
  onNew: () => void
  onOpen: () => void
}

type Start = 'sample' | 'new' | 'open' | 'import'

/** The first page that anybody sees: something real on screen in under a minute. */
export function ChooseStart({ onNew, onOpen }: ChooseStartProps) {
  const { programme } = useSession()
  const navigate = useNavigate()
  const list = useQuery(trpc.programme.list.queryOptions()).data
  const [start, setStart] = useState<Start>('sample')
  const [errors, setErrors] = useState<FieldError[]>([])
  const openSample = useMutation(
    trpc.programme.openSample.mutationOptions({
      onSuccess: async () => {
        forgetProgramme()
        await navigate({ to: '/portfolio', search: freshView })
      },
      onError: (error) => setErrors([{ message: messageOf(error) }]),
    }),
  )

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setErrors([])
    if (start === 'new') onNew()
    else if (start === 'open') onOpen()
    else if (start === 'import') void navigate({ to: '/documents/new', search: { fresh: true } })
    else openSample.mutate()
  }
  const card = (value: Start) => ({ name: 'start', value, isChosen: start === value, onChoose: () => setStart(value) })

  return (
    <Page title="Where do you want to start?" errors={errors}>
      <form className={classes.form} onSubmit={onSubmit}>
        <div className={classes.cards} role="radiogroup" aria-label="Where do you want to start?">
          <RadioCard {...card('sample')} title="Open the Leeds sample">
            A real council report of 2020: 13 schemes, £3,049,000, and printed figures that do not agree. You can throw
            it away.
          </RadioCard>
          <RadioCard {...card('new')} title="Start a new programme">
            5 questions: name, council, NHS partner, first year, number of years. Then your own sign-in.
          </RadioCard>
          <RadioCard {...card('open')} title="Open a programme file">
            Last opened: {list?.lastFile ? fileNameIn(list.lastFile) : 'none'}.
          </RadioCard>
          <RadioCard {...card('import')} title="Import a council report">
            Word, PDF, Excel or a web page. We read it, show what does not add up, and change nothing.
          </RadioCard>
        </div>
        <Button type="submit" size="md" loading={openSample.isPending}>
          Continue
        </Button>
      </form>
      <p>
        <Link to="/decisions/timeline">Only work out when money may lawfully be spent</Link>
      </p>
      {programme && (
        <p>
          <Link to="/portfolio">Go back to {programme.name}</Link>
        </p>
      )}
    </Page>
  )
}
