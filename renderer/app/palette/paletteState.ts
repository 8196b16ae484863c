import { useSyncExternalStore } from 'react'

interface PaletteState {
  isOpen: boolean
  /** What stands in the field. Kept when it closes: who opens it again goes on from there, or types over it. */
  query: string
}

let state: PaletteState = { isOpen: false, query: '' }
const listeners = new Set<() => void>()

const set = (next: PaletteState): void => {
  state = next
  for (const listener of listeners) listener()
}

/** Opens what Ctrl+K opens, with the last query unless one is given. */
export const openPalette = (query = state.query): void => set({ isOpen: true, query })

export const closePalette = (): void => set({ ...state, isOpen: false })

export const setPaletteQuery = (query: string): void => set({ ...state, query })

export const usePaletteState = (): PaletteState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
