import type { CalendarDay } from '../calendarDay.ts'

/** The name of a backup, such as `Leeds 2020 backup 17 2020-08-27.bcf`: the number orders, the day is for people. */
export const backupName = (programmeFile: string, number: number, day: CalendarDay): string =>
  `${stemOf(programmeFile)} backup ${number} ${day}.bcf`

const pattern = /^(?<stem>.*) backup (?<number>[1-9]\d{0,8}) \d{4}-\d{2}-\d{2}\.bcf$/

/** The number in the name of a backup of this programme file; undefined for any other name. */
export const backupNumber = (name: string, programmeFile: string): number | undefined => {
  const { stem, number } = pattern.exec(name)?.groups ?? {}
  return stem === stemOf(programmeFile) ? Number(number) : undefined
}

/** The name of a restored programme, which stands beside the one that it was taken from. */
export const restoredName = (programmeFile: string, day: CalendarDay, copy: number): string =>
  `${stemOf(programmeFile)} restored ${day}${copy === 1 ? '' : ` ${copy}`}.bcf`

const LONGEST_STEM = 80

const stemOf = (programmeFile: string): string =>
  [...programmeFile.replace(/\.bcf$/i, '')]
    .slice(0, LONGEST_STEM)
    .join('')
    .replace(/[. ]+$/, '')
