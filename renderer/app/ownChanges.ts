import { countOf } from '../lib/format.ts'
import { operationWords } from '../lib/operationWords.ts'

interface ListedChange {
  seq: number
  operation: string
  subject: string
  cells: number | null
  undoesSeq: number | null
  recordedAt: string
}

interface ListedChanges {
  changes: readonly ListedChange[]
  next: number | null
  redo: number | null
}

export interface OwnChange {
  seq: number
  words: string
  isUndone: boolean
  /** What Ctrl+Z or Ctrl+Shift+Z would do with it now. */
  act: 'undo' | 'redo' | null
  recordedAt: string
}

/** The actor's changes, newest first, as each stands now: undoing and redoing are turns of a change and not changes to list. */
export const ownChanges = (list: ListedChanges): OwnChange[] => {
  const turns = list.changes.filter(({ undoesSeq }) => undoesSeq !== null).map(({ seq }) => originOf(list, seq))
  const [next, redo] = [list.next, list.redo].map((seq) => (seq === null ? null : originOf(list, seq)))
  return list.changes
    .filter(({ undoesSeq }) => undoesSeq === null)
    .map((change) => ({
      seq: change.seq,
      words: inWords(change),
      isUndone: turns.filter((seq) => seq === change.seq).length % 2 === 1,
      act: change.seq === next ? 'undo' : change.seq === redo ? 'redo' : null,
      recordedAt: change.recordedAt,
    }))
}

/** The change that an event made, undid or redid, in words. */
export const changeInWords = (list: ListedChanges, seq: number): string => {
  const origin = originOf(list, seq)
  const change = list.changes.find((each) => each.seq === origin)
  return change ? inWords(change) : 'an earlier change'
}

function inWords({ operation, subject, cells }: ListedChange): string {
  const what = cells !== null && cells > 1 ? countOf(cells, 'cell') : subject
  return [operationWords(operation), what].filter(Boolean).join(', ')
}

function originOf(list: ListedChanges, seq: number): number {
  const undone = list.changes.find((each) => each.seq === seq)?.undoesSeq ?? null
  return undone === null ? seq : originOf(list, undone)
}
