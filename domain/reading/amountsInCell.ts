import type { MoneyUnit } from '../money.ts'
import { plainText } from './plainText.ts'
import type { ReadAmount } from './reportReading.ts'
import { markOf, type WrittenAmount, worthOf } from './writtenAmount.ts'

/** An amount of a line with the characters it stands on. */
type CellAmount = Omit<ReadAmount, 'place'> & { start: number; end: number }

const footnoteMark = '[*†‡§#¹²³⁰⁴-⁹]+'
const whole = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3})+|\d+)`
const decimal = String.raw`(?:${whole}(?:\.\d+)?|\.\d+)`
const dash = String.raw`[-\u2010-\u2015\u2212]`
const oneAmount = new RegExp(
  String.raw`(?<before>${footnoteMark})?\s*(?<open>\()?\s*(?<minus>${dash})?\s*(?<pound>£)?\s*(?<inner>${dash})?\s*` +
    String.raw`(?<digits>${decimal})(?:\s*(?<mark>k|m|bn|thousand|million|billion))?(?![\p{L}\d%/])(?:\s*(?<close>\)))?` +
    String.raw`(?<trailing>-(?![\d£]))?(?<after>${footnoteMark}|\s+${footnoteMark}(?!\s*[\d£(]))?`,
  'giu',
)
const spacedThousands = /^\D*\d{1,3}(?: \d{3})+(?:\.\d+)?\D*$/
const nothing = /^(?:-+|\.+|…|nil|none|n\/a|n\.a\.?|not applicable)$/i
const onlyMarks = new RegExp(`^${footnoteMark}$`)

/** From so many digits on, an amount with a pound sign in a column of thousands is taken as pounds. */
const POUND_DIGITS = 6

/**
 * The amounts of one line of a cell, in the column's unit unless they say another. A dash is an amount of nothing, with
 * null; what is no amount comes back as not understood. `isOfOneLabel` tells `1 228` from two amounts.
 */
export const amountsInCell = (line: string, unit: MoneyUnit, isOfOneLabel = true): CellAmount[] => {
  const start = line.length - line.trimStart().length
  const text = line.trim()
  if (text === '') return []
  const end = start + text.length
  const whole = { printed: text, unit, marks: [], start, end }
  const bare = plainText(text).trim()
  if (nothing.test(bare)) return [{ ...whole, value: null, confidence: 'read', why: null }]
  if (onlyMarks.test(bare)) return [{ ...whole, value: null, marks: [bare], confidence: 'read', why: null }]
  if (isOfOneLabel && spacedThousands.test(text)) {
    const [joined] = amountsInCell(text.replace(/(?<=\d) (?=\d{3})/g, ''), unit)
    return joined && joined.value !== null
      ? [
          {
            ...joined,
            ...whole,
            unit: joined.unit,
            marks: joined.marks,
            ...inferred('The spaces are read as separators of thousands.'),
          },
        ]
      : [{ ...whole, value: null, ...notUnderstood }]
  }
  const found = [...text.matchAll(oneAmount)]
  const rest = plainText(text.replace(oneAmount, ' ')).replace(/[\s;/,&]+/g, '')
  const first = found[0]
  if (!first || found.some((match) => isOpen(match))) return [{ ...whole, value: null, ...notUnderstood }]
  if (rest !== '') {
    // Words after the one amount of a cell comment on it; words before it can turn it into anything.
    const isComment = found.length === 1 && first.index === 0 && !/\d/.test(rest)
    if (!isComment) return [{ ...whole, value: null, ...notUnderstood }]
    const amount = amountOf(first, unit, start)
    return [
      amount.confidence === 'not-understood'
        ? amount
        : { ...amount, printed: text, end, ...inferred('The words beside the amount are left out.') },
    ]
  }
  return found.map((match) => amountOf(match, unit, start))
}

const notUnderstood = { confidence: 'not-understood', why: 'This is not read as an amount.' } as const
const inferred = (why: string) => ({ confidence: 'inferred', why }) as const

const isOpen = ({ groups = {} }: RegExpMatchArray): boolean =>
  (groups.open === undefined) !== (groups.close === undefined)

function amountOf(match: RegExpMatchArray, columnUnit: MoneyUnit, offset: number): CellAmount {
  const groups = match.groups ?? {}
  const printed = match[0].trim()
  const start = offset + (match.index ?? 0) + match[0].indexOf(printed)
  const written: WrittenAmount = {
    digits: (groups.digits ?? '').replace(/[^\d.]/g, ''),
    isNegative: [groups.open, groups.minus, groups.inner, groups.trailing].some((sign) => sign !== undefined),
    hasPound: groups.pound !== undefined,
    mark: markOf(groups.mark),
  }
  const marks = [groups.before, groups.after].flatMap((mark) => (mark?.trim() ? [mark.trim()] : []))
  const unit = unitIn(written, columnUnit)
  const read = worthOf(written, unit)
  const common = { printed, unit, marks, start, end: start + printed.length }
  if (!read)
    return { ...common, value: null, confidence: 'not-understood', why: 'It has more digits than an amount has.' }
  const why = read.isRounded
    ? 'It is rounded to the penny.'
    : written.mark === null && written.hasPound && columnUnit !== '£'
      ? `It has a pound sign in a column in ${columnUnit} and is read in ${unit}.`
      : groups.trailing !== undefined
        ? 'The minus behind it is read as one before it.'
        : null
  return { ...common, value: read.value, ...(why === null ? { confidence: 'read', why } : inferred(why)) }
}

function unitIn({ mark, hasPound, digits }: WrittenAmount, columnUnit: MoneyUnit): MoneyUnit {
  if (mark !== null) return mark === 'k' ? '£000' : '£m'
  return hasPound && (digits.split('.')[0] ?? '').length >= POUND_DIGITS ? '£' : columnUnit
}
