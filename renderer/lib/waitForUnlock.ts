import type { TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '../../electron/app/router.ts'
import { findFailure } from './failure.ts'
import { untilUnlocked } from './unlock.ts'

/** Lets a call that found the session locked wait for the password, and makes it again then; `onRefused` asks who sits there now. */
export const waitForUnlock =
  (onRefused: () => void): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let isOver = false
      let current: { unsubscribe: () => void } | undefined
      const attempt = (): void => {
        current = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            const failure = findFailure(error)
            if (failure?.code !== 'sign-in-needed') return observer.error(error)
            onRefused()
            if (failure.detail.why !== 'idle' || op.path.startsWith('session.')) return observer.error(error)
            void untilUnlocked().then((isOpen) => {
              if (isOver) return
              if (isOpen) attempt()
              else observer.error(error)
            })
          },
        })
      }
      attempt()
      return () => {
        isOver = true
        current?.unsubscribe()
      }
    })
