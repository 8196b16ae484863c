import type { Part } from '../model/reportModel.ts'

/** How deep Word numbers a paragraph: 0 for `4`, 2 for `4.4.4`. */
type Depth = number

const plainNumber = /^[1-9]\d{0,4}(\.[1-9]\d{0,4}){0,8}$/

/**
 * The parts whose numbers Word counts by itself, with their depth. One list counts them all, so where it would come to
 * another number than the report has, all numbers are written as text.
 */
export const numbersInWord = (parts: readonly Part[]): ReadonlyMap<string, Depth> => {
  const depths = new Map<string, Depth>()
  let counted: number[] = []
  for (const part of parts) {
    const number = 'number' in part ? part.number : null
    if (number === null || !plainNumber.test(number)) continue
    const depth = number.split('.').length - 1
    counted = [...counted.slice(0, depth), (counted[depth] ?? 0) + 1]
    // A level that was passed over has no number yet.
    if (Array.from(counted, (each) => each ?? 0).join('.') !== number) return new Map()
    depths.set(part.id, depth)
  }
  return depths
}
