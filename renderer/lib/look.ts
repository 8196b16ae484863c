import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { choiceOf, keepChoice } from './choices.ts'

/** How high the rows of grids are: 32 or 40 pixels. */
export const Density = z.enum(['compact', 'comfortable'])
export type Density = z.infer<typeof Density>

export const densityWords: Record<Density, string> = { compact: 'Compact', comfortable: 'Comfortable' }
export const appearanceWords = { auto: 'As the system', light: 'Light', dark: 'Dark' } as const
export type Appearance = keyof typeof appearanceWords
export const appearances = Object.keys(appearanceWords) as Appearance[]

const listeners = new Set<() => void>()
let density = Density.catch('compact').parse(choiceOf('rows'))

/** Draws the page as the reader last chose; before anything is drawn, so that nothing jumps. */
export const drawDensity = (): void => document.documentElement.setAttribute('data-rows', density)

export const setDensity = (next: Density): void => {
  density = next
  drawDensity()
  for (const listener of listeners) listener()
  keepChoice('rows', next)
}

export const useDensity = (): Density =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => density,
  )
