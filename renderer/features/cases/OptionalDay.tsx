import { useState } from 'react'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { DayField } from '../../ui/DayField.tsx'

interface OptionalDayProps {
  id: string
  label: string
  day: CalendarDay | null
  onDay: (day: CalendarDay | null) => void
}

/** A day that may be left out. What cannot be read as one stays in the field, and is not saved. */
export function OptionalDay({ id, label, day, onDay }: OptionalDayProps) {
  const [text, setText] = useState(dayText(day))
  const { error } = readFormDay(id, text)
  return (
    <DayField
      id={id}
      label={label}
      text={text}
      error={error?.message}
      onText={(typed) => {
        setText(typed)
        const read = readFormDay(id, typed)
        if (read.error === null) onDay(read.day)
      }}
    />
  )
}
