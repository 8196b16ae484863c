import type { Part } from '../model/reportModel.ts'
import { placeInWords, type ReportAmount } from './amountsOfReport.ts'
import type { Equation } from './workedOut.ts'

/** More names than this are counted. */
const MOST_NAMED = 6

/** `“Total”, 2020/21 (Money) less “Wi-Fi”, 2020/21 (Money).`: from what an amount can be worked out. */
export const equationInWords = (
  parts: readonly Part[],
  all: readonly ReportAmount[],
  solved: number,
  equation: Equation,
): string => {
  const own = equation.get(solved) ?? 1n
  const terms = [...equation]
    .filter(([at]) => at !== solved && all[at]?.amount !== null)
    .map(([at, coefficient]) => ({ at, coefficient: own < 0n ? coefficient : -coefficient }))
    .sort((one, other) => Number(other.coefficient > 0n) - Number(one.coefficient > 0n))
  if (terms.length === 0) return 'It adds nothing but words, and is nothing.'
  const times = own < 0n ? -own : own
  const named = terms.slice(0, MOST_NAMED).map(({ at, coefficient }, index) => {
    const place = all[at]?.place
    const size = coefficient < 0n ? -coefficient : coefficient
    const joint = coefficient < 0n ? (index === 0 ? 'nothing less ' : ' less ') : index === 0 ? '' : ' plus '
    return `${joint}${size === 1n ? '' : `${size} times `}${place ? placeInWords(parts, place) : ''}`
  })
  const more = terms.length - named.length
  const whole = `${named.join('')}${more > 0 ? ` and ${more} more in the same way` : ''}`
  return times === 1n ? `it is ${whole}.` : `${times} times it is ${whole}.`
}
