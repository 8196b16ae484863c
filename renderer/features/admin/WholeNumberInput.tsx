import { TextInput } from '@mantine/core'

interface WholeNumberInputProps {
  id: string
  label: string
  text: string
  error: string | undefined
  onText: (text: string) => void
}

/** A text field for a count: no arrows and no wheel, which change it unseen. */
export function WholeNumberInput({ id, label, text, error, onText }: WholeNumberInputProps) {
  return (
    <TextInput
      id={id}
      label={label}
      inputMode="numeric"
      autoComplete="off"
      maw="12rem"
      value={text}
      error={error}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )
}
