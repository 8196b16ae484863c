import type { z } from 'zod'
import type { MoneyUnit } from '../money.ts'
import type { ColumnMeaning } from '../tieOut/stated.ts'
import { tidy } from './plainText.ts'

type Meaning = z.infer<typeof ColumnMeaning>

export interface ColumnHead {
  meaning: Meaning | null
  unit: MoneyUnit | null
  /** Why the meaning is more than what is printed; null where it is plainly printed. */
  why: string | null
}

const inMillions = /£ ?'?m(?:illions?|n)?(?:'?s)?\b|\bmillions?\b/i
const inThousands = /(?<![\d,])(?:£ ?)?'?000'?s?\b(?!\d)|£ ?'?k(?:'?s)?\b|£? ?\bthousands?\b/i
const inPounds = /£(?:'?s\b)?|\bpounds?\b/i
const brackets = /[()[\]]/g

/** What unit a head, title or caption speaks of. */
export const unitInWords = (text: string): MoneyUnit | null => {
  const words = tidy(text)
  if (inMillions.test(words) && /£/.test(words)) return '£m'
  if (thousandsIn(words)) return '£000'
  return /£(?! ?\d)/.test(words) || /\bpounds\b/i.test(words) ? '£' : null
}

// `2,000` and `32210/000/000` are no units.
const thousandsIn = (words: string): boolean =>
  /(?<![\d,/])(?:£ ?)?'?000'?s?\b(?![/,\d])/i.test(words) ||
  /£ ?'?k(?:'?s)?\b|£ ?thousands?\b|\bin thousands\b/i.test(words)

/** Longer heads with a total in them are titles. */
const MOST_TOTAL_WORDS = 4

const month = '(?:31(?:st)? )?(?:march|mar)'
/** `2 March 2021` is a day and no end of a year. */
const otherDay = String.raw`\b(?:[12]?\d|30)(?:st|nd|rd|th)?`
const twoYears = /\b(?:fy ?)?((?:19|20)\d{2}|\d{2}) ?[/-] ?((?:19|20)\d{2}|\d{2})\b(?![/-]\d)/gi

/** Reads a head such as `TO MARCH 2020 £000's`, `2020-21`, `2023 on` or `Total (£)`. */
export const readColumnHead = (text: string): ColumnHead => {
  const head = tidy(text)
  const unit = unitInWords(head)
  const words = tidy(
    head
      .replace(inThousands, ' ')
      .replace(inMillions, ' ')
      .replace(inPounds, ' ')
      .replace(brackets, ' ')
      .replace(/[*:]/g, ' '),
  ).toLowerCase()
  const none = { meaning: null, unit, why: null }
  if (words === '') return none
  const years = yearsIn(words)
  // `2039.7` is an amount.
  const single = /(?<![\d/.,-])((?:19|20)\d{2})(?![\d/-]|[.,]\d)/.exec(words)?.[1]
  if (
    words.split(' ').length <= MOST_TOTAL_WORDS &&
    /\btotals?\b|\ball years\b|\bwhole[ -]life\b|\boverall\b/.test(words)
  ) {
    return { meaning: { kind: 'total' }, unit, why: null }
  }
  const march = new RegExp(String.raw`(?<!${otherDay} ?)\b${month}\b ?'?((?:19|20)?\d{2})\b`).exec(words)?.[1]
  const numericMarch = /\b31[/.]0?3[/.]((?:20)?\d{2})\b/.exec(words)?.[1]
  const endOfMarch = march ?? numericMarch
  if (endOfMarch !== undefined) {
    const year = fullYear(endOfMarch)
    const isAfter = /\b(?:after|beyond|post|from|since)\b/.test(words)
    return known(isAfter ? { kind: 'beyond', startYear: year } : { kind: 'to-march', startYear: year }, unit)
  }
  if (years.length > 1) return none
  const [year] = years
  const start = year ?? (single === undefined ? undefined : Number(single))
  if (start === undefined) return none
  if (/\b(?:after|beyond|post)\b(?! ?$)/.test(words) && !/\band beyond\b/.test(words)) {
    return known({ kind: 'beyond', startYear: start + 1 }, unit)
  }
  if (/\b(?:on|onwards?|later|future|beyond|after|thereafter)\b|\+|^from\b/.test(words)) {
    return known({ kind: 'beyond', startYear: start }, unit)
  }
  if (/\b(?:pre|before|prior|previous|up to)\b/.test(words)) return known({ kind: 'to-march', startYear: start }, unit)
  if (year !== undefined) return known({ kind: 'year', startYear: year }, unit)
  const why = `${start} alone is read as the financial year that begins in it.`
  return known({ kind: 'year', startYear: start }, unit, why)
}

const known = (meaning: Exclude<Meaning, { kind: 'total' }>, unit: MoneyUnit | null, why: string | null = null) =>
  meaning.startYear < 1990 || meaning.startYear > 2100 ? { meaning: null, unit, why: null } : { meaning, unit, why }

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

/** The financial years named in a text, `2020/21` or `20-21`, by their first year, each once. */
export const yearsIn = (text: string): number[] => {
  const found = [...tidy(text).matchAll(twoYears)].flatMap(([, first = '', second = '']) => {
    const start = fullYear(first)
    const isNext = Number(second.slice(-2)) === (start + 1) % 100
    return isNext && start >= 1990 && start <= 2100 ? [start] : []
  })
  return [...new Set(found)]
}

/** Whether a text is nothing but a unit, such as `£000's`. */
export const isOnlyUnit = (text: string): boolean => {
  const words = tidy(text)
  const rest = words
    .replace(inThousands, '')
    .replace(inMillions, '')
    .replace(inPounds, '')
    .replace(/[()\s'.]/g, '')
  return words !== '' && rest === '' && unitInWords(words) !== null
}

/** `Prior years` and `Later years` name no year: the columns beside them do. */
export const openColumn = (text: string): 'to-march' | 'beyond' | null => {
  const words = tidy(text).toLowerCase()
  if (/\b(?:prior|previous|earlier|past) years?\b|\bto date\b/.test(words)) return 'to-march'
  return /\b(?:later|future|subsequent|remaining) years?\b|\bthereafter\b|\bonwards?\b|\bbeyond\b/.test(words)
    ? 'beyond'
    : null
}
