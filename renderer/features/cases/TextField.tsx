import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

interface TextFieldProps {
  /** The field as the checklist names it. */
  field: string
  label: string
  hint?: string
  text: string
  /** In characters. What is longer stays in the field and is not saved. */
  longest: number
  onText: (text: string) => void
  /** How many lines are seen at first; one is a field without line ends. */
  rows?: number
}

/** A plain text of a case, which saves itself. */
export function TextField({ field, label, hint, text, longest, onText, rows = 1 }: TextFieldProps) {
  const [tooLong, setTooLong] = useState<string | null>(null)
  const type = (typed: string) => {
    if (typed.length > longest) return setTooLong(typed)
    setTooLong(null)
    onText(typed)
  }
  const common = {
    id: `field.${field}`,
    label,
    description: hint,
    value: tooLong ?? text,
    error:
      tooLong === null
        ? undefined
        : `${label} must be ${longest.toLocaleString('en-GB')} characters or fewer. The text above is not saved`,
  }
  const isLong = rows > 1
  return isLong ? (
    <Textarea
      {...common}
      autosize
      minRows={rows}
      inputWrapperOrder={['label', 'description', 'error', 'input']}
      onChange={(event) => type(event.currentTarget.value)}
    />
  ) : (
    <TextInput
      {...common}
      autoComplete="off"
      inputWrapperOrder={['label', 'description', 'error', 'input']}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
