import type { CalendarDay } from '../../domain/calendarDay.ts'
import { formatDay } from '../../domain/inWords.ts'
import { messages } from '../../domain/messages.ts'
import type { FieldError } from '../ui/ErrorSummary.tsx'
import { readDay } from './readDay.ts'

/** A day as typed: the day, null for an empty field, or the error that goes with it. */
export const readFormDay = (
  fieldId: string,
  text: string,
  { isNeeded = false }: { isNeeded?: boolean } = {},
): { day: CalendarDay | null; error: FieldError | null } => {
  const plain = text.trim()
  if (plain === '' && !isNeeded) return { day: null, error: null }
  const day = readDay(plain)
  return day ? { day, error: null } : { day: null, error: { fieldId, message: messages['bad-day']({ text: plain }) } }
}

/** How a day stands in a field again. */
export const dayText = (day: CalendarDay | null): string => (day === null ? '' : formatDay(day))
