import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type FailureReply, messageFor } from '../../../domain/messages.ts'
import { focusLater } from '../../lib/focusLater.ts'
import { errorAt } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'

export interface CaseForm {
  kind: 'return' | 'withdraw' | 'meet' | 'discharge'
  /** The condition that it is about. */
  conditionId?: string
  opener: string
}
export type CaseForms = ReturnType<typeof useForm<CaseForm>>

/** What the secretary and the writers may do with a case, and who may where the reader may not. */
export function CaseActs({ facts, forms }: { facts: CaseFacts; forms: CaseForms }) {
  const { businessCase, acts } = facts
  const { id, revision } = businessCase
  const { view } = useView()
  const { programme } = useSession()
  const navigate = useNavigate()
  const accept = useMutation(trpc.cases.accept.mutationOptions({ onError: forms.refuse() }))
  const newVersion = useMutation(trpc.cases.newVersion.mutationOptions({ onError: forms.refuse() }))
  if (view.asAt !== null || programme?.isReadOnly) return null
  const kind = forms.form?.kind
  const isSubmitted = businessCase.status === 'submitted'
  const secretary = isSubmitted ? (acts.accept ?? acts.return) : null
  const open = (of: 'return' | 'withdraw', words: string) => (
    <Button id={`${of}-case`} variant="default" onClick={() => forms.open({ kind: of, opener: `${of}-case` })}>
      {words}
    </Button>
  )

  return (
    <>
      {(kind === 'return' || kind === 'withdraw') && (
        <ReasonForm key={kind} kind={kind} businessCase={businessCase} forms={forms} />
      )}
      <div className={classes.acts}>
        {acts.write === null && (
          <Link to="/cases/$id/edit" params={{ id }}>
            Go on writing
          </Link>
        )}
        {acts.accept === null && (
          <MainButton
            loading={accept.isPending}
            onClick={() => {
              forms.setErrors([])
              accept.mutate(
                { id, revision },
                {
                  onSuccess: () => {
                    announce('Business case accepted for the boards')
                    // The buttons go away with the act.
                    focusLater('asked')
                  },
                },
              )
            }}
          >
            Accept it for the boards
          </MainButton>
        )}
        {acts.return === null && kind !== 'return' && open('return', 'Return it with a reason')}
        {acts.newVersion === null && (
          <Button
            variant="default"
            loading={newVersion.isPending}
            onClick={() => {
              forms.setErrors([])
              newVersion.mutate(
                { id, revision },
                {
                  onSuccess: ({ value }) => {
                    if (!value) return
                    announce(`Version ${value.version} begun: ${value.reference}`)
                    void navigate({ to: '/cases/$id/edit', params: { id: value.id } })
                  },
                },
              )
            }}
          >
            Begin the next version
          </Button>
        )}
        {acts.withdraw === null && kind !== 'withdraw' && open('withdraw', 'Withdraw it')}
      </div>
      {isSubmitted && <WhoMay duty="handleCase" what="Submitted business cases are accepted or returned" />}
      {secretary !== null && secretary.code !== 'not-permitted' && (
        <p className="reading">{messageFor(secretary as FailureReply)}.</p>
      )}
    </>
  )
}

interface ReasonFormProps {
  kind: 'return' | 'withdraw'
  businessCase: CaseFacts['businessCase']
  forms: CaseForms
}

function ReasonForm({ kind, businessCase: { id, revision, title }, forms }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const returnCase = useMutation(trpc.cases.returnToWriter.mutationOptions({ onError: forms.refuse('case-reason') }))
  const withdraw = useMutation(trpc.cases.withdraw.mutationOptions({ onError: forms.refuse('case-reason') }))
  const isReturn = kind === 'return'
  const act = isReturn ? returnCase : withdraw

  const onSubmit = () => {
    const words = reason.trim()
    forms.setErrors(
      words === ''
        ? [{ fieldId: 'case-reason', message: 'Enter the reason' }]
        : words.length > 2000
          ? [{ fieldId: 'case-reason', message: 'Reason must be 2,000 characters or fewer' }]
          : [],
    )
    if (words === '' || words.length > 2000) return
    act.mutate(
      { id, revision, reason: words },
      {
        onSuccess: () => {
          announce(isReturn ? `Business case returned: ${title}` : `Business case withdrawn: ${title}`)
          forms.close()
        },
      },
    )
  }
  return (
    <InlineForm
      title={isReturn ? 'Return it to its writers' : 'Withdraw this business case'}
      submit={isReturn ? 'Return it' : 'Withdraw it'}
      isBusy={act.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <Textarea
        id="case-reason"
        label="Reason"
        description={
          isReturn
            ? 'What has to be put right. Its writers begin the next version with it in view.'
            : 'It goes no further after this. A next version can be begun.'
        }
        maw="48rem"
        autosize
        minRows={2}
        value={reason}
        error={errorAt(forms.errors, 'case-reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </InlineForm>
  )
}
