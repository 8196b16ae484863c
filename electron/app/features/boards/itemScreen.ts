import { readable } from '../../../../db/readable.ts'
import type { Reading } from '../../../../db/schema.ts'
import { boards, meetings, papers, routes } from '../../../../db/subjects.ts'
import { AuthorityRequest } from '../../../../domain/authority/authorityRequest.ts'
import { itemOf } from '../../../../domain/board/agenda.ts'
import type { Board } from '../../../../domain/board/board.ts'
import type { AgendaItem, Meeting } from '../../../../domain/board/meeting.ts'
import { holdersOf, seatsOn } from '../../../../domain/board/seatsOn.ts'
import { barToVote, type VoteBar } from '../../../../domain/board/voting.ts'
import { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import { tieWithPlan } from '../../../../domain/businessCase/tieWithPlan.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import { sum } from '../../../../domain/money.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { coverage } from '../../../../domain/portfolio/coverage.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { Withheld } from '../exempt/withheld.ts'
import type { PaperSubject } from '../papers.ts'
import { describeItem, isItemWithheld, namesFor } from './describeItem.ts'

/** One item of an agenda as a member reads it: the paper as it was frozen, what follows from consent, and their own part. */
export const itemScreen = async (
  facts: ProgrammeFacts,
  db: Reading,
  { id, itemId }: { id: Id; itemId: Id },
  actor: Actor,
  withheld: Withheld,
) => {
  const meeting = await meetings.get(db, id)
  const board = await boards.get(db, meeting.boardId)
  const item = itemOf(meeting, itemId)
  const names = await namesFor(db)
  const paper = item.paperId === null || isItemWithheld(withheld, item) ? null : await paperOf(db, item.paperId)
  const at = meeting.items.indexOf(item)
  const { day } = facts.asAt
  const { items: _, attendance: __, interests: ___, minutes: ____, actions: _____, ...head } = meeting
  return {
    meeting: head,
    board: { id: board.id, name: board.name },
    item: await describeItem(db, board, meeting, item, { names, withheld }),
    number: at + 1,
    count: meeting.items.length,
    previousId: meeting.items[at - 1]?.id ?? null,
    nextId: meeting.items[at + 1]?.id ?? null,
    paper,
    consequence: paper?.kind === 'business_case' ? await consequenceOf(facts, db, paper.value) : null,
    /** Where the case says other amounts than the plan does. */
    untied:
      paper?.kind === 'business_case'
        ? tieWithPlan(paper.value, facts.balances).lines.filter(({ difference }) => difference !== 0)
        : [],
    sources: facts.sources.map((source) => ({ id: source.id, name: source.name })),
    places: [facts.programme, ...facts.themes, ...facts.schemes].map((place) => ({ id: place.id, name: place.name })),
    reader: readerOf(board, meeting, item, paper?.value.writers ?? [], { actor, day }),
    /** Who decides: the seats of the day by title. */
    deciders: seatsOn(board, meeting.heldOn).map((seat) => ({
      seatId: seat.id,
      title: names.title(seat.accountId),
      isChair: seat.isChair,
      hasAnswered: item.votes.some(({ seatId }) => seatId === seat.id),
    })),
    day,
  }
}

const paperOf = async (db: Reading, paperId: Id): Promise<PaperSubject> => {
  const { subjectKind, content } = await papers.get(db, paperId)
  const value: unknown = readable(() => JSON.parse(content))
  return subjectKind === 'business_case'
    ? { kind: subjectKind, value: BusinessCase.parse(value) }
    : { kind: subjectKind, value: AuthorityRequest.parse(value) }
}

/** What consent changes: what is released for the scheme, how much of the money has an approved case, and whose turn follows. */
const consequenceOf = async (facts: ProgrammeFacts, db: Reading, value: BusinessCase) => {
  const { programme, balances, schemes } = facts
  const route = value.routeId === null ? undefined : await routes.find(db, value.routeId)
  const { total, basis, byStatus } = coverage(facts, { from: programme.startYear, to: programme.endYear })
  return {
    scheme: schemes.find(({ id }) => id === value.schemeId)?.name ?? '',
    asked: sum(value.costs.map(({ amount }) => amount)),
    released: sum(
      balances
        .filter(({ level, place }) => level === 'released' && place.id === value.schemeId)
        .map(({ amount }) => amount),
    ),
    covered: { total, basis, approved: byStatus.approved.amount },
    following: route?.stages[value.stagesPassed + 1]?.name ?? null,
  }
}

/** The part of whoever reads: their seat, and what keeps them from answering now; null in `bar` where nothing does. */
const readerOf = (
  board: Board,
  meeting: Meeting,
  item: AgendaItem,
  writers: readonly string[],
  { actor, day }: { actor: Actor; day: CalendarDay },
) => {
  const own = actor.account?.id ?? null
  const isWriter = writers.includes(actor.id)
  const seats = seatsOn(board, meeting.heldOn)
  const seat =
    seats.find(({ accountId }) => accountId === own) ??
    seats.find((each) => own !== null && holdersOf(each).includes(own))
  if (!seat || own === null) return { accountId: own, isWriter, seatId: null, isChair: false, bar: null, vote: null }
  return {
    accountId: own,
    isWriter,
    seatId: seat.id,
    isChair: seat.isChair,
    bar: barOf(meeting, day) ?? barToVote(meeting, item, writers, { seat, accountId: own }),
    vote: item.votes.find(({ seatId, accountId }) => seatId === seat.id && accountId === own) ?? null,
  }
}

const barOf = (
  { kind, status, heldOn }: Meeting,
  day: CalendarDay,
): 'not-published' | 'over' | 'too-early' | VoteBar | null => {
  if (status === 'confirmed' || status === 'cancelled') return 'over'
  if (status === 'planned') return 'not-published'
  if (kind === 'meeting') return day < heldOn ? 'too-early' : null
  return day > heldOn ? 'over' : null
}
