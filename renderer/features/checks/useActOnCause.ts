import { useState } from 'react'
import { allOf, type Cause, type Check } from '../../lib/checks.ts'

/** Does one act to every finding of a cause that it can be done to, one after another; a refusal stops it. */
export const useActOnCause = (act: (check: Check) => Promise<unknown>) => {
  const [isBusy, setBusy] = useState(false)
  return {
    isBusy,
    actOn: async (cause: Cause, canBe: (check: Check) => boolean) => {
      setBusy(true)
      try {
        for (const check of allOf(cause).filter(canBe)) await act(check)
      } finally {
        setBusy(false)
      }
    },
  }
}
