import { requestSteps } from '../../domain/authority/requestSteps.ts'
import { benefitBeginnings, benefitSteps } from '../../domain/benefit/benefitActs.ts'
import { meetingSteps } from '../../domain/board/meetingSteps.ts'
import { caseBeginnings, caseSteps } from '../../domain/businessCase/caseLifecycle.ts'
import { changeSteps } from '../../domain/change/changeSteps.ts'
import { closureSteps } from '../../domain/closure/closureActs.ts'
import { periodSteps, yearEndSteps } from '../../domain/period/periodSteps.ts'
import { reportSteps } from '../../domain/report/reportLifecycle.ts'
import { proposalSteps } from '../../domain/route/proposals.ts'
import { waiverSteps } from '../../domain/route/waivers.ts'
import type { Reading, SubjectKind } from '../schema.ts'
import type { Fault } from './fault.ts'
import { keptRows } from './keptRows.ts'

/** A step by what comes before and after; null before is the beginning. No operation named: any may take it. */
interface Step {
  from: string | null
  to: string
  operation?: string
}

type SteppedKind = Extract<
  SubjectKind,
  | 'benefit'
  | 'closure'
  | 'business_case'
  | 'authority_request'
  | 'meeting'
  | 'proposal'
  | 'waiver'
  | 'change_request'
  | 'period_status'
  | 'year_end'
  | 'report_draft'
>

const meetingPairs = Object.values<{ from: readonly string[]; to: string | null }>(meetingSteps).flatMap(
  ({ from, to }): Step[] => {
    if (to === null) return []
    return from.length === 0 ? [{ from: null, to }] : from.map((each) => ({ from: each, to }))
  },
)

const steps: Record<SteppedKind, readonly Step[]> = {
  business_case: [...caseBeginnings, ...caseSteps],
  authority_request: requestSteps,
  meeting: meetingPairs,
  benefit: [...benefitBeginnings, ...benefitSteps],
  closure: closureSteps,
  proposal: proposalSteps.map(({ event, ...step }) => ({ ...step, operation: `proposals.${event}` })),
  waiver: waiverSteps.map(({ event, ...step }) => ({ ...step, operation: `waivers.${event}` })),
  change_request: changeSteps,
  period_status: periodSteps,
  year_end: yearEndSteps,
  report_draft: reportSteps,
}

const words: Record<SteppedKind, string> = {
  business_case: 'business case',
  authority_request: 'request',
  meeting: 'meeting',
  benefit: 'benefit',
  closure: 'closure',
  proposal: 'proposal',
  waiver: 'waiver',
  change_request: 'change',
  period_status: 'period',
  year_end: 'end of a year',
  report_draft: 'report',
}

const PAGE = 1000

/**
 * Takes every business case, request, meeting, proposal, waiver, change, period, end of a year and report through its states once more, event by event, and tells
 * each state that no step leads to, with the number of its event. Hashes prove that nothing was altered; this proves that
 * nothing was done that the rules do not have.
 */
export const replay = async (db: Reading, most: number): Promise<Fault[]> => {
  const missteps: Fault[] = []
  const states = new Map<string, string>()
  for (let after = 0; missteps.length < most; ) {
    const page = await eventsOfKinds(db, after)
    for (const event of page) {
      after = event.seq
      for (const { kind, id, status } of statesIn(event.rows_json)) {
        const key = `${kind} ${id}`
        const from = states.get(key) ?? null
        states.set(key, status)
        if (isLegal(steps[kind], event.operation, from, status)) continue
        const step = from === null ? `began as ${wordsOf(status)}` : `went from ${wordsOf(from)} to ${wordsOf(status)}`
        const detail = `the ${words[kind]} ${id} ${step}, and ${event.operation} does not lead there`
        missteps.push({ kind: 'state', where: `event ${event.seq}`, detail })
      }
    }
    if (page.length < PAGE) break
  }
  return missteps.slice(0, most)
}

/** Writing in a thing leaves its state as it is, and every operation that may touch it may do that. */
const isLegal = (known: readonly Step[], operation: string, from: string | null, to: string): boolean =>
  from === to ||
  known.some((step) => step.from === from && step.to === to && (step.operation ?? operation) === operation)

const wordsOf = (state: string): string => state.replaceAll('_', ' ')

const eventsOfKinds = async (db: Reading, after: number) =>
  await db
    .selectFrom('event')
    .select(['seq', 'operation', 'rows_json'])
    .where('seq', '>', after)
    .where('seq', 'in', (eb) =>
      eb
        .selectFrom('event_row')
        .select('event_row.seq')
        .where('kind', 'in', Object.keys(steps))
        .where('event_row.seq', '>', after),
    )
    .orderBy('seq')
    .limit(PAGE)
    .execute()

interface State {
  kind: SteppedKind
  id: string
  status: string
}

/** The states that an event left; none where damage has left no list of things, of which the event's hash tells. */
const statesIn = (rowsJson: string): State[] =>
  keptRows(rowsJson).flatMap(({ kind, row: { id, status } }) =>
    Object.hasOwn(steps, kind) ? [{ kind: kind as SteppedKind, id: String(id), status: String(status) }] : [],
  )
