import { useIsMutating } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { dutyOf } from '../../../domain/authority/requestActs.ts'
import { findFailure, messageOf } from '../../lib/failure.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { queryClient } from '../../lib/trpc.ts'
import type { DraftDesk } from '../../lib/useDraft.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { ActRecord, isRecorded } from './ActRecord.tsx'
import type { ActFormProps } from './actFormProps.ts'
import { CallInForm } from './CallInForm.tsx'
import { ClearanceForm } from './ClearanceForm.tsx'
import { DecideForm } from './DecideForm.tsx'
import { NoticeForm } from './NoticeForm.tsx'
import { PublishForm } from './PublishForm.tsx'
import { ReportForm } from './ReportForm.tsx'
import classes from './Request.module.css'
import { actOf, type RequestFacts } from './requestFacts.ts'
import type { ActTask, RequestSearch } from './requestSearch.ts'
import { whyNot } from './requestTasks.ts'
import { ScrutinyForm } from './ScrutinyForm.tsx'
import { SendForm } from './SendForm.tsx'
import { NewVersionForm, WithdrawRequestForm } from './WithdrawRequestForm.tsx'

/** Who may do it, as the beginning of a sentence. */
const doneBy: Record<ActTask, string> = {
  validate: 'Requests are sent on their way',
  financeCheck: 'The finance check is recorded',
  legalCheck: 'The legal and equality check is recorded',
  publishNotice: 'The notice is published',
  publishReport: 'The report is published',
  decide: 'The decision is recorded',
  publishDecision: 'The decision is published',
  callIn: 'A call-in is recorded',
  scrutinyOutcome: 'The outcome of scrutiny is recorded',
  withdraw: 'Requests are withdrawn',
  newVersion: 'New versions are begun',
}

interface ActPageProps {
  facts: RequestFacts
  task: ActTask
  step: RequestSearch['step']
  desk: DraftDesk
  errors: readonly FieldError[]
  onErrors: (errors: readonly FieldError[]) => void
}

const actTitles: Record<ActTask, string> = {
  validate: 'Check and send',
  financeCheck: 'Finance check',
  legalCheck: 'Legal and equality check',
  publishNotice: 'Notice of the key decision',
  publishReport: 'Report',
  decide: 'Decision',
  publishDecision: 'Publication of the decision',
  callIn: 'Call-in',
  scrutinyOutcome: 'Outcome of scrutiny',
  withdraw: 'Withdraw the request',
  newVersion: 'New version',
}

/** One act on the request: its form where it is the reader's to do now, what was recorded, or why not and who may. */
export function ActPage({ facts, task, step, desk, errors, onErrors }: ActPageProps) {
  const navigate = useNavigate()
  const { request } = facts
  const duty = dutyOf[task]
  const mayNow = useMayDo(duty)
  const act = actOf(facts, task)
  const isActing = useIsMutating() > 0
  const [isLeaving, setLeaving] = useState(false)
  const wasShown = useRef(false)
  const go = (id: string, search: RequestSearch) =>
    void navigate({ to: '/authority/$id', params: { id }, search: () => search })
  const form: ActFormProps = {
    facts,
    errors,
    onErrors,
    onRefused: (error, fieldId) => {
      onErrors([fieldId === undefined ? { message: messageOf(error) } : { fieldId, message: messageOf(error) }])
      if (findFailure(error)?.code === 'stale') void queryClient.invalidateQueries()
    },
    onDone: (words, id = request.id) => {
      onErrors([])
      announce(words)
      setLeaving(true)
      go(id, {})
    },
    onCancel: () => go(request.id, {}),
    isCheck: step === 'check',
    onCheck: (isCheck) => go(request.id, isCheck ? { task, step: 'check' } : { task }),
  }
  // Once it is done the act is no longer open, and a form that went then could not say so any more.
  const isOpen = (act?.isOpen === true && mayNow) || (wasShown.current && (isActing || isLeaving))
  wasShown.current = isOpen
  return (
    <section className={classes.part} aria-label={actTitles[task]}>
      {!isOpen && <h2 className={classes.heading}>{actTitles[task]}</h2>}
      <ActRecord facts={facts} task={task} />
      {isOpen ? (
        <FormOf task={task} form={form} desk={desk} />
      ) : (
        !isRecorded(request, task) && (
          <>
            {act?.why && act.why.code !== 'not-permitted' && <p className={classes.notice}>{whyNot(facts, task)}.</p>}
            <WhoMay duty={duty} what={doneBy[task]} />
          </>
        )
      )}
      <p>
        <Link to="/authority/$id" params={{ id: request.id }} search={{}}>
          All tasks
        </Link>
      </p>
    </section>
  )
}

function FormOf({ task, form, desk }: { task: ActTask; form: ActFormProps; desk: DraftDesk }) {
  switch (task) {
    case 'validate':
      return <SendForm {...form} desk={desk} />
    case 'financeCheck':
    case 'legalCheck':
      return <ClearanceForm {...form} check={task} />
    case 'publishNotice':
      return <NoticeForm {...form} />
    case 'publishReport':
      return <ReportForm {...form} />
    case 'decide':
      return <DecideForm {...form} />
    case 'publishDecision':
      return <PublishForm {...form} />
    case 'callIn':
      return <CallInForm {...form} />
    case 'scrutinyOutcome':
      return <ScrutinyForm {...form} />
    case 'withdraw':
      return <WithdrawRequestForm {...form} />
    case 'newVersion':
      return <NewVersionForm {...form} />
  }
}
