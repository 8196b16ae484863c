import type { CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import { type Pence, sum } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { Cells } from './cell.ts'
import type { Coverage } from './coverage.ts'
import { type ReleaseWaits, releaseWaits } from './releaseWaits.ts'

/** Something that waits for somebody, the most pressing first. Amounts in pence. */
export type NextStep =
  | { kind: 'plan-empty' }
  /** A decision whose day has passed without effect, because the ledger refused its lines. */
  | { kind: 'decision-overdue'; decisionId: Id; reference: string; on: CalendarDay; amount: Pence }
  | { kind: 'decision-takes-effect'; decisionId: Id; reference: string; on: CalendarDay; amount: Pence }
  | ReleaseWaits
  /** Recommended cases that wait for approval. */
  | { kind: 'cases-wait'; count: number; amount: Pence }
  | { kind: 'cases-not-developed'; count: number; amount: Pence }
  /** The plan asks for more than there is authority for. */
  | { kind: 'plan-over-authority'; amount: Pence }

export const nextSteps = (facts: ProgrammeFacts, programme: Cells, { byStatus }: Coverage): NextStep[] => {
  const steps: NextStep[] = []
  const hasPlan = facts.balances.some((line) => line.level === 'plan')
  if (!hasPlan) steps.push({ kind: 'plan-empty' })

  const made = facts.decisions
    .filter((decision) => decision.status === 'made')
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))
  for (const { id, reference, effectiveOn, lines, about } of made) {
    // Money that an approval releases waits for more than its day.
    if (about?.kind === 'business_case') continue

    const kind = effectiveOn > facts.asAt.day ? 'decision-takes-effect' : 'decision-overdue'
    const authority = lines.filter((line) => line.level === 'authority')
    const amount = sum((authority.length > 0 ? authority : lines).map((line) => line.amount))
    steps.push({ kind, decisionId: id, reference, on: effectiveOn, amount })
  }

  steps.push(...releaseWaits(facts, made))

  const { recommended, not_yet_developed: undeveloped } = byStatus
  if (recommended.schemes > 0) {
    steps.push({ kind: 'cases-wait', count: recommended.schemes, amount: recommended.amount })
  }
  if (undeveloped.schemes > 0) {
    steps.push({ kind: 'cases-not-developed', count: undeveloped.schemes, amount: undeveloped.amount })
  }

  const { plan, authority } = programme
  const given = authority.kind === 'amount' ? authority.amount : 0
  const isOver = plan.kind === 'amount' && plan.amount > given
  if (isOver) steps.push({ kind: 'plan-over-authority', amount: sum([plan.amount, -given]) })
  return steps
}
