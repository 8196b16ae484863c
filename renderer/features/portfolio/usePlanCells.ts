import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { StartYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { type Pence, ZERO } from '../../../domain/money.ts'
import type { PortfolioRow } from '../../../domain/portfolio/portfolio.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'

interface PlanCell {
  schemeId: string
  startYear: StartYear
  amount: Pence
}

/**
 * The plan as it is kept, so that a cell is written over what the reader saw. It is read with the page of whoever may change
 * it: what they type at once after pressing Edit already meets a cell that takes it.
 */
export const usePlanCells = (programme: PortfolioRow) => {
  const mayEdit = useMayDo('plan')
  const lines = useQuery(trpc.plan.cells.queryOptions({ asAt: null }, { enabled: mayEdit })).data
  // Every cell that is drawn asks for its own.
  const byCell = useMemo(() => Map.groupBy(lines ?? [], ({ place, startYear }) => `${place.id} ${startYear}`), [lines])
  const set = useMutation(trpc.plan.set.mutationOptions())
  const natureOf = (schemeId: string) =>
    programme.children.flatMap((theme) => theme.children).find(({ id }) => id === schemeId)?.scheme?.nature ?? 'capital'
  const linesOf = (schemeId: string | null, startYear: StartYear) => byCell.get(`${schemeId} ${startYear}`) ?? []

  return {
    /** A cell that adds up several sources is edited by source, on the page of the scheme. */
    canEdit: (schemeId: string | null, startYear: StartYear): boolean =>
      lines !== undefined && linesOf(schemeId, startYear).length <= 1,
    write: (cells: PlanCell[]) =>
      set.mutateAsync({
        cells: cells.map(({ schemeId, startYear, amount }) => {
          const line = linesOf(schemeId, startYear)[0]
          return {
            place: { kind: 'scheme', id: Id.parse(schemeId) },
            startYear,
            sourceId: line?.sourceId ?? null,
            nature: line?.nature ?? natureOf(schemeId),
            was: line?.amount ?? ZERO,
            amount,
          }
        }),
      }),
  }
}
