import { useSyncExternalStore } from 'react'

let isOpen = false
const listeners = new Set<() => void>()

/** Opens or closes what Ctrl+K opens, from wherever that is asked for. */
export const setPaletteOpen = (open: boolean): void => {
  isOpen = open
  for (const listener of listeners) listener()
}

export const usePaletteOpen = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isOpen,
  )
