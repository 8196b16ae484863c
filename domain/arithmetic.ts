import { fail } from './errors.ts'

/** An exact number of pence: `over` divided by `under`, which is above zero. */
export interface ExactPence {
  over: bigint
  under: bigint
}

interface Options {
  /** The power of ten that turns a number without a mark into pence. */
  power: number
  /** What a leading `*` or `/` applies to, in pence. */
  before?: number | undefined
}

/** A number is a plain one until a mark, a unit or a sum with an amount makes it money. */
interface Value extends ExactPence {
  isMoney: boolean
  /** A number that stands alone: in brackets it is written as a negative, which arithmetic does not mean. */
  isBare?: boolean
}

const unseen = /[\u200b-\u200f\u2060]/g
const minuses = /[\u2010-\u2013\u2212]/g
const bracketed = /^(£?)\s*\(([^()+\-*/]+)\)$/
const space = /\s*/y
const number = /(£)?\s*((?:\d{1,3}([,\u00a0\u2007\u2009\u202f])\d{3}(?:\3\d{3})*|\d+)(?:\.\d+)?|\.\d+)(?:\s*([km]))?/iy
const separators = /[,\u00a0\u2007\u2009\u202f]/g
const markPower = { '£': 2, k: 5, m: 8 }

/**
 * The exact value of `£1,234.50`, `(12k)`, `400/3`, `=(120+35)*2`; undefined for what cannot be read. `(12)` alone is
 * minus 12, and after `=` it is 12. One factor of a product may be marked as money, and no divisor. Throws
 * `divided-by-zero`.
 */
export const calculate = (text: string, { power, before }: Options): ExactPence | undefined => {
  const plain = text.replace(unseen, '').replace(minuses, '-').replaceAll('×', '*').replaceAll('÷', '/').trim()
  const isFormula = plain.startsWith('=')
  const negative = isFormula ? null : bracketed.exec(plain)
  const rest = (negative ? `${negative[1]}${negative[2]}` : isFormula ? plain.slice(1) : plain)
    .trim()
    .replace(/^£\s*([-+])/, '$1£')
  let at = 0

  const asMoney = (value: Value): Value =>
    value.isMoney ? value : { over: value.over * 10n ** BigInt(power), under: value.under, isMoney: true }

  const take = (wanted: string): string | undefined => {
    space.lastIndex = at
    const start = at + (space.exec(rest)?.[0].length ?? 0)
    const next = rest.charAt(start)
    if (next === '' || !wanted.includes(next)) return undefined
    at = start + 1
    return next
  }

  const readNumber = (): Value | undefined => {
    space.lastIndex = at
    number.lastIndex = at + (space.exec(rest)?.[0].length ?? 0)
    const match = number.exec(rest)
    if (!match) return undefined
    at = number.lastIndex
    const [, pound, written = '', , suffix] = match
    const [whole = '', fraction = ''] = written.replace(separators, '').split('.')
    const mark = (suffix?.toLowerCase() ?? pound) as keyof typeof markPower | undefined
    const value = { over: BigInt(whole + fraction), under: 10n ** BigInt(fraction.length), isMoney: mark !== undefined }
    return mark === undefined
      ? { ...value, isBare: true }
      : { ...value, over: value.over * 10n ** BigInt(markPower[mark]), isBare: true }
  }

  const readFactor = (): Value | undefined => {
    if (!take('(')) return readNumber()
    const opened = at
    const inner = readSum()
    if (!inner || !take(')')) return undefined
    // Without `=`, brackets around a number or around everything could mean less than nothing as well.
    const isDoubtful = inner.isBare === true || (opened === 1 && at === rest.length)
    return isDoubtful && !isFormula ? undefined : { ...inner, isBare: false }
  }

  const readProduct = (first?: Value): Value | undefined => {
    let value = first ?? readFactor()
    for (let sign = value && take('*/'); value && sign; sign = take('*/')) {
      const factor = readFactor()
      if (!factor || (factor.isMoney && (value.isMoney || sign === '/'))) return undefined
      if (sign === '/' && factor.over === 0n) return fail('divided-by-zero', {})
      const [over, under] = sign === '*' ? [factor.over, factor.under] : [factor.under, factor.over]
      const quotient: Value = {
        over: value.over * over,
        under: value.under * under,
        isMoney: value.isMoney || factor.isMoney,
      }
      value = quotient.under < 0n ? { ...quotient, over: -quotient.over, under: -quotient.under } : quotient
    }
    return value
  }

  const readSum = (first?: Value): Value | undefined => {
    const isNegative = !first && take('+-') === '-'
    let value = readProduct(first)
    if (value && isNegative) value = { ...value, over: -value.over, isBare: false }
    for (let sign = value && take('+-'); value && sign; sign = take('+-')) {
      const term = readProduct()
      if (!term) return undefined
      const [left, right] = value.isMoney || term.isMoney ? [asMoney(value), asMoney(term)] : [value, term]
      const added = sign === '+' ? right.over : -right.over
      value = {
        over: left.over * right.under + added * left.under,
        under: left.under * right.under,
        isMoney: left.isMoney,
      }
    }
    return value
  }

  const isContinued = before !== undefined && /^[*/]/.test(rest) && !negative && !isFormula
  const value = readSum(isContinued ? { over: BigInt(before), under: 1n, isMoney: true } : undefined)
  if (!value || rest.slice(at).trim() !== '') return undefined
  const { over, under } = asMoney(value)
  return { over: negative ? -over : over, under }
}

/** Whole pence, half away from zero. */
export const roundedPence = ({ over, under }: ExactPence): bigint => {
  const size = over < 0n ? -over : over
  const rounded = (size * 2n + under) / (under * 2n)
  return over < 0n ? -rounded : rounded
}
