import { fail } from '../errors.ts'
import { type Pence, sum } from '../money.ts'

/** R01: throws `does-not-cast` when the lines do not add up to the total that a paper states. */
export const checkCast = (stated: Pence, lines: readonly { amount: Pence }[]): void => {
  const computed = sum(lines.map((line) => line.amount))
  if (computed !== stated) fail('does-not-cast', { stated, computed })
}
