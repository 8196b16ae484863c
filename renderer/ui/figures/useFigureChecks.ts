import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { FigureCheck, WrittenText } from '../../../domain/figures/figureChecks.ts'
import { trpc } from '../../lib/trpc.ts'
import type { FigureOrder } from './figureOrder.ts'

/** So long after the last key the texts are read. */
const REST_MS = 400

/** How the figures of texts stand beside the ledger, while they are written; those of an older text point at other characters. */
export const useFigureChecks = (
  order: FigureOrder,
  texts: readonly WrittenText[],
): { checks: readonly FigureCheck[]; isCurrent: boolean } => {
  const written = JSON.stringify(texts)
  const [rested, setRested] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setRested(written), REST_MS)
    return () => clearTimeout(timer)
  }, [written])
  const query = useQuery(
    trpc.figures.check.queryOptions(
      { order, asAt: null, texts: JSON.parse(rested) as WrittenText[] },
      { placeholderData: keepPreviousData },
    ),
  )
  return { checks: query.data ?? [], isCurrent: rested === written && !query.isPlaceholderData }
}
