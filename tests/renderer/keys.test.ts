import { expect, test } from 'vitest'
import { linesEverywhere, linesOfGrid } from '../../renderer/features/keys/keyLines.ts'
import { actionIds, listedAction } from '../../renderer/lib/actionList.ts'
import { chordOf, isUsableChord } from '../../renderer/lib/chord.ts'
import { actionOfKey, keysOf } from '../../renderer/lib/keptKeys.ts'
import { refuseKey } from '../../renderer/lib/refuseKey.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('a press is written as readers know it', () => {
  expect(
    [
      press('k', { ctrlKey: true }),
      press('K', { metaKey: true }),
      press('Z', { ctrlKey: true, shiftKey: true }),
      press('PageDown', { altKey: true }),
      press('F6', { shiftKey: true }),
      press('/', { ctrlKey: true, shiftKey: true }),
      press('[', { ctrlKey: true }),
      press(' ', { shiftKey: true }),
    ].map(chordOf),
  ).toEqual(['Ctrl+K', 'Ctrl+K', 'Ctrl+Shift+Z', 'Alt+PgDn', 'Shift+F6', 'Ctrl+/', 'Ctrl+[', 'Shift+Space'])
})

test('what is held down alone is no press yet, and AltGr types', () => {
  expect(['Control', 'Shift', 'Alt', 'Meta'].map((key) => chordOf(press(key, { ctrlKey: true })))).toEqual(
    Array(4).fill(undefined),
  )
  const altGr = {
    ...press('@', { ctrlKey: true, altKey: true }),
    getModifierState: (key: string) => key === 'AltGraph',
  }
  expect(chordOf(altGr)).toBe('@')
})

test('no two acts come with the same key, and each key is one that an act may have', () => {
  const keys = actionIds.flatMap((id) => listedAction(id).keys)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  const refused = actionIds.flatMap((id) => listedAction(id).keys.map((key) => refuseKey(id, key, {})))
  // On a row heading Ctrl+Enter opens the page of the row; elsewhere it is the main action of the page.
  expect(refused.filter((words) => words !== undefined)).toEqual([])
})

test('nothing is done by a letter alone', () => {
  expect(['k', 'K', 'Shift+K', '?', 'Enter', 'Shift+Enter', '↑', 'Tab'].filter(isUsableChord)).toEqual([])
  expect(['Ctrl+K', 'Alt+PgUp', 'F6', 'Shift+F12'].filter((chord) => !isUsableChord(chord))).toEqual([])
})

test('a changed key takes the place of those that came, and what it was is free again', () => {
  const changed = { export: ['Ctrl+Shift+E'] }
  expect(keysOf('export', changed)).toEqual(['Ctrl+Shift+E'])
  expect(actionOfKey('Ctrl+Shift+E', changed)).toBe('export')
  expect(actionOfKey('Ctrl+E', changed)).toBeUndefined()
  expect(refuseKey('find', 'Ctrl+E', changed)).toBeUndefined()
})

test('a key that cannot be taken is refused with what has it', () => {
  expect([
    refuseKey('export', 'Ctrl+K', {}),
    refuseKey('export', 'Ctrl+T', {}),
    refuseKey('export', 'Alt+R', {}),
    refuseKey('export', 'E', {}),
    refuseKey('export', 'Ctrl+E', {}),
  ]).toEqual([
    'Ctrl+K is the key for “Search or do”. Press another, or change that one first',
    'The browser keeps Ctrl+T: a new tab. Press another key',
    'In a grid Alt+R has a meaning: read the cell in full. Press another key',
    'E types or moves. Press a key together with Ctrl or Alt, or one of F1 to F12',
    undefined,
  ])
})

test('who may change nothing is shown no key that changes a grid or undoes a change', () => {
  const may = (isAllowed: boolean) => ({ mayUndo: isAllowed, mayEdit: isAllowed })
  const shown = (isAllowed: boolean) =>
    [...linesEverywhere({}, may(isAllowed)), ...linesOfGrid(may(isAllowed))].map(({ keys }) => keys)
  expect(shown(true).filter((keys) => !shown(false).includes(keys))).toEqual([
    'Ctrl+Z',
    'Ctrl+Shift+Z',
    'Typing, Enter or F2',
    'Enter, Shift+Enter',
    'Tab, Shift+Tab',
    'Ctrl+V',
    'Ctrl+R, Ctrl+D',
    'Delete',
  ])
})
