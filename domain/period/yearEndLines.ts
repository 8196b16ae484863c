import type { ChangeRequest } from '../change/changeRequest.ts'
import type { StartYear } from '../financialYear.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { type OutturnLine, outturn, underspendKey } from './outturn.ts'
import { amountExplained, type Underspend, unexplained } from './underspend.ts'

/** A request to carry money forward, as far as the end of a year needs it. */
export type CarryForward = Pick<ChangeRequest, 'id' | 'number' | 'status' | 'lines'>

/** How a year ended at one place and from one source, how that is explained, and how far it is carried forward. Pence. */
export interface YearEndLine extends OutturnLine {
  explanation: Underspend | null
  /** What of the underspend nobody has explained; below nought where more is explained than there is. */
  unexplained: Pence
  /** What of the slippage a request has asked to carry forward that still stands. */
  asked: Pence
  /** Slippage that no request asks for yet; below nought where more is asked for than is explained. */
  toAsk: Pence
}

/** Requests that somebody refused, withdrew or reversed carry nothing. */
const standing: readonly ChangeRequest['status'][] = ['sent', 'approved', 'posted']

/** Every line of a year's end, overspends too. */
export const yearEndLines = (
  balances: readonly BalanceLine[],
  startYear: StartYear,
  explanations: readonly Underspend[],
  requests: readonly CarryForward[],
): YearEndLine[] => {
  const planOf = (each: readonly CarryForward[]) =>
    each.flatMap(({ lines }) => lines.filter((line) => line.level === 'plan' && line.startYear === startYear))
  const carried = planOf(requests.filter(({ status }) => status === 'posted'))
  const asked = planOf(requests.filter(({ status }) => standing.includes(status)))
  const byKey = new Map(
    explanations.filter((each) => each.startYear === startYear).map((each) => [underspendKey(each), each]),
  )
  return outturn(balances, startYear, carried).map((line) => {
    const explanation = byKey.get(underspendKey(line)) ?? null
    const isHere = (each: BalanceLine) =>
      each.place.id === line.place.id &&
      each.nature === line.nature &&
      (line.sourceId === null || each.sourceId === line.sourceId)
    const askedHere = pence(-sum(asked.filter(isHere).map(({ amount }) => amount)))
    return {
      ...line,
      explanation,
      unexplained: pence(Math.max(0, line.underspend) - amountExplained(explanation ?? unexplained)),
      asked: askedHere,
      toAsk: pence((explanation?.slippage ?? 0) - askedHere),
    }
  })
}

/** What stands in the way of closing a year, in the order in which it is put right. */
export type YearEndObstacle =
  | { kind: 'periods'; periods: number[] }
  | { kind: 'reopening-asked'; periods: number[] }
  | { kind: 'unexplained'; count: number; amount: Pence }
  | { kind: 'no-reason'; count: number }
  | { kind: 'not-asked'; amount: Pence }
  | { kind: 'request-open'; count: number }

/** R23: all that has to be done before a year is closed. Empty once nothing is left. */
export const yearEndObstacles = (
  lines: readonly YearEndLine[],
  requests: readonly CarryForward[],
  openPeriods: readonly number[],
  askedToReopen: readonly number[],
): YearEndObstacle[] => {
  const withoutReason = lines.filter(({ explanation }) => explanation !== null && isBare(explanation))
  const open = requests.filter(({ status }) => status === 'sent' || status === 'approved')
  return [
    ...(openPeriods.length > 0 ? [{ kind: 'periods' as const, periods: [...openPeriods] }] : []),
    ...(askedToReopen.length > 0 ? [{ kind: 'reopening-asked' as const, periods: [...askedToReopen] }] : []),
    ...bothWays(lines, (line) => line.unexplained).map((each) => ({ kind: 'unexplained' as const, ...each })),
    ...(withoutReason.length > 0 ? [{ kind: 'no-reason' as const, count: withoutReason.length }] : []),
    ...bothWays(lines, (line) => line.toAsk).map(({ amount }) => ({ kind: 'not-asked' as const, amount })),
    ...(open.length > 0 ? [{ kind: 'request-open' as const, count: open.length }] : []),
  ]
}

/** Too little and too much apart: together they would hide each other. */
const bothWays = (lines: readonly YearEndLine[], amountOf: (line: YearEndLine) => Pence) =>
  [1, -1].flatMap((sign) => {
    const amounts = lines.map(amountOf).filter((amount) => Math.sign(amount) === sign)
    return amounts.length > 0 ? [{ count: amounts.length, amount: sum(amounts) }] : []
  })

const isBare = (explanation: Underspend): boolean => amountExplained(explanation) > 0 && explanation.reason === ''
