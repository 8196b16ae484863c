import type { ProgrammeFacts } from './programme/facts.ts'
import type { Programme } from './programme/programme.ts'

interface Snapshot {
  programme: Pick<Programme, 'capitalSchemeNumber'>
  asAt: Pick<ProgrammeFacts['asAt'], 'day' | 'seq'>
}

/** `funding-and-cash-flow 32210-000-000 2020-08-28 event 12.xlsx`, safe on every system. */
export const reportFileName = (report: string, extension: string, { programme, asAt }: Snapshot): string => {
  const name = [report, programme.capitalSchemeNumber, asAt.day, `event ${asAt.seq}`].filter(Boolean).join(' ')
  return safeFileName(name, extension)
}

const LONGEST_NAME = 120
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=[. ]|$)/i

/** A file name without anything that a system refuses or reads as a path; never empty, at most 120 characters and an extension. */
export const safeFileName = (name: string, extension: string): string => {
  const clean = [
    ...name
      .toWellFormed()
      .normalize('NFC')
      .replace(/[\\/:*?"<>|]+/g, '-'),
  ]
    .filter((character) => !unsafe.test(character))
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const usable = clean === '' ? 'report' : clean
  return `${reserved.test(usable) ? `${usable.replace(reserved, '$1-file')}` : usable}.${extension}`
}

/** Controls, and marks that turn or hide what follows them. */
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/u
