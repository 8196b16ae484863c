import { useSyncExternalStore } from 'react'

/** What the status line at the foot of the page says. */
export interface Status {
  message: string
  /** What the cells that are selected in a grid come to. */
  selection: string
}

let status: Status = { message: '', selection: '' }
const listeners = new Set<() => void>()

const set = (next: Status): void => {
  status = next
  for (const listener of listeners) listener()
}

/** Says the result of the user's own act, politely, in the status line. */
export const announce = (message: string): void => set({ ...status, message })

/** Says what the selected cells come to; empty when the selection is gone. */
export const announceSelection = (selection: string): void => {
  if (selection !== status.selection) set({ ...status, selection })
}

export const useStatus = (): Status =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => status,
  )
