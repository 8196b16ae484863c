import { useEffect, useRef, useSyncExternalStore } from 'react'
import { type ActionId, listedAction } from './actionList.ts'

export interface Action {
  /** Unique among what is on the page; that of a listed action brings its keys. */
  id: string
  words: string
  kind: 'screen' | 'everywhere'
  /** Gives false where the key is to keep what it means to the browser. */
  run: () => unknown
}

let actions: readonly Action[] = []
const listeners = new Set<() => void>()

const setActions = (next: readonly Action[]): void => {
  actions = next
  for (const listener of listeners) listener()
}

/** What can be done on the page as it stands, for Ctrl+K, F1 and the keys. */
export const currentActions = (): readonly Action[] => actions

export const useActions = (): readonly Action[] =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentActions)

/** What an action does here: a screen's own comes before the frame's, and what came onto the page last before the rest. */
export const nearestAction = (of: readonly Action[], id: string): Action | undefined =>
  of.findLast((each) => each.id === id && each.kind === 'screen') ?? of.findLast((each) => each.id === id)

interface ActionOptions {
  /** What the listed action does on this page, in its own words. */
  words?: string
  /** False while it cannot be done. */
  when?: boolean
}

/** Says what a listed action does while the component is on the page. */
export const useAction = (id: ActionId, run: () => unknown, { words, when = true }: ActionOptions = {}): void => {
  const listed = listedAction(id)
  const kind = listed.where === 'everywhere' ? 'everywhere' : 'screen'
  useOwnActions(when ? [{ id, words: words ?? listed.words, kind, run }] : [])
}

/** Offers acts without keys of their own under Ctrl+K while the component is on the page. */
export const useOwnActions = (own: readonly Action[]): void => {
  const latest = useRef(own)
  latest.current = own
  const shape = JSON.stringify(own.map(({ id, words, kind }) => [id, words, kind]))

  // Only when what is offered changes, and not at every drawing: `run` is looked up when it is asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for all of it.
  useEffect(() => {
    const mine = latest.current.map((action, index) => ({ ...action, run: () => latest.current[index]?.run() }))
    setActions([...actions, ...mine])
    return () => setActions(actions.filter((action) => !mine.includes(action)))
  }, [shape])
}
