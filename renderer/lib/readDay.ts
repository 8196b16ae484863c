import { CalendarDay } from '../../domain/calendarDay.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads `20 August 2020`, `20 Aug 2020`, `20/8/2020`, `20.08.2020` and `2020-08-20`; undefined for anything else. */
export const readDay = (text: string): CalendarDay | undefined => {
  const plain = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (iso) return asDay(iso[1], iso[2], iso[3])
  const numeric = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(plain)
  if (numeric) return asDay(numeric[3], numeric[2], numeric[1])
  const worded = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/.exec(plain)
  if (!worded) return undefined
  const month = monthNames.findIndex((name) => worded[2]?.startsWith(name)) + 1
  return month === 0 ? undefined : asDay(worded[3], String(month), worded[1])
}

function asDay(year = '', month = '', date = ''): CalendarDay | undefined {
  const parsed = CalendarDay.safeParse(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return parsed.success ? parsed.data : undefined
}
