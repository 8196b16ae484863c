import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type FundingSource, isBorrowing } from '../../../domain/programme/fundingSource.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Planner.module.css'
import { draftOfSource, idOf, readSource, type SourceDraft } from './sourceDraft.ts'
import { natureWords, securedWords } from './sourceWords.ts'

/** Records on what terms a source is given, without touching its name or its kind. */
export function TermsForm({ source, forms }: { source: FundingSource; forms: FormState }) {
  const [draft, setDraft] = useState<SourceDraft>(draftOfSource(source))
  const first = isBorrowing(source) ? 'interestRate' : 'securedStatus'
  const record = useMutation(trpc.sources.recordTerms.mutationOptions({ onError: forms.refuse(idOf(first)) }))
  const field = (name: keyof SourceDraft) => ({
    id: idOf(name),
    value: draft[name],
    error: errorAt(forms.errors, idOf(name)),
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  })
  const onSubmit = () => {
    const { value, errors } = readSource(draft)
    forms.setErrors(errors ?? [])
    if (errors) return
    const { conditions, restrictedTo, spendByOn, securedStatus, interestRateBp, assetLifeYears } = value
    const terms = { conditions, restrictedTo, spendByOn, securedStatus, interestRateBp, assetLifeYears }
    record.mutate(
      { id: source.id, revision: source.revision, ...terms },
      {
        onSuccess: () => {
          announce(`Terms recorded: ${source.name}`)
          forms.close()
        },
      },
    )
  }
  return (
    <InlineForm
      title={`Terms of ${source.name}`}
      submit="Record the terms"
      isBusy={record.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        {isBorrowing(source) && (
          <>
            <TextInput
              {...field('interestRate')}
              label="Interest rate, % a year"
              inputMode="decimal"
              autoComplete="off"
            />
            <TextInput {...field('assetLifeYears')} label="Asset life, years" inputMode="numeric" autoComplete="off" />
          </>
        )}
        <NativeSelect
          {...field('securedStatus')}
          label="How certain it is"
          data={Object.entries(securedWords).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          {...field('restrictedTo')}
          label="What it may pay for"
          data={[
            { value: '', label: 'Capital and revenue' },
            ...Object.entries(natureWords).map(([value, label]) => ({ value, label })),
          ]}
        />
        <DayField
          id={idOf('spendByOn')}
          label="Spend by, for example 31 March 2022"
          hint=""
          text={draft.spendByOn}
          error={errorAt(forms.errors, idOf('spendByOn'))}
          onText={(spendByOn) => setDraft({ ...draft, spendByOn })}
        />
        <Textarea {...field('conditions')} label="Conditions" autosize minRows={2} />
      </div>
    </InlineForm>
  )
}
