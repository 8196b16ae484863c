import { useCallback, useMemo, useRef, useState } from 'react'
import type { Explain, Question } from '../lib/explain.ts'

/** Which figure is asked about. On closing the focus goes back to the cell, unless the reader has moved on already. */
export const useExplainState = (): Explain & { takesFocus: boolean } => {
  const [asked, setAsked] = useState<{ question: Question; takesFocus: boolean } | null>(null)
  const origin = useRef<HTMLElement>(null)

  const ask = useCallback<Explain['ask']>((question, from, { takesFocus }) => {
    // Asked again within the panel, the way back still leads to the figure outside it.
    if (!from.closest('[data-region="aside"]')) origin.current = from
    setAsked({ question, takesFocus })
  }, [])

  const close = useCallback(() => {
    setAsked(null)
    if (origin.current?.isConnected) origin.current.focus()
  }, [])

  return useMemo(
    () => ({ question: asked?.question ?? null, takesFocus: asked?.takesFocus ?? false, ask, close }),
    [asked, ask, close],
  )
}
