import { Link, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { requestField } from '../../../domain/authority/requestDraft.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { formatMomentFrom } from '../../lib/format.ts'
import { requestStateWords } from '../../lib/requestStateWords.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { client } from '../../lib/trpc.ts'
import { type DraftValue, useDraft } from '../../lib/useDraft.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { ActPage } from './ActPage.tsx'
import { ChecksList } from './ChecksList.tsx'
import { DraftConflicts } from './DraftConflicts.tsx'
import classes from './Request.module.css'
import { RequestOverview } from './RequestOverview.tsx'
import { RequestSiblings } from './RequestSiblings.tsx'
import type { RequestFacts } from './requestFacts.ts'
import { requestNextStep } from './requestNextStep.ts'
import { actTasks, type RequestSearch, writtenTasks } from './requestSearch.ts'
import { WrittenPart } from './WrittenPart.tsx'

/** The request: its task list, or the task that is open, with the checks beside it. */
export function RequestPage({ facts }: { facts: RequestFacts }) {
  const { request, written } = facts
  const { task, step }: RequestSearch = useSearch({ strict: false })
  const { today } = useSession()
  const mayWrite = useMayDo('request') && request.status === 'draft'
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const desk = useDraft({
    id: request.id,
    revision: request.revision,
    kept: facts.draft,
    standing: (path) => requestField(request, path) as DraftValue,
    saveDraft: client.requests.saveDraft.mutate,
    leave: client.requests.leave.mutate,
  })
  const leaving = useRef(desk.leave)
  leaving.current = desk.leave
  // biome-ignore lint/correctness/useExhaustiveDependencies: going from one task to the next makes an act of what was written.
  useEffect(() => {
    setErrors([])
    return () => void leaving.current().catch(() => undefined)
  }, [task])

  const isWritten = writtenTasks.find((each) => each === task)
  const act = actTasks.find((each) => each === task)
  return (
    <Page
      title={written.title}
      windowTitle={`${request.reference}: ${written.title}`}
      breadcrumbs={
        task ? (
          <Link to="/authority/$id" params={{ id: request.id }} search={{}}>
            ‹ {request.reference}, all tasks
          </Link>
        ) : (
          <Breadcrumbs to="/money/authority" label="Authority to spend" />
        )
      }
      errors={errors}
      actions={<RequestSiblings facts={facts} />}
      lead={
        <p className={classes.lead}>
          Request {request.reference}, version {request.version} · {formatInSentence(facts.key.amount)} ·{' '}
          {facts.key.isKey ? 'key decision' : 'no key decision'} <StatusTag {...requestStateWords[request.status]} />
          {mayWrite && (
            <span className={classes.saved}>
              {desk.isSaving
                ? 'Saving'
                : desk.savedAt
                  ? `Saved ${formatMomentFrom(desk.savedAt, today)}`
                  : 'Everything you write saves itself'}
            </span>
          )}
        </p>
      }
    >
      <NextStep>{requestNextStep(facts)}</NextStep>
      {facts.writing.length > 0 && request.status === 'draft' && (
        <p className={classes.notice}>Also writing in this request: {facts.writing.join(', ')}.</p>
      )}
      <DraftConflicts desk={desk} facts={facts} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {isWritten && <WrittenPart task={isWritten} facts={facts} desk={mayWrite ? desk : null} />}
          {act && (
            <ActPage key={act} facts={facts} task={act} step={step} desk={desk} errors={errors} onErrors={setErrors} />
          )}
          {!isWritten && !act && <RequestOverview facts={facts} />}
        </div>
        {step !== 'check' && <ChecksList facts={facts} onErrors={setErrors} errors={errors} />}
      </div>
    </Page>
  )
}
