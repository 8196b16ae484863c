import type { Reading } from '../../../../db/schema.ts'
import { accounts, organisations, papers } from '../../../../db/subjects.ts'
import type { Board } from '../../../../domain/board/board.ts'
import { interestsIn } from '../../../../domain/board/conflicts.ts'
import type { AgendaItem, Meeting } from '../../../../domain/board/meeting.ts'
import { quorumOf } from '../../../../domain/board/quorum.ts'
import { nameGaps } from '../../../../domain/board/quorumInWords.ts'
import { needsReason, outcomesFor } from '../../../../domain/board/recordOutcome.ts'
import { seatsOn } from '../../../../domain/board/seatsOn.ts'
import { barToVote, bears, tallyOf } from '../../../../domain/board/voting.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import type { Withheld } from '../exempt/withheld.ts'
import { amountOf } from './agendaAmount.ts'
import { type AgendaSubject, subjectOf } from './agendaSubject.ts'

/** The titles of people and the names of organisations, as a screen of a meeting needs them. */
export const namesFor = async (db: Reading) => {
  const people = await accounts.list(db)
  const known = await organisations.list(db)
  return {
    title: (actor: string) => titleOf(people, actor),
    organisations: new Map(known.map(({ id, name }) => [id as string, name])),
  }
}
type Names = Awaited<ReturnType<typeof namesFor>>

interface Reader {
  names: Names
  withheld: Withheld
}

/**
 * An item of an agenda with its quorum, its votes, who may still vote, and which outcomes they bear. Of one that is withheld
 * from its reader there are the title, the reason and the result, and nothing of what its paper or its record says.
 */
export const describeItem = async (
  db: Reading,
  board: Board,
  meeting: Meeting,
  item: AgendaItem,
  { names, withheld }: Reader,
) => {
  const { title } = names
  const isWithheld = isItemWithheld(withheld, item)
  const subject = await subjectOf(db, item, meeting.heldOn)
  const paper = item.paperId === null ? null : await papers.get(db, item.paperId)
  const quorum = quorumOf(board, meeting, item, meeting.heldOn)
  return {
    ...item,
    ...standing(board, meeting, item, subject),
    isWithheld,
    amount: subject && !isWithheld ? amountOf(subject.of) : null,
    next: subject?.next ?? null,
    writers: isWithheld ? [] : (subject?.writers ?? []).map(title),
    isPaperCurrent: subject === null || item.isConfirmed || paper?.subjectRevision === subject.revision,
    paperSha256: paper?.sha256 ?? null,
    quorum: { ...quorum, missing: nameGaps(quorum.missing, names.organisations) },
    interests: isWithheld
      ? []
      : interestsIn(meeting, item).map((interest) => ({ ...interest, title: title(interest.accountId) })),
    votes: item.votes.map((vote) => ({ ...vote, ...(isWithheld ? { note: '' } : {}), title: title(vote.accountId) })),
    outcome: item.outcome && {
      ...item.outcome,
      ...(isWithheld ? { wording: '', reason: '', conditions: [] } : {}),
      recordedByTitle: title(item.outcome.recordedBy),
    },
  }
}

/** Whether an item is withheld: by what it is about, or by itself where it is other business. */
export const isItemWithheld = (withheld: Withheld, { id, subjectId }: Pick<AgendaItem, 'id' | 'subjectId'>): boolean =>
  withheld.has(subjectId ?? id)

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
