import type { HTTPLinkOptions } from '@trpc/client'
import { findFailure } from './failure.ts'
import { noteAnswer, programChange } from './programUpdate.ts'
import { untilUnlocked } from './unlock.ts'

const NOT_SIGNED_IN = 401

/** A `fetch` that lets a call which found the session locked wait for the password, and makes it again then; `onRefused` asks who sits there now. */
export const waitForUnlock =
  (onRefused: () => void): NonNullable<HTTPLinkOptions<never>['fetch']> =>
  async (input, init) => {
    for (;;) {
      const response = await fetch(String(input), init as RequestInit)
      noteAnswer(response)
      if (response.status !== NOT_SIGNED_IN || programChange() === 'restarted') return response
      const { error } = (await response.clone().json()) as { error?: unknown }
      const failure = findFailure(error)
      onRefused()
      const isLocked = failure?.code === 'sign-in-needed' && failure.detail.why === 'idle'
      if (!isLocked || String(input).includes('/session.') || !(await untilUnlocked())) return response
    }
  }
