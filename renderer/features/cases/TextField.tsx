import { Textarea, TextInput } from '@mantine/core'
import { type ComponentProps, useState } from 'react'
import { FigureText } from '../../ui/figures/FigureText.tsx'

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
  /** For a text whose figures are held against the ledger. */
  figures?: Pick<ComponentProps<typeof FigureText>, 'order' | 'checks' | 'isCurrent'>
}

/** A plain text of a case, which saves itself. */
export function TextField({ field, label, hint, text, longest, onText, rows = 1, figures }: TextFieldProps) {
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
  if (figures) {
    // What is decided on is frozen as it was read, so that its figures are those of the day.
    return (
      <FigureText
        {...common}
        {...figures}
        rows={rows}
        longest={longest}
        error={common.error ?? null}
        inserts="value"
        onChange={type}
      />
    )
  }
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
