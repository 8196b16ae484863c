import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { ActionId } from '../../lib/actionList.ts'
import { type Chord, chordOf } from '../../lib/chord.ts'
import { refuseKey } from '../../lib/refuseKey.ts'
import classes from './Keys.module.css'

interface KeyFieldProps {
  id: ActionId
  onKey: (chord: Chord) => void
  onCancel: () => void
}

/** Waits for the new key of an action; a key that cannot be taken is refused beside it, and Esc or Tab gives up. */
export function KeyField({ id, onKey, onCancel }: KeyFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [refusal, setRefusal] = useState('')
  const errorId = useId()

  useEffect(() => field.current?.focus(), [])

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Tab leaves, as everywhere: nobody is held fast here.
    if (event.key === 'Tab') return
    const chord = chordOf(event.nativeEvent)
    event.preventDefault()
    event.stopPropagation()
    // What the page listens for must not be done while its key is being chosen.
    event.nativeEvent.stopImmediatePropagation()
    if (chord === undefined) return
    if (chord === 'Esc') return onCancel()
    const refused = refuseKey(id, chord)
    if (refused === undefined) onKey(chord)
    else setRefusal(refused)
  }
  return (
    <span className={classes.asking}>
      <input
        ref={field}
        className={classes.field}
        aria-label="Press the new key"
        aria-invalid={refusal !== ''}
        aria-describedby={errorId}
        placeholder="Press the new key"
        readOnly
        value=""
        onKeyDown={press}
        onBlur={onCancel}
      />
      <span id={errorId} role="alert" className={classes.refusal}>
        {refusal}
      </span>
    </span>
  )
}
