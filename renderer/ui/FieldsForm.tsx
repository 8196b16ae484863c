import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Fragment, type ReactNode, useState } from 'react'
import type { FormField, FormTexts, FormValues } from '../lib/formFields.ts'
import { fieldIdOf, readFields } from '../lib/formFields.ts'
import type { FormState } from '../lib/formState.ts'
import { errorAt } from '../lib/readText.ts'
import { AmountInput } from './AmountInput.tsx'
import { DayField } from './DayField.tsx'
import classes from './FieldsForm.module.css'
import { InlineForm } from './InlineForm.tsx'

interface FieldsFormProps {
  /** Begins the ids of its fields. */
  id: string
  title: string
  submit: string
  fields: readonly FormField[]
  initial?: FormTexts
  forms: FormState
  isBusy: boolean
  onSubmit: (values: FormValues) => void
  /** What stands above the fields. */
  children?: ReactNode
  /** What stands below the fields and changes with what is typed. */
  below?: (texts: FormTexts) => ReactNode
}

/** A form of named fields: what is typed is read once on the way out, and each fault is said beside its field. */
export function FieldsForm(props: FieldsFormProps) {
  const { id, title, submit, fields, initial = {}, forms, isBusy, onSubmit, children, below } = props
  const [texts, setTexts] = useState<FormTexts>(initial)

  const send = () => {
    const read = readFields(id, fields, texts)
    forms.setErrors(read.errors ?? [])
    if (read.value) onSubmit(read.value)
  }
  return (
    <InlineForm title={title} submit={submit} isBusy={isBusy} onSubmit={send} onCancel={forms.close}>
      {children}
      <div className={classes.fields}>
        {fields.map((field) => (
          <Fragment key={field.name}>
            <OneField
              field={field}
              id={fieldIdOf(id, field.name)}
              text={texts[field.name] ?? ''}
              error={errorAt(forms.errors, fieldIdOf(id, field.name))}
              onText={(text) => setTexts((before) => ({ ...before, [field.name]: text }))}
            />
          </Fragment>
        ))}
      </div>
      {below?.(texts)}
    </InlineForm>
  )
}

interface OneFieldProps {
  field: FormField
  id: string
  text: string
  error: string | undefined
  onText: (text: string) => void
}

function OneField({ field, id, text, error, onText }: OneFieldProps) {
  const { label, hint } = field
  const shared = { id, label, value: text, error }
  switch (field.kind) {
    case 'day':
      return <DayField id={id} label={label} hint={hint} text={text} error={error} onText={onText} />
    case 'choice':
      return (
        <NativeSelect
          {...shared}
          description={hint}
          data={field.options.map(({ value, label: words }) => ({ value, label: words }))}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )
    case 'amount':
      return <AmountInput {...shared} description={hint} unit="£" onChange={onText} />
    case 'area':
      return (
        <Textarea
          {...shared}
          description={hint}
          className={classes.wide}
          autosize
          minRows={2}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )
    default:
      return (
        <TextInput
          {...shared}
          description={hint}
          autoComplete="off"
          {...(field.kind === 'quantity' ? { inputMode: 'decimal' as const, className: 'figures' } : {})}
          inputWrapperOrder={['label', 'description', 'error', 'input']}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )
  }
}
