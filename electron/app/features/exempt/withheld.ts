import {
  agendasOf,
  exemptCovers,
  exemptItems,
  exemptSubjects,
  successions,
} from '../../../../db/queries/exemptMarks.ts'
import { themesOfDay } from '../../../../db/queries/themesOfDay.ts'
import type { Reading, Tx } from '../../../../db/schema.ts'
import { boards } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import { type ExemptPaper, mayReadExempt } from '../../../../domain/paper/mayReadExempt.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import type { State } from '../../state.ts'

/** What somebody is not shown, by the ids of cases and requests, and of items of agendas: the title, and why it is exempt. */
export type Withheld = ReadonlyMap<Id, { title: string; reason: string }>

/** What is withheld from whoever acts, by what is exempt now: marking something reaches every earlier day too. */
export const withheldNow = async ({ state, actor }: { state: State; actor: Actor }): Promise<Withheld> =>
  await state.look(null, (db, today) => withheldFrom(db, actor, today))

/** Throws `exempt` for what is withheld from whoever acts. */
export const refuseWithheld = (withheld: Withheld, id: Id): void => {
  const found = withheld.get(id)
  if (found) fail('exempt', found)
}

export const withheldFrom = async (db: Reading, actor: Actor, today: CalendarDay): Promise<Withheld> => {
  const { items, reasons } = await exemptions(db)
  const withheld = new Map<Id, { title: string; reason: string }>()
  if (reasons.size === 0 && items.length === 0) return withheld
  const known = new Map((await boards.list(db)).map((board) => [board.id, board]))
  const tablesOf = (own: readonly Pick<(typeof items)[number], 'boardId' | 'heldOn'>[]): ExemptPaper['tables'] =>
    own.flatMap(({ boardId, heldOn }) => {
      const board = known.get(boardId)
      return board ? [{ board, heldOn }] : []
    })
  const places = await agendasOf(db, [...reasons.keys()])
  const themes = await themesOfDay(db, today)
  for (const { id, title, placeIds, ...subject } of await exemptSubjects(db, [...reasons.keys()])) {
    const paper: ExemptPaper = {
      ...subject,
      placeIds: [...placeIds, ...placeIds.flatMap((place) => themes.get(place) ?? [])],
      tables: tablesOf(places.filter(({ subjectId }) => subjectId === id)),
    }
    if (!mayReadExempt(actor, paper, today)) withheld.set(id, { title, reason: reasons.get(id) ?? '' })
  }
  for (const item of items.filter(({ subjectId }) => subjectId === null)) {
    const paper: ExemptPaper = {
      kind: 'other',
      writers: [],
      isPublished: false,
      tables: tablesOf([item]),
      placeIds: [],
    }
    if (!mayReadExempt(actor, paper, today)) withheld.set(item.itemId, { title: '', reason: item.reason })
  }
  return withheld
}

/** Why a case or a request is exempt; null where it is open to all. What follows an exempt one begins with its words. */
export const exemptReasonOf = async (db: Reading | Tx, subjectId: Id): Promise<string | null> =>
  (await exemptions(db)).reasons.get(subjectId) ?? null

const exemptions = async (db: Reading | Tx) => {
  const items = await exemptItems(db)
  const reasons = new Map<Id, string>()
  for (const { subjectId, reason } of items) if (subjectId !== null) reasons.set(subjectId, reason)
  for (const { id, paragraph, why } of await exemptCovers(db)) {
    reasons.set(id, [paragraph, why].filter(Boolean).join(': ') || 'said on its cover')
  }
  if (reasons.size === 0) return { items, reasons }
  for (const { id, follows } of await successions(db)) {
    const before = reasons.get(follows)
    if (before !== undefined && !reasons.has(id)) reasons.set(id, before)
  }
  return { items, reasons }
}
