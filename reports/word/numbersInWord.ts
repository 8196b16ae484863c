import type { Part } from '../model/reportModel.ts'

/** How Word counts a part: in which of its lists, and how deep, 0 for `4` and 2 for `4.4.4`. */
export interface CountedNumber {
  list: number
  depth: number
}

const plainNumber = /^[1-9]\d{0,4}(\.[1-9]\d{0,4}){0,8}$/

/**
 * The parts whose numbers Word counts by itself. A number 1 that does not follow begins a new list; where Word would still
 * come to another number than the report has, all numbers are written as text.
 */
export const numbersInWord = (parts: readonly Part[]): ReadonlyMap<string, CountedNumber> => {
  const counted = new Map<string, CountedNumber>()
  let list = 1
  let last: number[] = []
  for (const part of parts) {
    const number = 'number' in part ? part.number : null
    if (number === null || !plainNumber.test(number)) continue
    const depth = number.split('.').length - 1
    const next = [...last.slice(0, depth), (last[depth] ?? 0) + 1]
    if (next.join('.') === number) last = next
    else if (number === '1') {
      list += 1
      last = [1]
    } else return new Map()
    counted.set(part.id, { list, depth })
  }
  return counted
}
