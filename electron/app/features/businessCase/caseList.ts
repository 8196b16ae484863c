import { z } from 'zod'
import type { Reading } from '../../../../db/schema.ts'
import { accounts, boards, routes } from '../../../../db/subjects.ts'
import type { Board } from '../../../../domain/board/board.ts'
import { CaseState } from '../../../../domain/businessCase/businessCase.ts'
import { Id } from '../../../../domain/id.ts'
import { sum } from '../../../../domain/money.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { Route } from '../../../../domain/route/route.ts'
import { caseWaitsFor, waitsForActor } from './caseWaits.ts'

/** What the actor has written in, what waits for them, or everything. */
export const Whose = z.enum(['mine', 'waiting', 'all'])
type Whose = z.infer<typeof Whose>

export const CaseFilter = z.strictObject({
  whose: Whose.default('all'),
  status: CaseState.nullable().default(null),
  schemeId: Id.nullable().default(null),
  boardId: Id.nullable().default(null),
  page: z.int().min(0).default(0),
})

const PAGE = 100

/** Each case with whom it waits for, in the order in which they were begun. */
export const caseRows = (
  facts: ProgrammeFacts,
  actor: Actor,
  allRoutes: readonly Route[],
  allBoards: readonly Board[],
) =>
  facts.cases.map((each) => {
    const wait = caseWaitsFor(each, allRoutes, allBoards)
    const isMine = each.writers.includes(actor.id)
    return { each, wait, isMine, isWaiting: waitsForActor(wait, each, actor, allBoards) }
  })

export const isAmong = (row: { isMine: boolean; isWaiting: boolean }, whose: Whose): boolean =>
  whose === 'all' || (whose === 'mine' ? row.isMine : row.isWaiting)

/** The business cases of a programme by the order in which they were begun, the newest first, a page at a time. */
export const caseList = async (
  facts: ProgrammeFacts,
  db: Reading,
  actor: Actor,
  filter: z.output<typeof CaseFilter>,
) => {
  const [allRoutes, allBoards, people] = [await routes.list(db), await boards.list(db), await accounts.list(db)]
  const schemes = new Map(facts.schemes.map(({ id, name }) => [id, name]))
  const rows = caseRows(facts, actor, allRoutes, allBoards)
  const chosen = rows
    .filter((row) => isAmong(row, filter.whose))
    .filter(({ each }) => filter.status === null || each.status === filter.status)
    .filter(({ each }) => filter.schemeId === null || each.schemeId === filter.schemeId)
    .filter(({ wait }) => filter.boardId === null || (wait?.kind === 'board' && wait.boardId === filter.boardId))
    .reverse()
  return {
    asAt: facts.asAt,
    counts: {
      mine: rows.filter(({ isMine }) => isMine).length,
      waiting: rows.filter(({ isWaiting }) => isWaiting).length,
      all: rows.length,
    },
    found: chosen.length,
    pages: Math.max(1, Math.ceil(chosen.length / PAGE)),
    boards: allBoards.map(({ id, name }) => ({ id, name })),
    schemes: facts.schemes.map(({ id, name }) => ({ id, name })),
    rows: chosen.slice(filter.page * PAGE, (filter.page + 1) * PAGE).map(({ each, wait, isMine, isWaiting }) => ({
      id: each.id,
      reference: each.reference,
      title: each.title,
      schemeId: each.schemeId,
      scheme: schemes.get(each.schemeId) ?? '',
      stage: each.stage,
      version: each.version,
      status: each.status,
      /** Pence: what was approved, or what is asked for while nothing is. */
      amount: sum((each.approved.length > 0 ? each.approved : each.costs).map(({ amount }) => amount)),
      writers: each.writers.map((writer) => titleOf(people, writer)),
      wait,
      isMine,
      isWaiting,
    })),
  }
}
