import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatPlain, type Pence, parseAmount } from '../../../domain/money.ts'
import { findRefusal } from '../../lib/findRefusal.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt, readOf, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Pipeline.module.css'
import type { PipelineFacts } from './pipelineFacts.ts'

interface EstimateFormProps {
  facts: PipelineFacts
  scheme: PipelineFacts['schemes'][number]
  forms: FormState
}

const fieldId = (year: number) => `estimate-in-${year}`

/** Says what a scheme would cost in each year, and where that comes from. An empty year costs nothing. */
export function EstimateForm({ facts, scheme, forms }: EstimateFormProps) {
  const candidate = facts.candidates.find(({ schemeId }) => schemeId === scheme.id)
  const known = (candidate?.costs ?? []).filter(({ nature }) => nature === scheme.nature)
  const others = (candidate?.costs ?? []).filter(({ nature }) => nature !== scheme.nature)
  const [amounts, setAmounts] = useState(() => {
    const years = new Set([...facts.headroom.years, ...known].map(({ startYear }) => startYear))
    return [...years]
      .sort((a, b) => a - b)
      .map((startYear) => {
        const cost = known.find((each) => each.startYear === startYear)
        return { startYear, text: cost ? `£${formatPlain(cost.amount)}` : '' }
      })
  })
  const [costsFrom, setCostsFrom] = useState(candidate?.costsFrom ?? '')
  const estimate = useMutation(trpc.pipeline.estimate.mutationOptions({ onError: forms.refuse() }))
  const onSubmit = () => {
    const given = amounts.filter(({ text }) => text.trim() !== '')
    const read = given.map(({ startYear, text }) => {
      const refusal = findRefusal(() => parseAmount(text, '£'))
      const amount = refusal === undefined ? parseAmount(text, '£') : (0 as Pence)
      const isNegative = refusal === undefined && amount < 0
      return { startYear, amount, message: isNegative ? 'Amount must be £0 or more' : refusal }
    })
    const { value, errors } = readOf(
      read
        .filter(({ amount }) => amount > 0)
        .map(({ startYear, amount }) => ({ startYear, amount, nature: scheme.nature })),
      [
        ...read.map(({ startYear, message }) => (message ? { fieldId: fieldId(startYear), message } : null)),
        refuseText('estimate-from', costsFrom, { label: 'Where the estimate comes from', longest: 500 }),
      ],
    )
    forms.setErrors(errors ?? [])
    if (!value) return
    estimate.mutate(
      {
        schemeId: scheme.id,
        revision: candidate?.revision ?? null,
        costs: [...others, ...value],
        costsFrom: costsFrom.trim(),
      },
      {
        onSuccess: () => {
          announce(`Estimated: ${scheme.name}`)
          forms.close()
        },
      },
    )
  }
  return (
    <InlineForm
      title={`Estimate ${scheme.name}`}
      submit="Save the estimate"
      isBusy={estimate.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p>An estimate moves no money and gives no right to spend.</p>
      <div className={classes.fields}>
        {amounts.map(({ startYear, text }) => (
          <AmountInput
            key={startYear}
            id={fieldId(startYear)}
            label={`Cost in ${formatYear(startYear)}`}
            unit="£"
            error={errorAt(forms.errors, fieldId(startYear))}
            value={text}
            onChange={(next) =>
              setAmounts(amounts.map((each) => (each.startYear === startYear ? { ...each, text: next } : each)))
            }
          />
        ))}
        <Textarea
          id="estimate-from"
          label="Where the estimate comes from"
          autosize
          minRows={2}
          error={errorAt(forms.errors, 'estimate-from')}
          value={costsFrom}
          onChange={(event) => setCostsFrom(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  )
}
