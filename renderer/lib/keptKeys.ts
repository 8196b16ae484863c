import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { type ActionId, actionIds, listedAction } from './actionList.ts'
import { choiceOf, keepChoice } from './choices.ts'
import type { Chord } from './chord.ts'

const Kept = z.record(z.string(), z.array(z.string().max(40)).max(4))

/** The keys that this reader has changed, by action. */
export type ChangedKeys = Partial<Record<ActionId, readonly Chord[]>>

let changed: ChangedKeys = read()
const listeners = new Set<() => void>()

/** The keys of an action: the reader's own, or those that it comes with. */
export const keysOf = (id: ActionId, own: ChangedKeys = changed): readonly Chord[] => own[id] ?? listedAction(id).keys

/** The action that a chord is given to; undefined for a chord that is free. */
export const actionOfKey = (chord: Chord, own: ChangedKeys = changed): ActionId | undefined =>
  actionIds.find((id) => keysOf(id, own).includes(chord))

/** Gives an action one key of the reader's choice; null goes back to those that it comes with. */
export const changeKeys = (id: ActionId, chord: Chord | null): void => {
  const { [id]: _, ...others } = changed
  changed = chord === null ? others : { ...others, [id]: [chord] }
  keep()
}

export const resetKeys = (): void => {
  changed = {}
  keep()
}

export const useChangedKeys = (): ChangedKeys =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => changed,
  )

function keep(): void {
  for (const listener of listeners) listener()
  keepChoice('keys', JSON.stringify(changed))
}

function read(): ChangedKeys {
  try {
    const kept = Kept.parse(JSON.parse(choiceOf('keys') ?? '{}'))
    return Object.fromEntries(Object.entries(kept).filter(([id]) => actionIds.some((known) => known === id)))
  } catch {
    return {}
  }
}
