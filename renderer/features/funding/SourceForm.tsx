import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FundingSource } from '../../../domain/programme/fundingSource.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Funding.module.css'
import { blankSource, draftOfSource, idOf, isBorrowingCategory, readSource, type SourceDraft } from './sourceDraft.ts'
import { categoryWords, natureWords, securedWords } from './sourceWords.ts'

interface SourceFormProps {
  /** Null adds one. */
  source: FundingSource | null
  forms: FormState
}

/** Adds funding sources one after another, or changes one. */
export function SourceForm({ source, forms }: SourceFormProps) {
  const [draft, setDraft] = useState<SourceDraft>(source ? draftOfSource(source) : blankSource)
  const refused = { onError: forms.refuse(idOf('name')) }
  const add = useMutation(trpc.sources.add.mutationOptions(refused))
  const change = useMutation(trpc.sources.change.mutationOptions(refused))
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
    if (source === null) {
      add.mutate(value, {
        onSuccess: () => {
          announce(`Funding source added: ${value.name}`)
          setDraft(blankSource)
          document.getElementById(idOf('name'))?.focus()
        },
      })
    } else {
      const { isRemoved: _isRemoved, retiredOn: _retiredOn, ...before } = source
      change.mutate(
        { ...before, ...value },
        {
          onSuccess: () => {
            announce(`Funding source changed: ${value.name}`)
            forms.close()
          },
        },
      )
    }
  }

  return (
    <InlineForm
      title={source === null ? 'Add a funding source' : `Change ${source.name}`}
      submit={source === null ? 'Add the source' : 'Save'}
      cancel={source === null ? 'Done' : 'Cancel'}
      isBusy={add.isPending || change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
      takesFocus={!forms.isInitial}
    >
      <div className={classes.fields}>
        <TextInput {...field('name')} label="Name" autoComplete="off" />
        <NativeSelect
          {...field('category')}
          label="Kind of funding"
          data={[
            { value: '', label: 'Choose a kind' },
            ...Object.entries(categoryWords).map(([value, label]) => ({ value, label })),
          ]}
        />
        <TextInput {...field('funder')} label="Funder" autoComplete="off" />
        <TextInput {...field('grantRef')} label="Grant reference" autoComplete="off" />
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
        {isBorrowingCategory(draft.category) && (
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
        <Textarea {...field('aliases')} label="Other names, one a line" autosize minRows={2} />
        <Textarea {...field('conditions')} label="Conditions" autosize minRows={2} />
      </div>
    </InlineForm>
  )
}
