import { fail } from '../errors.ts'
import type { SchemeAttributes } from './scheme.ts'

const WHOLE_BP = 10_000

/** Throws `shares-not-whole` when the shares of joint commissioners do not add up to 100 % (R28). */
export const checkCommissioner = (
  scheme: Pick<SchemeAttributes, 'commissioner' | 'nhsShareBp' | 'laShareBp'>,
): void => {
  const nhs = scheme.nhsShareBp ?? 0
  const la = scheme.laShareBp ?? 0
  if (scheme.commissioner === 'joint' && nhs + la !== WHOLE_BP) fail('shares-not-whole', { nhs, la })
}
