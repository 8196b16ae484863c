import type { MoneyUnit, Pence } from '../money.ts'
import { markOf, unitOf, type WrittenAmount, worthOf } from './writtenAmount.ts'

/** What looks like an amount in a text; `value` is null for a number that is not money. */
export interface TextAmount {
  printed: string
  start: number
  end: number
  unit: MoneyUnit
  value: Pence | null
  why: string | null
}

const grouped = String.raw`\d{1,3}(?:[,\u00a0\u2007\u2009\u202f]\d{3})+`
const pattern = new RegExp(
  String.raw`(?<minus>[-\u2212])?(?<pound>£)\s?(?<inner>[-\u2212])?(?<digits>(?:${grouped}|\d+)(?:\.\d+)?|\.\d+)(?:\s?(?<mark>k|m|bn|mn|thousand|million|billion)\b)?` +
    String.raw`|(?<![\p{L}\d.,/£#-])(?<bare>(?:${grouped}|\d+)(?:\.\d+)?)(?:\s?(?<bareMark>k|m|bn|thousand|million|billion)\b)?(?![\p{L}\d/%]|[.,/-]\d|\s?%)`,
  'giu',
)
const address = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi

/** Every amount of money in a text, and every number that could be one: years, dates, shares and references could not. */
export const amountsInText = (text: string): TextAmount[] => {
  const addresses = [...text.matchAll(address)].map(({ 0: found, index }) => [index, index + found.length] as const)
  return [...text.matchAll(pattern)].flatMap((match): TextAmount[] => {
    const { groups = {}, index } = match
    if (addresses.some(([from, to]) => index >= from && index < to)) return []
    const printed = match[0]
    const common = { printed, start: index, end: index + printed.length }
    const mark = markOf(groups.mark ?? groups.bareMark)
    const number = groups.digits ?? groups.bare ?? ''
    const written: WrittenAmount = {
      digits: number.replace(/[^\d.]/g, ''),
      isNegative: groups.minus !== undefined || groups.inner !== undefined,
      hasPound: groups.pound !== undefined,
      mark,
    }
    if (!written.hasPound && mark === null) {
      if (!isLarge(number)) return []
      return [{ ...common, unit: '£', value: null, why: 'It is a number without a pound sign or a unit.' }]
    }
    const unit = unitOf(written)
    const read = worthOf(written, unit)
    if (!read) return [{ ...common, unit, value: null, why: 'It has more digits than an amount has.' }]
    const isBare = !written.hasPound
    const why = isBare
      ? 'It is read as money, though no pound sign stands before it.'
      : read.isRounded
        ? 'It is rounded to the penny.'
        : null
    return [{ ...common, unit, value: read.value, why }]
  })
}

/** Four digits and more, or thousands, but no year. */
const isLarge = (number: string): boolean => {
  const isYear = /^(?:19|20|21)\d{2}$/.test(number)
  return (
    !isYear &&
    (/\D/.test(number.replace(/\.\d+$/, '')) || number.replace(/\..*/, '').length >= 4 || /^\d{3}\.\d+$/.test(number))
  )
}
