import type { Chord } from './chord.ts'

export interface ListedAction {
  words: string
  /** Its keys until the reader changes them. */
  keys: readonly Chord[]
  /** Whether it is there on every page, or on those that have it. */
  where: 'everywhere' | 'some screens'
  /** Within a text box the key keeps what it means there. */
  isLeftToText?: boolean
}

/** Every act that has a key or may be given one. What it does, the frame or a screen says with `useAction`. */
export const actionList = {
  search: { words: 'Search or do', keys: ['Ctrl+K'], where: 'everywhere' },
  keys: { words: 'Show the keys of this screen', keys: ['F1', 'Ctrl+/'], where: 'everywhere' },
  'next-region': { words: 'Go to the next region of the page', keys: ['F6'], where: 'everywhere' },
  'previous-region': { words: 'Go to the previous region of the page', keys: ['Shift+F6'], where: 'everywhere' },
  undo: { words: 'Undo your last change', keys: ['Ctrl+Z'], where: 'everywhere', isLeftToText: true },
  redo: { words: 'Redo what you undid', keys: ['Ctrl+Shift+Z'], where: 'everywhere', isLeftToText: true },
  saved: { words: 'Say when it was saved', keys: ['Ctrl+S'], where: 'everywhere' },
  'copy-link': { words: 'Copy a link to this view', keys: ['Ctrl+Shift+L'], where: 'everywhere' },
  main: { words: 'Main action of the page', keys: ['Ctrl+Enter'], where: 'some screens' },
  export: { words: 'Open the list of exports', keys: ['Ctrl+E'], where: 'some screens' },
  find: { words: 'Filter the list', keys: ['Ctrl+F'], where: 'some screens' },
  'previous-scheme': { words: 'Previous scheme, case or item', keys: ['Alt+PgUp'], where: 'some screens' },
  'next-scheme': { words: 'Next scheme, case or item', keys: ['Alt+PgDn'], where: 'some screens' },
  'next-check': { words: 'Next check', keys: ['F8'], where: 'some screens' },
  'previous-check': { words: 'Previous check', keys: ['Shift+F8'], where: 'some screens' },
} as const satisfies Record<string, ListedAction>

export type ActionId = keyof typeof actionList

export const actionIds = Object.keys(actionList) as ActionId[]

/** The same with the parts that an action may lack. */
export const listedAction = (id: ActionId): ListedAction => actionList[id]
