import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import classes from './EditorField.module.css'
import type { GridEditor } from './gridState.ts'

/** `here` keeps the focus in the cell, `stay` leaves it where it went. */
export type EditorDirection = 'down' | 'up' | 'right' | 'left' | 'here' | 'stay'

interface EditorFieldProps {
  editor: GridEditor
  label: string
  /** What the text comes to, in full pounds; empty while it cannot be read. */
  meant: string
  onType: (text: string) => void
  /** False where what was typed is not taken as it is. */
  onCommit: (direction: EditorDirection) => boolean
  onGiveUp: () => void
  onLeaveEmpty: () => void
}

/** The field that opens in a cell. Enter goes down, Tab right, Esc gives up; the amount meant stands under it in full. */
export function EditorField({ editor, label, meant, onType, onCommit, onGiveUp, onLeaveEmpty }: EditorFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const noteId = useId()

  // biome-ignore lint/correctness/useExhaustiveDependencies: only as it opens, because typing moves the caret by itself.
  useEffect(() => {
    const input = field.current
    if (!input) return
    input.focus()
    input.setSelectionRange(editor.isTypedOver ? input.value.length : 0, input.value.length)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    // The main action of the page, as in every cell: the amount is kept first, and what is not taken stays.
    const isMain = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (isMain && onCommit('here')) return
    const direction =
      event.key === 'Enter'
        ? event.shiftKey
          ? 'up'
          : 'down'
        : event.key === 'Tab'
          ? event.shiftKey
            ? 'left'
            : 'right'
          : null
    if (event.key === 'Escape') onGiveUp()
    else if (direction && !isMain) onCommit(direction)
    else if (!isMain) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span className={classes.editor}>
      <input
        ref={field}
        className={classes.field}
        type="text"
        size={1}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-describedby={noteId}
        aria-invalid={editor.message !== null}
        value={editor.text}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => (editor.text.trim() === '' ? onLeaveEmpty() : editor.message === null && onCommit('stay'))}
      />
      <span id={noteId} className={classes.note} data-refused={editor.message !== null || undefined} role="status">
        {editor.message ?? meant}
      </span>
    </span>
  )
}
