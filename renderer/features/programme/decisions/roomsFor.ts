import { type AllocationRoom, allocationRooms } from '../../../../domain/ledger/allocationRoom.ts'
import type { LedgerContext } from '../../../../domain/ledger/movementRules.ts'
import type { Decision, DecisionLine } from '../../../../domain/programme/decision.ts'

/**
 * What is left of the allocation as recording will count it: on the decision's own day beside what waits for an earlier
 * one, and beside all that waits; of the two the one that leaves less.
 */
export const roomsFor = (
  lines: readonly DecisionLine[],
  context: LedgerContext,
  decisions: readonly Decision[],
): AllocationRoom[] => {
  const waiting = decisions.filter((decision) => decision.status === 'made')
  const due = waiting.filter((decision) => decision.effectiveOn <= context.day)
  const tightest = new Map<string, AllocationRoom>()
  for (const promised of [due, waiting]) {
    const balances = [...context.balances, ...promised.flatMap((decision) => decision.lines)]
    for (const room of allocationRooms(lines, { ...context, balances })) {
      const key = `${room.place.kind} ${room.place.id} ${room.sourceId}`
      const known = tightest.get(key)
      if (!known || room.left < known.left) tightest.set(key, room)
    }
  }
  // A source that leaves as much as all sources together says nothing more.
  return [...tightest.values()].filter((room) => {
    const whole = tightest.get(`${room.place.kind} ${room.place.id} null`)
    return room.sourceId === null || whole?.left !== room.left || whole.throughYear !== room.throughYear
  })
}
