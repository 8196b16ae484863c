import { allOf, type Cause, type Check } from '../../lib/checks.ts'

/** The findings of a cause that an act is about, with the figures that the reader has seen. */
export const findingsOf = (cause: Cause, canBe: (check: Check) => boolean) =>
  allOf(cause)
    .filter(canBe)
    .map(({ finding: { id, fingerprint } }) => ({ findingId: id, fingerprint }))
