import { errorAt } from '../../lib/readText.ts'
import { DayField } from '../../ui/DayField.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'

interface ActDayFieldProps {
  text: string
  errors: readonly FieldError[]
  onText: (text: string) => void
}

/** The day on which something was really done, where that was not today. */
export function ActDayField({ text, errors, onText }: ActDayFieldProps) {
  return (
    <DayField
      id="act-on"
      label="Done on"
      hint="Leave it empty for today. For what was done earlier, enter that day"
      text={text}
      error={errorAt(errors, 'act-on')}
      onText={onText}
    />
  )
}
