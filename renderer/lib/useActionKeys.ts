import { useEffect } from 'react'
import { listedAction } from './actionList.ts'
import { chordOf } from './chord.ts'
import { actionOfKey } from './keptKeys.ts'
import { currentActions, nearestAction } from './useAction.ts'

/** Runs the action whose key is pressed. Whoever handled the key before, as a grid does with its own, keeps it. */
export const useActionKeys = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const chord = event.defaultPrevented ? undefined : chordOf(event)
      const id = chord === undefined ? undefined : actionOfKey(chord)
      if (id === undefined || (listedAction(id).isLeftToText && isTextBox(event.target))) return
      const action = nearestAction(currentActions(), id)
      // Behind an open dialog nothing is done.
      if (!action || (id !== 'search' && document.querySelector('dialog[open]'))) return
      if (action.run() !== false) event.preventDefault()
    }
    // On the window, after all that listens on the document: a menu there closes at any key, also at the one that opens it.
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function isTextBox(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
}
