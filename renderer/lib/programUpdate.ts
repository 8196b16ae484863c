import { useSyncExternalStore } from 'react'
import { isOfOtherVersion } from './failure.ts'

let wasUpdated = false
const listeners = new Set<() => void>()

/** Notes of a call that failed whether the program is no longer the one that this page came from. */
export const noteProgramUpdate = (error: unknown): void => {
  if (wasUpdated || !isOfOtherVersion(error)) return
  wasUpdated = true
  for (const listener of listeners) listener()
}

/** Whether the program was updated since the page was loaded; only loading it again ends that. */
export const useProgramUpdate = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => wasUpdated,
  )
