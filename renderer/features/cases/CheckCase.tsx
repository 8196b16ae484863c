import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { stageTitles } from '../../../domain/businessCase/guidance.ts'
import { tieWithPlan } from '../../../domain/businessCase/tieWithPlan.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { findFailure, messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { type Answer, CheckAnswers } from '../../ui/CheckAnswers.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { Page } from '../../ui/Page.tsx'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'
import type { EditSearch } from './casesSearch.ts'
import { EditorBreadcrumbs } from './EditorBreadcrumbs.tsx'
import { fieldToFocus } from './TaskList.tsx'
import { taskStates } from './taskStates.ts'
import { tieInWords } from './tieInWords.ts'
import type { CaseDraft } from './useCaseDraft.ts'
import { yearsOf } from './yearsOf.ts'

interface CheckCaseProps {
  facts: CaseFacts
  draft: CaseDraft
  onSubmitting: (isSubmitting: boolean) => void
}

/** The case once more before it is sent off: what it says in short, and what still stands in its way. */
export function CheckCase({ facts, draft, onSubmitting }: CheckCaseProps) {
  const { businessCase, plan, sources, programme, route } = facts
  const { contents } = draft
  const { id, revision } = businessCase
  const navigate = useNavigate()
  const [errors, setErrors] = useState<FieldError[]>([])
  const submit = useMutation(trpc.cases.submit.mutationOptions())
  const missing = taskStates(contents).flatMap((line) => line.missing)
  const sourceName = (wanted: string) => sources.find((source) => source.id === wanted)?.name ?? 'a source'
  const tie = tieWithPlan(contents, plan)
  const untied = tieInWords(tie, sourceName)
  // What has no source is a gap where its stage asks for one, and is only shown where it does not.
  const isReady = missing.length === 0 && tie.ties && route !== null
  const stated = contents.costs.filter((line) => line.amount !== 0)
  const to = (task: EditSearch['task']) => () =>
    void navigate({ to: '/cases/$id/edit', params: { id }, search: { task } })

  const send = () => {
    setErrors([])
    onSubmitting(true)
    submit.mutate(
      { id, revision },
      {
        onSuccess: () => {
          draft.forget()
          announce(`Business case submitted: ${contents.title}`)
          void navigate({ to: '/cases/$id', params: { id }, search: { done: 'submitted' } })
        },
        onError: (error) => {
          onSubmitting(false)
          const isIncomplete = findFailure(error)?.code === 'case-incomplete'
          setErrors([{ message: messageOf(error), ...(isIncomplete ? { fieldId: 'missing' } : {}) }])
        },
      },
    )
  }

  const answers: Answer[] = [
    { label: 'Title', value: contents.title, onChange: to('ask') },
    { label: 'Stage', value: stageTitles[contents.stage] },
    { label: 'What the reader is asked', value: contents.ask || 'Nothing yet', onChange: to('ask') },
    {
      label: 'Cost',
      value: [
        formatInSentence(sum(stated.map((line) => line.amount))),
        ...yearsOf(programme, stated).flatMap((year) => {
          const ofYear = stated.filter((line) => line.startYear === year)
          return ofYear.length === 0
            ? []
            : [`${formatYear(year)}: ${formatInSentence(sum(ofYear.map((line) => line.amount)))}`]
        }),
      ].join(', '),
      onChange: to('financial'),
    },
    {
      label: 'Options',
      value: contents.options.map(({ name }) => name).join(', ') || 'None',
      onChange: to('economic'),
    },
    {
      label: 'Benefits and risks',
      value: `${countOf(contents.benefits.length, 'benefit')}, ${countOf(contents.risks.length, 'risk')}`,
      onChange: to('benefits'),
    },
    {
      label: 'Interests',
      value: contents.hasInterest ? contents.interests : contents.hasInterest === false ? 'None' : 'Not said yet',
      onChange: to('interests'),
    },
    { label: 'Files', value: countOf(contents.attachments.length, 'file'), onChange: to('attachments') },
  ]

  return (
    <Page
      title="Check the business case before you submit it"
      windowTitle={`Check ${contents.title}`}
      breadcrumbs={<EditorBreadcrumbs id={id} title={contents.title} />}
      errors={errors}
    >
      {missing.length > 0 && (
        <section id="missing" tabIndex={-1} className={classes.section} aria-labelledby="missing-title">
          <h2 id="missing-title">{`${countOf(missing.length, 'thing')} still missing`}</h2>
          <ul className={classes.points}>
            {missing.map(({ task, field, label }) => (
              <li key={field}>
                <Link to="/cases/$id/edit" params={{ id }} search={{ task, field: fieldToFocus(field) }}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {untied.length > 0 && (
        <section className={classes.section} aria-labelledby="untied">
          <h2 id="untied">Costs that do not tie yet</h2>
          <ul className={classes.points}>
            {untied.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <CheckAnswers answers={answers} />
      <p className="reading">
        {isReady
          ? 'You are about to send this business case to the board secretary. After that it cannot be changed. A correction will be a new version.'
          : route
            ? 'It is sent to the board secretary once nothing is missing and its costs tie with the plan.'
            : 'It cannot be submitted yet: no route says which boards it goes to. An administrator lays one down under Routes.'}
        {route && ` It goes by the route “${route.name}”: ${route.stages.map(({ name }) => name).join(', then ')}.`}
      </p>
      <div className={classes.acts}>
        {isReady && (
          <MainButton loading={submit.isPending} onClick={send}>
            Submit the business case
          </MainButton>
        )}
        <Link to="/cases/$id/edit" params={{ id }} search={{}}>
          Back to the tasks
        </Link>
      </div>
    </Page>
  )
}
