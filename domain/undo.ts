/** What undo needs to know of an event. `undoesSeq` names the event that this one undid or, undoing an undo, redid. */
export interface UndoStep {
  seq: number
  actor: string
  isUndoable: boolean
  undoesSeq: number | null
}

/** The event that the actor's next undo takes back; undefined when there is none. */
export const nextToUndo = (events: readonly UndoStep[], actor: string): number | undefined =>
  stacks(events, actor).undo.at(-1)

/** The undo that the actor's next redo takes back; undefined when there is none, or something was changed since. */
export const nextToRedo = (events: readonly UndoStep[], actor: string): number | undefined =>
  stacks(events, actor).redo.at(-1)

function stacks(events: readonly UndoStep[], actor: string): { undo: number[]; redo: number[] } {
  const undo: number[] = []
  let redo: number[] = []
  for (const event of [...events].sort((a, b) => a.seq - b.seq)) {
    if (event.actor !== actor) continue
    if (event.undoesSeq === null) {
      redo = []
      if (event.isUndoable) undo.push(event.seq)
    } else if (remove(undo, event.undoesSeq)) redo.push(event.seq)
    else if (remove(redo, event.undoesSeq)) undo.push(event.seq)
  }
  return { undo, redo }
}

function remove(stack: number[], seq: number): boolean {
  const index = stack.lastIndexOf(seq)
  if (index >= 0) stack.splice(index, 1)
  return index >= 0
}
