import type { StartYear } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import { nameOf } from '../../domain/ledger/movementRules.ts'
import { formatInSentence, type Pence, pence, sum } from '../../domain/money.ts'
import { profileOf } from '../../domain/period/underspend.ts'
import type { YearEndLine } from '../../domain/period/yearEndLines.ts'
import type { YearEndStanding } from '../../domain/period/yearEndOf.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'

/** What a row of report 10 adds up, in its order. */
export const carryForwardMeasures = [
  'budget',
  'outturn',
  'slippage',
  'saving',
  'notReceived',
  'error',
  'unexplained',
  'overspend',
] as const
export type CarryForwardMeasure = (typeof carryForwardMeasures)[number]
export type CarryForwardAmounts = Record<CarryForwardMeasure, Pence>

export interface CarryForwardRow {
  key: string
  scheme: string
  source: string
  amounts: CarryForwardAmounts
  reason: string
  /** Which money moves, from which source, in words. */
  fundingMoved: string
  spendBy: string
  /** What is proposed for each later year, in the order of the report's years. */
  proposed: Pence[]
}

/** One level of all requests: what leaves the year, what the later years take, and that nothing is left over. Pence. */
export interface NetZeroProof {
  level: 'plan' | 'allocation' | 'authority'
  out: Pence
  into: Pence
  net: Pence
}

/** Report 10: slippage and carry-forward of a year. Amounts in pence; every row and the total add up to budget less outturn. */
export interface CarryForwardReport {
  startYear: StartYear
  laterYears: StartYear[]
  rows: CarryForwardRow[]
  totals: { amounts: CarryForwardAmounts; proposed: Pence[] }
  /** Budget less outturn less all that explains it, plus overspend: nought. */
  difference: Pence
  proofs: NetZeroProof[]
}

export const carryForwardReport = (standing: YearEndStanding, facts: ProgrammeFacts): CarryForwardReport => {
  const { startYear, lines, requests, carried } = standing
  const context = { ...facts, programmes: [facts.programme], day: facts.asAt.day }
  const sourceName = (id: string | null) => facts.sources.find((each) => each.id === id)?.name ?? ''
  const profiles = lines.map(({ explanation }) => (explanation ? profileOf(explanation) : []))
  const laterYears = [
    ...new Set([startYear + 1, ...profiles.flatMap((each) => each.map((year) => year.startYear))]),
  ].sort((a, b) => a - b)
  const standingRequests = requests.filter(({ status }) => ['sent', 'approved', 'posted'].includes(status))
  // What is asked for already, and what would be asked for now.
  const movedLines = [...standingRequests.flatMap((each) => each.lines), ...carried.flatMap((each) => each.lines)]
  const rows = lines
    .map((line, index): CarryForwardRow => {
      const moved = movedWith(line)
      return {
        key: [line.place.kind, line.place.id, line.sourceId ?? '', line.nature].join(' '),
        scheme: nameOf(line.place, context),
        source: sourceName(line.sourceId),
        amounts: amountsOf(line),
        reason: line.explanation?.reason ?? '',
        fundingMoved: moved.words,
        spendBy: [...new Set(moved.sources.map(spendByOf))].join('; '),
        proposed: laterYears.map((year) =>
          sum((profiles[index] ?? []).filter((each) => each.startYear === year).map(({ amount }) => amount)),
        ),
      }
    })
    .sort((a, b) => a.scheme.localeCompare(b.scheme, 'en-GB', { numeric: true }) || (a.source < b.source ? -1 : 1))
  const total = (measure: CarryForwardMeasure) => sum(rows.map(({ amounts }) => amounts[measure]))
  const amounts = Object.fromEntries(carryForwardMeasures.map((each) => [each, total(each)])) as CarryForwardAmounts
  return {
    startYear,
    laterYears,
    rows,
    totals: { amounts, proposed: laterYears.map((_, at) => sum(rows.map(({ proposed }) => proposed[at] ?? 0))) },
    difference: pence(
      amounts.budget -
        amounts.outturn -
        amounts.slippage -
        amounts.saving -
        amounts.notReceived -
        amounts.error -
        amounts.unexplained +
        amounts.overspend,
    ),
    proofs: (['plan', 'allocation', 'authority'] as const).map((level) => {
      const here = movedLines.filter((line) => line.level === level)
      const out = sum(here.filter(({ amount }) => amount < 0).map(({ amount }) => amount))
      const into = sum(here.filter(({ amount }) => amount > 0).map(({ amount }) => amount))
      return { level, out, into, net: pence(out + into) }
    }),
  }

  /** Which money moves with a line: as proposed for what is still to be asked for, else as its request has it. */
  function movedWith(line: YearEndLine): { words: string; sources: (string | null)[] } {
    const proposed = carried.find((each) => each.line === line)?.funding ?? []
    const own = line.sourceId ?? line.explanation?.fundingSourceId ?? null
    const known = [...proposed, ...(line.asked > 0 && own !== null ? [{ sourceId: own, amount: line.asked }] : [])]
    const request = line.asked > 0 && own === null ? requestFor(line) : undefined
    const along = (request?.lines ?? [])
      .filter(({ level, amount }) => level === 'allocation' && amount < 0)
      .map(({ sourceId, amount }) => ({ sourceId, amount: pence(-amount) }))
    return {
      words: [bySource(known), along.length > 0 ? `with change ${request?.number}: ${bySource(along)}` : '']
        .filter(Boolean)
        .join('; '),
      sources: [...known, ...along].map(({ sourceId }) => sourceId),
    }
  }

  function bySource(parts: readonly { sourceId: string | null; amount: Pence }[]): string {
    return [...Map.groupBy(parts, ({ sourceId }) => sourceId)]
      .map(([id, each]) => `${sourceName(id)} ${formatInSentence(sum(each.map(({ amount }) => amount)))}`)
      .join('; ')
  }

  function requestFor({ place, nature }: YearEndLine) {
    return standingRequests.find(({ lines: each }) =>
      each.some((line) => line.level === 'plan' && line.place.id === place.id && line.nature === nature),
    )
  }

  function spendByOf(sourceId: string | null): string {
    const spendByOn = facts.sources.find((each) => each.id === sourceId)?.spendByOn
    return spendByOn ? formatDay(spendByOn) : 'none recorded'
  }
}

const amountsOf = (line: YearEndLine): CarryForwardAmounts => ({
  budget: line.budget,
  outturn: line.outturn,
  slippage: line.explanation?.slippage ?? pence(0),
  saving: line.explanation?.saving ?? pence(0),
  notReceived: line.explanation?.notReceived ?? pence(0),
  error: line.explanation?.error ?? pence(0),
  unexplained: line.unexplained,
  overspend: pence(Math.max(0, -line.underspend)),
})
