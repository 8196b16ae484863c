import { expect, test } from 'vitest'
import { changeInWords, ownChanges } from '../../renderer/app/ownChanges.ts'

const recordedAt = '2020-08-28T08:00:00.000Z'
const event = (seq: number, undoesSeq: number | null, cells: number | null = null) => ({
  seq,
  undoesSeq,
  cells,
  recordedAt,
  operation: undoesSeq === null ? 'plan.set' : 'undo.undo',
  subject: 'Leeds Care Record',
})

/** A change and a paste; the paste was undone, redone and undone again, then the change was undone too. */
const list = {
  changes: [event(6, 1), event(5, 4), event(4, 3), event(3, 2), event(2, null, 3), event(1, null, 1)],
  next: null,
  redo: 6,
}

test('what was undone and redone is listed once, as it stands now, with what Ctrl+Z or Ctrl+Shift+Z would do', () => {
  expect(ownChanges(list)).toEqual([
    { seq: 2, words: 'Plan figures changed, 3 cells', isUndone: true, act: null, recordedAt },
    { seq: 1, words: 'Plan figures changed, Leeds Care Record', isUndone: true, act: 'redo', recordedAt },
  ])
  expect(ownChanges({ changes: list.changes.slice(2), next: 4, redo: null })).toEqual([
    { seq: 2, words: 'Plan figures changed, 3 cells', isUndone: false, act: 'undo', recordedAt },
    { seq: 1, words: 'Plan figures changed, Leeds Care Record', isUndone: false, act: null, recordedAt },
  ])
})

test('undoing a redo speaks of the change, and one too old to be listed is an earlier one', () => {
  expect([5, 4, 3, 2].map((seq) => changeInWords(list, seq))).toEqual(
    Array.from({ length: 4 }, () => 'Plan figures changed, 3 cells'),
  )
  expect(changeInWords({ changes: [event(9, 3)], next: null, redo: 9 }, 9)).toBe('an earlier change')
})
