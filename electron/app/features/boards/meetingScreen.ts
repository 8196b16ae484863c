import { readyCases } from '../../../../db/queries/agenda.ts'
import type { Reading } from '../../../../db/schema.ts'
import { accounts, boards, meetings, organisations, papers } from '../../../../db/subjects.ts'
import { noticeOf } from '../../../../domain/board/agendaNotice.ts'
import type { Board } from '../../../../domain/board/board.ts'
import { interestsIn } from '../../../../domain/board/conflicts.ts'
import type { AgendaItem, Meeting } from '../../../../domain/board/meeting.ts'
import { quorumOf } from '../../../../domain/board/quorum.ts'
import { nameGaps } from '../../../../domain/board/quorumInWords.ts'
import { needsReason, outcomesFor } from '../../../../domain/board/recordOutcome.ts'
import { holdersOf, seatsOn } from '../../../../domain/board/seatsOn.ts'
import { barToVote, bears, tallyOf } from '../../../../domain/board/voting.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import { amountOf } from './agendaAmount.ts'
import { type AgendaSubject, subjectOf } from './agendaSubject.ts'

const READY = 50

/** A meeting as whoever looks at it can act in it: its items with quorum and votes, who sits there, and what could come. */
export const meetingScreen = async (db: Reading, id: Id, day: CalendarDay, actor: Actor) => {
  const meeting = await meetings.get(db, id)
  const board = await boards.get(db, meeting.boardId)
  const people = await accounts.list(db)
  const names = new Map((await organisations.list(db)).map((each) => [each.id as string, each.name]))
  const title = (accountId: string) => titleOf(people, accountId)
  const items = []
  for (const item of meeting.items) {
    const subject = await subjectOf(db, item, meeting.heldOn)
    const paper = item.paperId === null ? null : await papers.get(db, item.paperId)
    const quorum = quorumOf(board, meeting, item, meeting.heldOn)
    items.push({
      ...item,
      ...standing(board, meeting, item, subject),
      amount: subject && amountOf(subject.of),
      next: subject?.next ?? null,
      isPaperCurrent: subject === null || item.isConfirmed || paper?.subjectRevision === subject.revision,
      paperSha256: paper?.sha256 ?? null,
      quorum: { ...quorum, missing: nameGaps(quorum.missing, names) },
      interests: interestsIn(meeting, item).map((interest) => ({ ...interest, title: title(interest.accountId) })),
      votes: item.votes.map((vote) => ({ ...vote, title: title(vote.accountId) })),
      outcome: item.outcome && { ...item.outcome, recordedByTitle: title(item.outcome.recordedBy) },
    })
  }
  const quorum = quorumOf(board, meeting, null, meeting.heldOn)
  const isOpen = meeting.status === 'planned' || meeting.status === 'agenda_published'
  return {
    meeting: { ...meeting, items },
    board: { id: board.id, name: board.name, quorum: board.quorum, voting: board.voting },
    seats: seatsOn(board, meeting.heldOn).map((seat) => ({
      ...seat,
      title: title(seat.accountId),
      organisation: seat.organisationId === null ? null : (names.get(seat.organisationId) ?? null),
      alternates: seat.alternateIds.map((accountId) => ({ accountId, title: title(accountId) })),
      isOwn: actor.account !== null && holdersOf(seat).includes(actor.account.id),
    })),
    quorum: { ...quorum, missing: nameGaps(quorum.missing, names) },
    notice: noticeOf(meeting, day),
    /** The cases that could come to this agenda. */
    ready: isOpen ? await readyCases(db, board.id, READY) : [],
    day,
  }
}

/** How the votes on an item stand, who may still vote, and which outcomes they bear. */
const standing = (board: Board, meeting: Meeting, item: AgendaItem, subject: AgendaSubject | null) => {
  const writers = subject?.writers ?? []
  const day = meeting.heldOn
  const tally = tallyOf(board, meeting, item, writers, day)
  const act = subject ? (subject.asks?.boardId === board.id ? subject.asks.act : null) : ('note' as const)
  return {
    act,
    tally,
    outcomes: (act === null ? [] : outcomesFor(act)).map((result) => ({
      result,
      isBorne: bears(board.voting, tally, result),
      needsReason: needsReason(result),
    })),
    voters: seatsOn(board, day).map((seat) => {
      const accountId =
        meeting.attendance.find(({ seatId, presence }) => seatId === seat.id && presence === 'present')?.accountId ??
        item.votes.find(({ seatId }) => seatId === seat.id)?.accountId ??
        seat.accountId
      return { seatId: seat.id, accountId, bar: barToVote(meeting, item, writers, { seat, accountId }) }
    }),
  }
}
