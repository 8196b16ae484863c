import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import type { FundingPlan } from '../../../domain/funding/fundingPlan.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt, readOf } from '../../lib/readText.ts'
import { refuseHundredWords } from '../../lib/refuseHundredWords.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { PlannerFacts } from './plannerFacts.ts'

interface RaiseSwapFormProps {
  name: string
  facts: PlannerFacts
  mix: FundingPlan
  forms: FormState
}

/** Asks for the swaps of a mix as one change request. */
export function RaiseSwapForm({ name, facts, mix, forms }: RaiseSwapFormProps) {
  const nameOf = (id: string) => facts.sources.find((source) => source.id === id)?.name ?? 'a source'
  const [whatChanges, setWhatChanges] = useState(
    mix.swaps
      .map(
        ({ amount, startYear, fromSourceId, toSourceId }) =>
          `${nameOf(toSourceId)} pays ${formatInSentence(amount)} of ${formatYear(startYear)} in the place of ${nameOf(fromSourceId)}.`,
      )
      .join(' '),
  )
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const raise = useMutation(trpc.funding.raiseSwap.mutationOptions({ onError: forms.refuse('swap-reason') }))
  const onSubmit = () => {
    const { value, errors } = readOf({ whatChanges: whatChanges.trim(), reason: reason.trim() }, [
      refuseHundredWords('swap-what', whatChanges, 'What changes', 'Enter what changes'),
      refuseHundredWords('swap-reason', reason, 'Reason', 'Enter why another source should pay'),
    ])
    forms.setErrors(errors ?? [])
    if (!value) return
    raise.mutate(
      { ...value, swaps: mix.swaps },
      {
        onSuccess: ({ value: raised }) => {
          announce(`Change ${raised?.number ?? ''} is sent. Somebody else approves it before money moves.`)
          forms.close()
          if (raised) void navigate({ to: '/changes/$id', params: { id: raised.id }, search: { sent: 'yes' } })
        },
      },
    )
  }
  return (
    <InlineForm
      title={`Ask for the swaps of ${name}`}
      submit="Send the change request"
      isBusy={raise.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <Textarea
        id="swap-what"
        label="What changes, in 100 words or fewer"
        autosize
        minRows={2}
        value={whatChanges}
        error={errorAt(forms.errors, 'swap-what')}
        onChange={(event) => setWhatChanges(event.currentTarget.value)}
      />
      <Textarea
        id="swap-reason"
        label="Reason, in 100 words or fewer"
        autosize
        minRows={2}
        value={reason}
        error={errorAt(forms.errors, 'swap-reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </InlineForm>
  )
}
