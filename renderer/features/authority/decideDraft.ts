import type { inferInput } from '@trpc/tanstack-react-query'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatInSentence, type Pence, sum } from '../../../domain/money.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'
import type { trpc } from '../../lib/trpc.ts'
import { fundingPath, linePath } from './amountPaths.ts'
import type { RequestFacts } from './requestFacts.ts'

type Deciding = inferInput<typeof trpc.requests.decide>
export type DecideOutcome = Deciding['outcome']

export interface DecideDraft {
  outcome: DecideOutcome | ''
  wording: string
  reason: string
  on: string
  /** What is approved instead, by the path of the line or of the funding. */
  amounts: Readonly<Record<string, Pence | null>>
}

export const outcomeWords: Record<DecideOutcome, string> = {
  approved: 'Approved as asked',
  approved_as_amended: 'Approved as amended',
  deferred: 'Deferred',
  refused: 'Refused',
}

type Proposing = Pick<RequestFacts, 'request' | 'key'>

/** The decision as the report recommends it. */
export const proposedDecision = (facts: Proposing): DecideDraft => ({
  outcome: '',
  wording: proposedWording(facts, { outcome: '', amounts: {} }),
  reason: '',
  on: '',
  amounts: {},
})

/** What is changed in the draft, and its wording with it while that is still as proposed. */
export const changedDecision = (facts: Proposing, before: DecideDraft, change: Partial<DecideDraft>): DecideDraft => {
  const next = { ...before, ...change }
  const isAsProposed = change.wording === undefined && before.wording === proposedWording(facts, before)
  return isAsProposed ? { ...next, wording: proposedWording(facts, next) } : next
}

/** The wording that a decision begins with: that of the report, unless something else is decided. */
const proposedWording = (
  { request, key }: Proposing,
  { outcome, amounts }: Pick<DecideDraft, 'outcome' | 'amounts'>,
): string => {
  const asked = `Authority to spend ${formatInSentence(key.amount)}`
  if (outcome === 'deferred') return `${asked}: the decision is deferred.`
  if (outcome === 'refused') return `${asked} is refused.`
  if (outcome === 'approved_as_amended') {
    const given = sum(amendedOf(request, amounts).lines.map(({ amount }) => amount))
    return `Authority to spend ${formatInSentence(given)} is given, of the ${formatInSentence(key.amount)} that was asked for.`
  }
  return request.narrative.recommendations.trim().slice(0, 5000) || `${asked} is given.`
}

type Request = Pick<RequestFacts['request'], 'lines' | 'funding'>

/** The lines and the funding with the amounts that were typed; those of none are left out. */
export const amendedOf = (
  { lines, funding }: Request,
  amounts: DecideDraft['amounts'],
): NonNullable<Deciding['amended']> => {
  const amountAt = (path: string, asked: Pence): Pence => (path in amounts ? (amounts[path] ?? (0 as Pence)) : asked)
  return {
    lines: lines
      .map((line) => ({ ...line, amount: amountAt(linePath(line, line.startYear), line.amount) }))
      .filter(({ amount }) => amount !== 0),
    funding: funding
      .map((line) => ({ ...line, amount: amountAt(fundingPath(line.sourceId, line.startYear), line.amount) }))
      .filter(({ amount }) => amount !== 0),
  }
}

export const readDecision = (
  draft: DecideDraft,
  request: Request,
): Read<Pick<Deciding, 'outcome' | 'wording' | 'reason' | 'amended'> & { on: CalendarDay | null }> => {
  const on = readFormDay('act-on', draft.on)
  const { outcome } = draft
  const needsReason = outcome === 'deferred' || outcome === 'refused'
  if (outcome === '') return { errors: [{ fieldId: 'decide-outcome', message: 'Choose what was decided' }] }
  return readOf(
    {
      on: on.day,
      outcome,
      wording: draft.wording.trim(),
      reason: draft.reason.trim(),
      amended: outcome === 'approved_as_amended' ? amendedOf(request, draft.amounts) : null,
    },
    [
      refuseText('decide-wording', draft.wording, {
        label: 'Wording',
        ask: 'Enter the wording of the decision',
        longest: 5000,
      }),
      refuseText('decide-reason', draft.reason, {
        label: 'Reason',
        ...(needsReason ? { ask: 'Enter why it is deferred or refused' } : {}),
        longest: 2000,
      }),
      on.error,
    ],
  )
}
