import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { messageOf } from '../../lib/failure.ts'
import { formatYears } from '../../lib/format.ts'
import { readYear } from '../../lib/readYear.ts'
import { forgetProgramme, trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { BackLink } from './BackLink.tsx'
import { freshView } from './freshView.ts'
import { type Answers, type FirstPerson, type Question, questions, questionWords, refusalOf } from './newProgramme.ts'
import classes from './Start.module.css'

interface NewProgrammeCheckProps {
  answers: Answers
  /** Null where nobody is to sign in. */
  person: FirstPerson | null
  onChange: (question: Question | 'person') => void
}

/** The answers once more, before a file is made of them. */
export function NewProgrammeCheck({ answers, person, onChange }: NewProgrammeCheckProps) {
  const navigate = useNavigate()
  const [errors, setErrors] = useState<FieldError[]>([])
  const create = useMutation(
    trpc.programme.create.mutationOptions({
      onSuccess: async () => {
        forgetProgramme()
        await navigate({ to: '/portfolio', search: freshView })
      },
      onError: (error) => setErrors([{ message: messageOf(error) }]),
    }),
  )
  const unanswered = questions.find((question) => refusalOf(question, answers[question]) !== null)
  const startYear = readYear(answers['first-year'])
  // An address typed or kept from yesterday has no answers behind it.
  if (unanswered || startYear === undefined) return <Navigate to="/start" search={{ step: unanswered }} replace />
  const years = Number(answers.years)

  const shown: Record<Question, string> = {
    ...answers,
    partner: answers.partner || 'None',
    'first-year': formatYears(startYear, startYear),
    years: `${years}: ${formatYears(startYear, startYear + years - 1)}`,
  }

  return (
    <Page title="Check your answers" breadcrumbs={<BackLink />} errors={errors}>
      <dl className={classes.answers}>
        {questions.map((question) => (
          <div key={question}>
            <dt>{questionWords[question].short}</dt>
            <dd>{shown[question]}</dd>
            <dd>
              <button
                type="button"
                className={classes.back}
                aria-label={`Change ${questionWords[question].short.toLowerCase()}`}
                onClick={() => onChange(question)}
              >
                Change
              </button>
            </dd>
          </div>
        ))}
        <div>
          <dt>Administrator</dt>
          <dd>{person ? `${person.title}, signs in as ${person.signInName}` : 'None: nobody signs in for now'}</dd>
          <dd>
            <button
              type="button"
              className={classes.back}
              aria-label="Change administrator"
              onClick={() => onChange('person')}
            >
              Change
            </button>
          </dd>
        </div>
      </dl>
      <p className="reading">
        The programme is kept in one file called “{answers.name}”. After this you add themes, schemes and funding
        sources.
      </p>
      <p>
        <Button
          size="md"
          loading={create.isPending}
          onClick={() => {
            setErrors([])
            create.mutate({
              fileName: answers.name,
              administrator: person,
              programme: {
                name: answers.name,
                council: answers.council,
                nhsPartner: answers.partner,
                startYear,
                years,
              },
            })
          }}
        >
          Start the programme
        </Button>
      </p>
    </Page>
  )
}
