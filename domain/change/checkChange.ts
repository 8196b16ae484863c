import { fail } from '../errors.ts'
import { keyOf } from '../ledger/movementRules.ts'
import { sum } from '../money.ts'
import type { ChangeKind, ChangeLine } from './changeRequest.ts'

/**
 * Holds the lines of a change against what its kind does to the money (R17, R18). Throws `not-net-zero` where what is
 * taken is not given, `funding-not-carried` where a year's money leaves its source behind, and `wrong-direction` where an
 * injection takes, a reduction gives, slippage brings forward or acceleration puts off.
 */
export const checkChange = (kind: ChangeKind, lines: readonly ChangeLine[]): void => {
  if (kind === 'virement') refuseNet(kind, lines, ({ level, startYear }) => `${level} ${startYear}`)
  if (kind === 'funding_swap') {
    refuseNet(kind, lines, ({ level, place, startYear }) => `${level} ${keyOf(place)} ${startYear}`)
  }
  if (kind === 'reprofile' || kind === 'slippage' || kind === 'acceleration') {
    refuseNet(kind, lines, ({ level, place }) => `${level} ${keyOf(place)}`)
    refuseSourceLeft(lines)
    checkWay(kind, lines)
  }
  const goesWrong = (sign: 1 | -1) => lines.some(({ amount }) => amount * sign < 0)
  if (kind === 'injection' && goesWrong(1)) fail('wrong-direction', { kind })
  if (kind === 'reduction' && goesWrong(-1)) fail('wrong-direction', { kind })
}

const refuseNet = (kind: ChangeKind, lines: readonly ChangeLine[], keyFor: (line: ChangeLine) => string): void => {
  for (const each of Map.groupBy(lines, keyFor).values()) {
    const net = sum(each.map(({ amount }) => amount))
    if (net !== 0) fail('not-net-zero', { kind, net })
  }
}

const refuseSourceLeft = (lines: readonly ChangeLine[]): void => {
  const bySource = Map.groupBy(lines, ({ level, place, sourceId, nature }) =>
    [level, keyOf(place), sourceId, nature].join(' '),
  )
  for (const each of bySource.values()) {
    const net = sum(each.map(({ amount }) => amount))
    if (net !== 0) fail('funding-not-carried', { year: Math.max(...each.map(({ startYear }) => startYear)), net })
  }
}

/** Money that is put off moves its centre to later years. */
const checkWay = (kind: ChangeKind, lines: readonly ChangeLine[]): void => {
  if (kind === 'reprofile') return
  const first = Math.min(...lines.map(({ startYear }) => startYear))
  const shift = sum(lines.map(({ amount, startYear }) => amount * (startYear - first)))
  if (kind === 'slippage' ? shift <= 0 : shift >= 0) fail('wrong-direction', { kind })
}
