import { CalendarDay } from '../calendarDay.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const forms = [
  /\b(?<year>\d{4})-(?<number>\d{1,2})-(?<day>\d{1,2})\b/,
  new RegExp(
    String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?[-\s]?${month},?[-\s]*'?(?<year>\d{4}|\d{2})\b`,
    'i',
  ),
  new RegExp(String.raw`\b${month}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b`, 'i'),
  /\b(?<day>\d{1,2})[/.-](?<number>\d{1,2})[/.-](?<year>\d{4}|\d{2})\b/,
]

/** The first day in a text, `20th August 2020`, `20/08/20` or `2020-08-20`; day before month, as in Britain. */
export const dayInWords = (text: string): { day: CalendarDay; printed: string; start: number } | undefined => {
  for (const form of forms) {
    const match = form.exec(text)
    const { year = '', number, day = '', month: name = '' } = match?.groups ?? {}
    if (!match) continue
    const which = number === undefined ? months.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(number)
    const full = year.length === 2 ? `20${year}` : year
    const parsed = CalendarDay.safeParse(`${full}-${String(which).padStart(2, '0')}-${day.padStart(2, '0')}`)
    if (parsed.success) return { day: parsed.data, printed: match[0], start: match.index }
  }
  return undefined
}
