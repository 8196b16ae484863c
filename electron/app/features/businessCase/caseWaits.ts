import type { Board } from '../../../../domain/board/board.ts'
import type { CaseFacts } from '../../../../domain/businessCase/caseFacts.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { type Duty, mayDo } from '../../../../domain/roles.ts'
import { nextStageOf } from '../../../../domain/route/nextStageOf.ts'
import type { Route } from '../../../../domain/route/route.ts'

/** Whom a case waits for: those who hold a duty, or a board. */
export type CaseWait = { kind: 'duty'; duty: Duty } | { kind: 'board'; boardId: Id; name: string; act: string }

type Waiting = Pick<CaseFacts, 'status' | 'routeId' | 'stagesPassed' | 'conditions'>

/** Null where nothing is left to do. */
export const caseWaitsFor = (
  { status, routeId, stagesPassed, conditions }: Waiting,
  routes: readonly Route[],
  boards: readonly Board[],
): CaseWait | null => {
  if (status === 'draft' || status === 'returned') return { kind: 'duty', duty: 'writeCase' }
  if (status === 'submitted') return { kind: 'duty', duty: 'handleCase' }
  if (status === 'approved_with_conditions') {
    const isMet = conditions.some((each) => each.metBy !== null && each.dischargedBy === null)
    return { kind: 'duty', duty: isMet ? 'handleCase' : 'writeCase' }
  }
  if (status !== 'in_review' && status !== 'recommended' && status !== 'deferred') return null
  const route = routes.find(({ id }) => id === routeId)
  const stage = route && nextStageOf(route, stagesPassed)
  if (stage?.by.kind !== 'board') return null
  const { boardId } = stage.by
  return { kind: 'board', boardId, name: boards.find(({ id }) => id === boardId)?.name ?? stage.name, act: stage.act }
}

/** Whether a case waits for this actor: by their duty, or by their seat on the board. */
export const waitsForActor = (
  wait: CaseWait | null,
  { writers }: Pick<CaseFacts, 'writers'>,
  actor: Actor,
  boards: readonly Board[],
): boolean => {
  if (wait === null) return false
  if (wait.kind === 'duty') {
    if (!mayDo(actor.role, wait.duty)) return false
    // A case that is being written waits for who writes it.
    return wait.duty !== 'writeCase' || writers.includes(actor.id)
  }
  if (!mayDo(actor.role, 'vote')) return false
  const seats = boards.find(({ id }) => id === wait.boardId)?.seats ?? []
  const { account } = actor
  return account === null || seats.some((seat) => [seat.accountId, ...seat.alternateIds].includes(account.id))
}
