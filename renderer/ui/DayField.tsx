import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'

interface DayFieldProps {
  id: string
  label: string
  hint?: ReactNode
  text: string
  error: string | undefined
  onText: (text: string) => void
}

/** A day, typed in any common form. */
export function DayField({ id, label, hint, text, error, onText }: DayFieldProps) {
  return (
    <TextInput
      id={id}
      label={label}
      description={hint ?? 'For example 20 August 2020'}
      maw="22rem"
      inputWrapperOrder={['label', 'description', 'error', 'input']}
      autoComplete="off"
      value={text}
      error={error}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )
}
