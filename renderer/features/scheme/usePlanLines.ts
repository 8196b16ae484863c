import { useMutation } from '@tanstack/react-query'
import type { StartYear } from '../../../domain/financialYear.ts'
import type { Id } from '../../../domain/id.ts'
import { type Pence, ZERO } from '../../../domain/money.ts'
import { trpc } from '../../lib/trpc.ts'
import type { SchemeFacts } from './schemeFacts.ts'

interface PlanChange {
  startYear: StartYear
  /** Undefined for the whole of a year, which then has one line at most. */
  source: Id | null | undefined
  amount: Pence
}

/** The plan of a scheme line by line, as it is kept, so that a cell is written over what the reader saw. */
export const usePlanLines = ({ scheme, plan: lines }: Pick<SchemeFacts, 'scheme' | 'plan'>) => {
  const set = useMutation(trpc.plan.set.mutationOptions())
  const linesOf = (startYear: StartYear, source: Id | null | undefined) =>
    lines.filter((line) => line.startYear === startYear && (source === undefined || line.sourceId === source))

  return {
    lines,
    /** Two lines in one cell differ in their nature, and neither is the one that is meant. */
    canEdit: (startYear: StartYear, source: Id | null | undefined): boolean => linesOf(startYear, source).length <= 1,
    write: (changes: PlanChange[]) =>
      set.mutateAsync({
        cells: changes.map(({ startYear, source, amount }) => {
          const line = linesOf(startYear, source)[0]
          return {
            place: { kind: 'scheme', id: scheme.id },
            startYear,
            sourceId: line?.sourceId ?? source ?? null,
            nature: line?.nature ?? scheme.nature,
            was: line?.amount ?? ZERO,
            amount,
          }
        }),
      }),
  }
}
