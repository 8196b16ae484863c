import type { MoneyUnit, Pence } from '../../domain/money.ts'

const powerOfUnit: Record<MoneyUnit, number> = { '£': 2, '£000': 5, '£m': 8 }
const fewestDecimals: Record<MoneyUnit, number> = { '£': 0, '£000': 1, '£m': 2 }

/** The exact amount in the unit, as it stands in an open editor: 40,012,345 pence in £000 is `400.12345`. */
export const editableText = (amount: Pence, unit: MoneyUnit): string => {
  const power = powerOfUnit[unit]
  const digits = String(Math.abs(amount)).padStart(power + 1, '0')
  const fraction = digits.slice(-power).replace(/0+$/, '').padEnd(fewestDecimals[unit], '0')
  const whole = digits.slice(0, -power)
  return `${amount < 0 ? '-' : ''}${fraction === '' ? whole : `${whole}.${fraction}`}`
}
