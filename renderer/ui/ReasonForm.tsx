import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { FormState } from '../lib/formState.ts'
import { errorAt, refuseText } from '../lib/readText.ts'
import { InlineForm } from './InlineForm.tsx'

interface ReasonFormProps {
  title: string
  submit: string
  /** What comes of it. */
  lead: ReactNode
  label: string
  /** What to do where it is empty; left out where it may be. */
  ask?: string
  longest: number
  isBusy: boolean
  forms: FormState
  onSubmit: (words: string) => void
}

export const reasonField = 'act-reason'

/** An act with its words: approving, refusing, withdrawing, reversing. */
export function ReasonForm({ title, submit, lead, label, ask, longest, isBusy, forms, onSubmit }: ReasonFormProps) {
  const [text, setText] = useState('')
  return (
    <InlineForm
      title={title}
      submit={submit}
      isBusy={isBusy}
      onCancel={forms.close}
      onSubmit={() => {
        const error = refuseText(reasonField, text, { label, longest, ...(ask === undefined ? {} : { ask }) })
        forms.setErrors(error ? [error] : [])
        if (!error) onSubmit(text.trim())
      }}
    >
      <p className="reading">{lead}</p>
      <Textarea
        id={reasonField}
        label={label}
        maw="36rem"
        autosize
        minRows={2}
        value={text}
        error={errorAt(forms.errors, reasonField)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </InlineForm>
  )
}
