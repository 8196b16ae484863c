import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useRef } from 'react'
import type { Explain, Question } from '../lib/explain.ts'
import { readFigure, writeFigure } from '../lib/figureAddress.ts'

/**
 * Which figure is asked about: it stands in the address, so that reload and a copied link ask again. On closing the focus
 * goes back to the cell, unless the reader has moved on already.
 */
export const useExplainState = (address: string | undefined): Explain & { takesFocus: boolean } => {
  const navigate = useNavigate()
  const asked = useRef<{ address: string; question: Question; takesFocus: boolean } | null>(null)
  const origin = useRef<HTMLElement>(null)

  const setAddress = useCallback(
    (explain: string | undefined) =>
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, explain }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )

  const prepare = useCallback<Explain['prepare']>((question, { takesFocus }) => {
    const next = writeFigure(question.figure)
    asked.current = { address: next, question, takesFocus }
    return next
  }, [])

  const ask = useCallback<Explain['ask']>(
    (question, from, options) => {
      // Asked again within the panel, the way back still leads to the figure outside it.
      if (!from.closest('[data-region="aside"]')) origin.current = from
      setAddress(prepare(question, options))
    },
    [prepare, setAddress],
  )

  const close = useCallback(() => {
    setAddress(undefined)
    const back = origin.current?.isConnected ? origin.current : document.getElementById('main')
    back?.focus()
  }, [setAddress])

  return useMemo(() => {
    const known = asked.current?.address === address ? asked.current : null
    const figure = address === undefined ? undefined : readFigure(address)
    return {
      question: known?.question ?? (figure ? { figure, label: null } : null),
      takesFocus: known?.takesFocus ?? false,
      ask,
      prepare,
      close,
    }
  }, [address, ask, prepare, close])
}
