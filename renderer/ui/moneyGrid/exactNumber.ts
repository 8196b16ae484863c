/** Spreadsheets keep fifteen digits; what stands after them is noise of their arithmetic. */
const DIGITS_KEPT = 15

const shownNumber = /^([-(\u2212\u2013]?)(£?)([-\u2212\u2013]?)(\d[\d,\u00a0\u2009\u202f]*(?:\.\d+)?|\.\d+)\)?$/
const rawNumber = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i

/**
 * The number behind a cell, as a text to be read in its place, where it has more digits than the cell shows. Undefined where the
 * two are not one number: a percentage, a date, or an amount that its format shows in thousands.
 */
export const exactNumber = (shown: string, raw: string | undefined): string | undefined => {
  const [, before = '', pound = '', after = '', written = ''] = shownNumber.exec(shown.replace(/\s+/g, '')) ?? []
  const match = raw === undefined ? null : rawNumber.exec(raw.trim())
  if (written === '' || !match || `${match[2]}${match[3] ?? ''}` === '') return undefined
  const [, rawSign, whole = '', fraction = '', exponent = '0'] = match
  const [, shownFraction = ''] = written.split('.')
  const number = kept(BigInt(whole + fraction), Number(exponent) - fraction.length)
  const isNegative = rawSign === '-' && number.digits !== 0n

  const isSameSign = isNegative === (before + after !== '') || number.digits === 0n
  const shownDigits = BigInt(written.replace(/\D/g, ''))
  if (!isSameSign || roundedTo(number, shownFraction.length) !== shownDigits) return undefined
  return `${isNegative ? '-' : ''}${pound}${inFull(number)}`
}

interface Decimal {
  digits: bigint
  /** The power of ten that the digits are multiplied by. */
  power: number
}

function kept(digits: bigint, power: number): Decimal {
  const tooMany = String(digits).length - DIGITS_KEPT
  return tooMany <= 0 ? { digits, power } : { digits: half(digits, tooMany), power: power + tooMany }
}

/** Without so many of its last digits, half away from zero. */
function half(digits: bigint, places: number): bigint {
  const step = 10n ** BigInt(places)
  return (digits * 2n + step) / (step * 2n)
}

function roundedTo({ digits, power }: Decimal, decimals: number): bigint {
  const shift = power + decimals
  return shift >= 0 ? digits * 10n ** BigInt(shift) : half(digits, -shift)
}

function inFull({ digits, power }: Decimal): string {
  if (power >= 0) return String(digits * 10n ** BigInt(power))
  const text = String(digits).padStart(1 - power, '0')
  return `${text.slice(0, power)}.${text.slice(power)}`.replace(/\.?0+$/, '')
}
