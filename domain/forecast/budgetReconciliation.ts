import type { Level, Place } from '../ledger/entry.ts'
import { type Pence, pence, sum } from '../money.ts'

/** What was posted to the budget since the last report, by the kind of movement that posted or reversed it. Pence. */
export interface BudgetLine {
  level: Extract<Level, 'plan' | 'allocation'>
  place: Place
  /** Null stands for all that was posted before. */
  kind: string | null
  amount: Pence
}

/** The columns between the budget of the last report and that of now. */
export const budgetChanges = ['injections', 'virements', 'reductions', 'rephasing', 'other'] as const
export type BudgetChange = (typeof budgetChanges)[number]

/** Budget per last report, what was done to it, and the current budget: `lastReport` and the changes add up to `current`. */
export interface BudgetRow extends Record<BudgetChange, Pence> {
  place: Place
  lastReport: Pence
  current: Pence
}

export interface BudgetReconciliation {
  rows: BudgetRow[]
  total: Omit<BudgetRow, 'place'>
}

const changeOfKind: Record<string, BudgetChange> = {
  injection: 'injections',
  virement: 'virements',
  reduction: 'reductions',
  reprofile: 'rephasing',
}

/** How the budget of each place came from the last report to now, at one level. Reductions are below nought. */
export const budgetReconciliation = (
  lines: readonly BudgetLine[],
  level: BudgetLine['level'],
): BudgetReconciliation => {
  const byPlace = Map.groupBy(
    lines.filter((line) => line.level === level),
    ({ place }): string => `${place.kind} ${place.id}`,
  )
  const rows = [...byPlace.values()].flatMap((own): BudgetRow[] => {
    const [first] = own
    return first ? [{ place: first.place, ...rowOf(own) }] : []
  })
  return { rows, total: rowOf(lines.filter((line) => line.level === level)) }
}

const rowOf = (lines: readonly BudgetLine[]): Omit<BudgetRow, 'place'> => {
  const amountOf = (isTaken: (line: BudgetLine) => boolean) => sum(lines.filter(isTaken).map(({ amount }) => amount))
  const changes = Object.fromEntries(
    budgetChanges.map((change) => [
      change,
      amountOf(({ kind }) => kind !== null && (changeOfKind[kind] ?? 'other') === change),
    ]),
  ) as Record<BudgetChange, Pence>
  const lastReport = amountOf(({ kind }) => kind === null)
  const changed = budgetChanges.reduce((total, change) => total + changes[change], 0)
  return { lastReport, ...changes, current: pence(lastReport + changed) }
}
