import { addDays, type CalendarDay, type Instant } from '../calendarDay.ts'

/** A day that goes into somebody's calendar. */
export interface CalendarEntry {
  /** The same for the same day of the same thing, so that a second import replaces the first. */
  uid: string
  on: CalendarDay
  summary: string
  description: string
}

/** Octets in a line, after which RFC 5545 folds it. */
const LINE = 75

/** An `.ics` file by RFC 5545: whole days, escaped texts, lines folded at 75 octets and ended by CRLF. */
export const calendarFile = (entries: readonly CalendarEntry[], madeAt: Instant): string => {
  const stamp = `${madeAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//BCF digital tracker//EN',
    'CALSCALE:GREGORIAN',
    ...entries.flatMap(({ uid, on, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${asDate(on)}`,
      // The end of a whole day is the next one, which is not part of it.
      `DTEND;VALUE=DATE:${asDate(addDays(on, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const asDate = (day: CalendarDay): string => day.replaceAll('-', '')

const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // Other control characters have no place in a calendar.
    .replaceAll(/\p{Cc}/gu, ' ')

/** Folds between characters, never within one, so that each line alone is valid UTF-8. */
const folded = (line: string): string => {
  let result = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LINE) {
      result += '\r\n '
      // The space that marks the fold counts.
      octets = 1
    }
    result += character
    octets += size
  }
  return result
}

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
