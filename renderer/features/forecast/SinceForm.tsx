import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { DayField } from '../../ui/DayField.tsx'
import classes from './Forecast.module.css'

const field = 'last-report'

/** The day of the last report, since which the budget is reconciled. */
export function SinceForm({ since, onSince }: { since: CalendarDay; onSince: (day: CalendarDay) => void }) {
  const [text, setText] = useState(() => dayText(since))
  const [error, setError] = useState<string>()
  return (
    <form
      className={classes.since}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const { day, error: refused } = readFormDay(field, text, { isNeeded: true })
        setError(refused?.message)
        if (day) onSince(day)
      }}
    >
      <DayField id={field} label="Last report on" text={text} error={error} onText={setText} />
      <Button type="submit" variant="default">
        Reconcile since then
      </Button>
    </form>
  )
}
