import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseCondition } from '../../../domain/businessCase/businessCase.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { type FailureReply, messageFor } from '../../../domain/messages.ts'
import { formatDeadline } from '../../lib/format.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { CaseForms } from './CaseActs.tsx'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'
import { Part } from './Part.tsx'

/** What it was approved under: one person says that a condition is met and how one sees it, another discharges it. */
export function ConditionList({ facts, forms }: { facts: CaseFacts; forms: CaseForms }) {
  const { businessCase, conditionActs } = facts
  return (
    <Part anchor="conditions" title="Conditions">
      {businessCase.conditions.length === 0 && <p>No board has set a condition.</p>}
      {businessCase.conditions.map((condition, at) => (
        <Condition
          key={condition.id}
          number={at + 1}
          condition={condition}
          why={conditionActs.find(({ conditionId }) => conditionId === condition.id)}
          businessCase={businessCase}
          forms={forms}
        />
      ))}
    </Part>
  )
}

interface ConditionProps {
  number: number
  condition: CaseCondition
  why: CaseFacts['conditionActs'][number] | undefined
  businessCase: CaseFacts['businessCase']
  forms: CaseForms
}

function Condition({ number, condition, why, businessCase, forms }: ConditionProps) {
  const { view } = useView()
  const { id, revision } = businessCase
  const discharge = useMutation(trpc.cases.dischargeCondition.mutationOptions({ onError: forms.refuse() }))
  const { text, owner, dueOn, isAfterRelease, evidence, metBy, dischargedOn } = condition
  const opener = `meet-${condition.id}`
  const isOpen = forms.form?.kind === 'meet' && forms.form.conditionId === condition.id
  const mayAct = view.asAt === null && dischargedOn === null
  return (
    <section className={classes.line} aria-label={`Condition ${number}`}>
      <p className={classes.text}>
        {number}. {text} <ConditionState condition={condition} />
      </p>
      <p className={classes.note}>
        {owner}, by {formatDeadline(dueOn)}.{' '}
        {isAfterRelease ? 'The money may be released before it is met.' : 'The money is held until it is discharged.'}
      </p>
      {evidence !== '' && <p className={classes.text}>How one sees it: {evidence}</p>}
      {dischargedOn !== null && <p className={classes.note}>Discharged on {formatDay(dischargedOn)}.</p>}
      {isOpen && <MeetForm condition={condition} businessCase={businessCase} forms={forms} />}
      {mayAct && (
        <div className={classes.acts}>
          {why?.meet === null && !isOpen && (
            <Button
              id={opener}
              variant="default"
              onClick={() => forms.open({ kind: 'meet', conditionId: condition.id, opener })}
            >
              {metBy === null ? 'Say that it is met' : 'Change how one sees it'}
            </Button>
          )}
          {why?.discharge === null && (
            <Button
              loading={discharge.isPending}
              onClick={() => {
                forms.setErrors([])
                discharge.mutate(
                  { id, revision, conditionId: condition.id },
                  { onSuccess: () => announce(`Condition ${number} discharged`) },
                )
              }}
            >
              Discharge it
            </Button>
          )}
          {metBy !== null && why?.discharge?.code === 'own-item' && (
            <p className={classes.note}>{messageFor(why.discharge as FailureReply)}.</p>
          )}
        </div>
      )}
    </section>
  )
}

function ConditionState({ condition: { metBy, dischargedOn } }: { condition: CaseCondition }) {
  if (dischargedOn !== null) return <StatusTag tint="green" words="Discharged" />
  return metBy === null ? <StatusTag tint="yellow" words="Open" /> : <StatusTag tint="blue" words="Said to be met" />
}

function MeetForm({
  condition,
  businessCase: { id, revision },
  forms,
}: Pick<ConditionProps, 'condition' | 'businessCase' | 'forms'>) {
  const [evidence, setEvidence] = useState(condition.evidence)
  const meet = useMutation(trpc.cases.meetCondition.mutationOptions({ onError: forms.refuse('condition-evidence') }))
  return (
    <InlineForm
      title="Say that the condition is met"
      submit="Record"
      isBusy={meet.isPending}
      onSubmit={() => {
        const isTooLong = evidence.length > 2000
        forms.setErrors(
          isTooLong
            ? [{ fieldId: 'condition-evidence', message: 'How one sees it must be 2,000 characters or fewer' }]
            : [],
        )
        if (isTooLong) return
        meet.mutate(
          { id, revision, conditionId: condition.id, evidence },
          {
            onSuccess: () => {
              announce('Condition said to be met. Somebody else discharges it')
              forms.close()
            },
          },
        )
      }}
      onCancel={forms.close}
    >
      <Textarea
        id="condition-evidence"
        label="How one sees that it is met"
        autosize
        minRows={2}
        value={evidence}
        error={errorAt(forms.errors, 'condition-evidence')}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
    </InlineForm>
  )
}
