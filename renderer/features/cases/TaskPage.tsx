import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sectionOrder } from '../../../domain/businessCase/guidance.ts'
import { useView } from '../../lib/useView.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { AssuranceFields } from './AssuranceFields.tsx'
import { AttachmentFields } from './AttachmentFields.tsx'
import { BenefitFields } from './BenefitFields.tsx'
import classes from './Cases.module.css'
import { CostFields } from './CostFields.tsx'
import { type EditorTask, editorTasks } from './casesSearch.ts'
import { EditorBreadcrumbs } from './EditorBreadcrumbs.tsx'
import { GoOnLink } from './GoOnLink.tsx'
import { InterestFields } from './InterestFields.tsx'
import { OptionFields } from './OptionFields.tsx'
import { RiskFields } from './RiskFields.tsx'
import { SectionField } from './SectionField.tsx'
import { type EditorPageProps, fieldToFocus } from './TaskList.tsx'
import { TextField } from './TextField.tsx'
import { taskStates } from './taskStates.ts'
import { taskTitles } from './taskWords.ts'

/** One task of a draft. What is typed saves itself; going on makes one change of it. */
export function TaskPage({ facts, draft, errors, saved, children, task }: EditorPageProps & { task: EditorTask }) {
  const [own, setOwn] = useState<FieldError[]>([])
  const { view } = useView()
  const { businessCase, programme } = facts
  const { id } = businessCase
  const next = editorTasks[editorTasks.indexOf(task) + 1]
  const missing = taskStates(draft.contents).find((line) => line.task === task)?.missing ?? []
  const section = sectionOrder.find((name) => name === task)
  const parts: Partial<Record<EditorTask, ReactNode>> = {
    ask: (
      <>
        <TextField
          field="title"
          label="Title"
          text={draft.contents.title}
          longest={300}
          onText={(text) => text.trim() !== '' && draft.write('title', text)}
        />
        <TextField
          field="ask"
          label="What the reader is asked"
          hint="In a paragraph: what is to be agreed, for how much, and by when"
          text={draft.contents.ask}
          longest={5000}
          rows={5}
          onText={(text) => draft.write('ask', text)}
        />
      </>
    ),
    economic: <OptionFields key={view.unit} draft={draft} />,
    management: <AssuranceFields draft={draft} />,
    benefits: (
      <>
        <BenefitFields key={view.unit} draft={draft} years={programme} />
        <RiskFields draft={draft} />
      </>
    ),
    interests: <InterestFields draft={draft} />,
    attachments: <AttachmentFields facts={facts} onErrors={setOwn} />,
  }
  return (
    <Page
      title={taskTitles[task]}
      windowTitle={`${taskTitles[task]}, ${draft.contents.title}`}
      breadcrumbs={<EditorBreadcrumbs id={id} title={draft.contents.title} />}
      errors={own.length > 0 ? own : errors}
      lead={saved}
    >
      {children}
      <div className={classes.fields}>
        {section && <SectionField draft={draft} name={section} />}
        {parts[task]}
      </div>
      {task === 'financial' && <CostFields facts={facts} draft={draft} />}
      {missing.length > 0 && (
        <section className={classes.section} aria-labelledby="missing">
          <h2 id="missing">Still missing here</h2>
          <ul className={classes.points}>
            {missing.map(({ field, label }) => (
              <li key={field}>
                <Link to="/cases/$id/edit" params={{ id }} search={{ task, field: fieldToFocus(field) }}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={classes.acts}>
        <GoOnLink id={id} task={next}>
          {next ? `Next: ${taskTitles[next]}` : 'Back to the tasks'}
        </GoOnLink>
        {next && (
          <Link to="/cases/$id/edit" params={{ id }} search={{}}>
            Back to the tasks
          </Link>
        )}
      </div>
    </Page>
  )
}
