import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextToRedo, nextToUndo, type UndoStep } from '../../domain/undo.ts'

const change = (seq: number, actor = 'me'): UndoStep => ({ seq, actor, isUndoable: true, undoesSeq: null })
const posting = (seq: number, actor = 'me'): UndoStep => ({ ...change(seq, actor), isUndoable: false })
const undoing = (seq: number, undoesSeq: number, actor = 'me'): UndoStep => ({ ...change(seq, actor), undoesSeq })
const next = (...events: UndoStep[]) => [nextToUndo(events, 'me'), nextToRedo(events, 'me')]

describe('undo', () => {
  test('takes back one’s own last change, and then the one before', () => {
    expect(next()).toEqual([undefined, undefined])
    expect(next(change(1), change(2))).toEqual([2, undefined])
    expect(next(change(1), change(2), undoing(3, 2))).toEqual([1, 3])
    expect(next(change(1), change(2), undoing(3, 2), undoing(4, 1))).toEqual([undefined, 4])
  })

  test('of an undo is a redo, which can be undone again', () => {
    expect(next(change(1), undoing(2, 1), undoing(3, 2))).toEqual([3, undefined])
    expect(next(change(1), undoing(2, 1), undoing(3, 2), undoing(4, 3))).toEqual([undefined, 4])
  })

  test('has nothing to redo once something else was changed', () => {
    expect(next(change(1), undoing(2, 1), change(3))).toEqual([3, undefined])
    expect(next(change(1), undoing(2, 1), posting(3))).toEqual([undefined, undefined])
  })

  test('passes over what others did and over what was posted under a decision', () => {
    expect(next(change(1), change(2, 'you'), posting(3), undoing(4, 2, 'you'))).toEqual([1, undefined])
  })

  test('does not mind the order in which events are given, nor an undo of something out of reach', () => {
    expect(next(undoing(3, 2), change(1), change(2))).toEqual([1, 3])
    expect(next(undoing(7, 2), change(8))).toEqual([8, undefined])
  })

  test('and redo walk up and down any history without losing their place', () => {
    const acts = fc.array(fc.constantFrom('change', 'undo', 'redo'), { maxLength: 40 })
    fc.assert(
      fc.property(acts, (given) => {
        const events: UndoStep[] = []
        // What stands after each act is tracked beside the events, as a list of texts with a cursor.
        let [done, undone]: [number[], number[]] = [[], []]
        const standing = new Map<number, number>()
        for (const [index, act] of given.entries()) {
          const seq = index + 1
          if (act === 'change') {
            events.push(change(seq))
            standing.set(seq, seq)
            done = [...done, seq]
            undone = []
            continue
          }
          const target = act === 'undo' ? nextToUndo(events, 'me') : nextToRedo(events, 'me')
          const expected = act === 'undo' ? done.at(-1) : undone.at(-1)
          expect(target === undefined ? undefined : standing.get(target)).toBe(expected)
          if (target === undefined || expected === undefined) continue
          events.push(undoing(seq, target))
          standing.set(seq, expected)
          if (act === 'undo') [done, undone] = [done.slice(0, -1), [...undone, expected]]
          else [done, undone] = [[...done, expected], undone.slice(0, -1)]
        }
      }),
    )
  })
})
