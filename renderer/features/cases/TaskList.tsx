import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { stageTitles } from '../../../domain/businessCase/guidance.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { countOf } from '../../lib/format.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'
import { GoOnLink } from './GoOnLink.tsx'
import { type TaskLine, taskStates } from './taskStates.ts'
import { taskStateWords, taskTitles } from './taskWords.ts'
import type { CaseDraft } from './useCaseDraft.ts'

export interface EditorPageProps {
  facts: CaseFacts
  draft: CaseDraft
  errors: readonly FieldError[]
  saved: ReactNode
  /** Stands above the page's own parts. */
  children: ReactNode
}

/** The tasks of a draft, in any order, with what each still lacks; the last is sending it off. */
export function TaskList({ facts, draft, errors, saved, children }: EditorPageProps) {
  const { businessCase, scheme, othersWriting, plan } = facts
  const { contents } = draft
  const tasks = taskStates(contents)
  const open = tasks.filter(({ task, state }) => state !== 'done' && task !== 'attachments').length
  const missing = tasks.flatMap((line) => line.missing)
  const hangs = sum(plan.map((line) => line.amount))
  const id = businessCase.id
  return (
    <Page
      title={contents.title}
      windowTitle={`Write: ${contents.title}`}
      breadcrumbs={<Breadcrumbs to="/cases" label="Business cases" />}
      errors={errors}
      lead={
        <>
          {scheme?.name} · {stageTitles[contents.stage]} · {contents.reference} · draft {contents.version}
          {saved}
        </>
      }
      actions={
        <Link to="/cases/$id" params={{ id }}>
          Read it as a paper
        </Link>
      }
    >
      <NextStep
        action={
          open === 0 ? (
            <GoOnLink id={id} task="check">
              Check and submit
            </GoOnLink>
          ) : undefined
        }
      >
        {open === 0
          ? 'the scheme lead checks the business case and sends it to the board secretary.'
          : `the scheme lead completes ${countOf(open, 'task')}, then sends it to the board secretary.`}
        {hangs > 0 && ` ${formatInSentence(hangs)} of the plan depends on it.`}
      </NextStep>
      {othersWriting.map(({ by }) => (
        <p key={by} className="reading">
          {by} is writing in this business case too. Nothing that either of you types is lost.
        </p>
      ))}
      {children}
      <ol className={classes.tasks} aria-label="Tasks">
        {tasks.map((line) => (
          <li key={line.task}>
            <Link to="/cases/$id/edit" params={{ id }} search={{ task: line.task }}>
              {taskTitles[line.task]}
            </Link>
            <TaskState line={line} />
          </li>
        ))}
        <li>
          {open === 0 ? (
            <Link to="/cases/$id/edit" params={{ id }} search={{ task: 'check' }}>
              Check and submit
            </Link>
          ) : (
            <span>Check and submit</span>
          )}
          {open === 0 ? <StatusTag tint="blue" words="Ready" /> : <StatusTag tint="grey" words="Cannot start yet" />}
        </li>
      </ol>
      {missing.length > 0 && (
        <details className={classes.part}>
          <summary>{`${countOf(missing.length, 'thing')} still missing`}</summary>
          <ul className={classes.points}>
            {missing.map(({ task, field, label }) => (
              <li key={field}>
                <Link to="/cases/$id/edit" params={{ id }} search={{ task, field: fieldToFocus(field) }}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  )
}

/** Costs are one grid, so that every gap in them leads to it. */
export const fieldToFocus = (field: string): string => (field.startsWith('costs.') ? 'costs' : field)

function TaskState({ line: { task, state, missing } }: { line: TaskLine }) {
  if (state === 'done') return <span>{taskStateWords.done}</span>
  if (task === 'attachments') return <span className={classes.note}>Optional</span>
  return (
    <span>
      {state === 'in-progress' && <span className={classes.note}>{missing.length} missing </span>}
      <StatusTag tint={state === 'in-progress' ? 'yellow' : 'blue'} words={taskStateWords[state]} />
    </span>
  )
}
