import { moneyInText } from '../../domain/authority/moneyInText.ts'
import { formatMoney, formatPlain, MoneyUnit, type Pence } from '../../domain/money.ts'

/** A number with fewer digits may count anything. */
const FEWEST_DIGITS = 4
/** A rounded figure tells of an amount if it has about two digits of it. */
const LEAST_TOLD = 10

const year = /^(?:19|20|21)\d{2}$/

/**
 * Looks for amounts in a text, as it writes them: with a pound sign, in thousands or millions, rounded, or as the bare
 * number of a cell. Nothing is not looked for, and the sign does not count.
 */
export const findAmounts = (amounts: readonly Pence[]): ((text: string) => Pence[]) => {
  const sizes = [...new Set(amounts.map((amount) => Math.abs(amount)))].filter((size) => size !== 0) as Pence[]
  const byForm = new Map<string, Pence[]>()
  for (const size of sizes) {
    for (const form of new Set(formsOf(size))) byForm.set(form, [...(byForm.get(form) ?? []), size])
  }
  const byStep = new Map<number, Map<number, Pence[]>>()
  const rounded = (step: number): Map<number, Pence[]> => {
    const known = byStep.get(step) ?? Map.groupBy(sizes, (size) => Math.round(size / step) * step)
    byStep.set(step, known)
    return known
  }
  return (text) => {
    if (sizes.length === 0) return []
    const stated = moneyInText(text).flatMap(({ value, step }) =>
      (rounded(step).get(value) ?? []).filter((size) => size === value || step * LEAST_TOLD <= size),
    )
    const bare = (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).flatMap((number) => byForm.get(plain(number)) ?? [])
    return [...new Set([...stated, ...bare])]
  }
}

const formsOf = (size: Pence): string[] =>
  [formatPlain(size), String(size), ...MoneyUnit.options.map((unit) => formatMoney(size, unit))]
    .map(plain)
    .filter((form) => form.replace('.', '').length >= FEWEST_DIGITS && !year.test(form))

const plain = (number: string): string => number.replaceAll(',', '').replace(/\.00$/, '')
