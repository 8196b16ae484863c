import type { Board } from '../board/board.ts'
import { holdersOf, seatsOn } from '../board/seatsOn.ts'
import type { CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import type { Actor } from '../people/actor.ts'
import { covers, type Touched } from '../people/covers.ts'
import { mayDo } from '../roles.ts'
import type { Task } from './task.ts'

export interface Beholder {
  actor: Actor
  day: CalendarDay
  /** The boards on which they hold a seat, and those of which they are a chair or a chair's alternate. */
  memberOf: ReadonlySet<Id>
  chairOf: ReadonlySet<Id>
  /** Their role holds for the whole programme. */
  reachesAll: boolean
  themeOf: ReadonlyMap<Id, Id>
}

/** Somebody with the boards that they sit on. */
export const beholder = (
  actor: Actor,
  boards: readonly Board[],
  themeOf: ReadonlyMap<Id, Id>,
  day: CalendarDay,
): Beholder => {
  const own = actor.account?.id
  const seats = boards.flatMap((board) =>
    seatsOn(board, day)
      .filter((seat) => own !== undefined && holdersOf(seat).includes(own))
      .map(({ isChair }) => ({ boardId: board.id, isChair })),
  )
  return {
    actor,
    day,
    memberOf: new Set(seats.map(({ boardId }) => boardId)),
    chairOf: new Set(seats.filter(({ isChair }) => isChair).map(({ boardId }) => boardId)),
    reachesAll: actor.account === null || covers(actor.account, actor.role, day, wholeProgramme),
    themeOf,
  }
}

const wholeProgramme: readonly Touched[] = [{ kind: 'programme', ids: [] }]

/** Whether a task waits for somebody in the role they act in, and is not one that they have done or may not do (R14). */
export const isFor = (task: Task, who: Beholder): boolean => {
  const { actor } = who
  const whose = task.for
  if (whose.kind === 'writers') return task.notBy.includes(actor.id)
  if (whose.kind === 'office' && whose.duty === 'writeCase') {
    return mayDo(actor.role, 'writeCase') && (task.notBy.includes(actor.id) || actor.account?.title === whose.title)
  }
  if (task.notBy.includes(actor.id) || task.doneBy.includes(actor.id)) return false
  switch (whose.kind) {
    case 'members':
      return mayDo(actor.role, 'vote') && who.memberOf.has(whose.boardId)
    case 'chairs':
      return mayDo(actor.role, 'confirm') && who.chairOf.has(whose.boardId)
    case 'office':
      return mayDo(actor.role, whose.duty) && (actor.account === null || actor.account.title === whose.title)
    case 'roles':
      return whose.roles.includes(actor.role) && reaches(who, task, null)
    case 'duty':
      return (
        mayDo(actor.role, whose.duty) &&
        (whose.role === null || whose.role === actor.role) &&
        reaches(who, task, whose.boardId)
      )
  }
}

const reaches = ({ actor, day, reachesAll, themeOf }: Beholder, { schemeId }: Task, boardId: Id | null): boolean => {
  if (reachesAll || actor.account === null) return true
  const touched: Touched[] = []
  if (boardId !== null) touched.push({ kind: 'board', ids: [boardId] })
  if (boardId === null && schemeId !== null) {
    const themeId = themeOf.get(schemeId)
    touched.push({ kind: 'scheme', ids: themeId === undefined ? [schemeId] : [schemeId, themeId] })
  }
  return covers(actor.account, actor.role, day, touched)
}
