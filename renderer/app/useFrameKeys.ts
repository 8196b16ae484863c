import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatMomentFrom } from '../lib/format.ts'
import { useSession } from '../lib/session.ts'
import { announce, useStatus } from '../lib/status.ts'
import { useUndo } from './useUndo.ts'

/** The keys that hold on every page. In a text box undo and redo are the box's own. */
export const useFrameKeys = (): void => {
  const navigate = useNavigate()
  const { programme, today } = useSession()
  const status = useStatus()
  const { undo, redo } = useUndo()
  const saved = status.savedAt ?? programme?.savedAt

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      const ctrl = event.ctrlKey || event.metaKey
      if (event.defaultPrevented || event.altKey) return
      if (event.key === 'F1' || (ctrl && key === '/')) void navigate({ to: '/keys' })
      else if (ctrl && key === 's')
        announce(saved ? `Everything is saved, last ${formatMomentFrom(saved, today)}` : 'Everything is saved')
      else if (ctrl && key === 'z' && !isTextBox(event.target)) event.shiftKey ? redo() : undo()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

function isTextBox(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
}
