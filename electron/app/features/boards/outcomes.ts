import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { meetings, organisations, papers } from '../../../../db/subjects.ts'
import { itemOf, refuseConfirmed } from '../../../../domain/board/agenda.ts'
import { checkChair } from '../../../../domain/board/checkChair.ts'
import { type AgendaItem, type Meeting, Outcome, Vote } from '../../../../domain/board/meeting.ts'
import {
  confirmItem,
  confirmRecord,
  type OutcomeContext,
  recordOutcome,
} from '../../../../domain/board/recordOutcome.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Acting, Service } from '../../command.ts'
import { type AgendaSubject, askedOf, subjectOf } from './agendaSubject.ts'
import { type MeetingAtHand, meetingAt, saveMeeting } from './meetingOf.ts'
import { takeEffect } from './takeEffect.ts'
import { withVotes } from './votes.ts'

const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })

export const OutcomeRecord = Seen.extend({
  itemId: Id,
  ...Outcome.omit({ recordedBy: true }).shape,
  /** The votes as they were cast in the room, taken down with what they carry; null leaves those that there are. */
  votes: z.array(Vote).max(200).nullable().default(null),
}).refine(
  ({ result, conditions }) =>
    conditions.length === 0 || result === 'recommended' || result === 'approved_with_conditions',
  { path: ['conditions'] },
)

/** Records what the board decided on an item; another record takes its place until the chair confirms it. */
export const recordItemOutcome: Service<z.infer<typeof OutcomeRecord>, Meeting> = async (change, input, acting) => {
  const read = await meetingAt(change, input, acting)
  const { id: _, revision: __, itemId, votes, ...given } = input
  const found = votes === null ? read : { ...read, meeting: await withVotes(change, read, itemId, votes) }
  const { item, context, sha256 } = await readItem(change, itemOf(found.meeting, itemId), found, acting)
  const next = recordOutcome(found.meeting, itemId, { ...given, recordedBy: acting.actor }, context)
  return await saveMeeting(change, next, `outcome recorded: ${given.result}`, detailOf(item, given.result, sha256))
}

export const ItemConfirmation = Seen.extend({ itemId: Id })

/** The chair confirms one item: its outcome takes effect at once, in the same event. */
export const confirmAgendaItem: Service<z.infer<typeof ItemConfirmation>, Meeting> = async (change, input, acting) => {
  const found = await meetingAt(change, input, acting)
  const { meeting, board, today } = found
  const read = await readItem(change, itemOf(meeting, input.itemId), found, acting)
  checkChair(board, meeting, [{ item: read.item, writers: read.context.writers }], acting.account?.id ?? null, today)
  const next = await meetings.save(change, confirmItem(meeting, input.itemId, read.context))
  const result = read.item.outcome?.result ?? fail('wrong-status', { is: 'without an outcome', needs: 'recorded' })
  await takeEffect(change, found, read, acting)
  return {
    subject: { kind: 'meeting', id: meeting.id },
    transition: `outcome confirmed: ${result}`,
    value: next,
    detail: detailOf(read.item, result, read.sha256),
  }
}

export const RecordConfirmation = Seen

/** The chair confirms the record: what was decided and not yet confirmed takes effect, and the meeting is read-only. */
export const confirmMeetingRecord: Service<z.infer<typeof RecordConfirmation>, Meeting> = async (
  change,
  input,
  acting,
) => {
  const found = await meetingAt(change, input, acting)
  const { meeting, board, today } = found
  const open = meeting.items.filter(({ isConfirmed, outcome }) => !isConfirmed && outcome !== null)
  const read: ReadItem[] = []
  for (const item of open) read.push(await readItem(change, item, found, acting))
  const own = acting.account?.id ?? null
  checkChair(
    board,
    meeting,
    read.map(({ item, context }) => ({ item, writers: context.writers })),
    own,
    today,
  )
  const contexts = new Map(read.map(({ item, context }) => [item.id, context]))
  const next = await meetings.save(change, confirmRecord(meeting, contexts, today))
  for (const each of read) await takeEffect(change, found, each, acting)
  return {
    subject: { kind: 'meeting', id: meeting.id },
    transition: `${meeting.status} → confirmed`,
    value: next,
    detail: { items: read.map(({ item, sha256 }) => detailOf(item, item.outcome?.result ?? '', sha256)) },
  }
}

/** An item of an agenda with all that its outcome stands on. */
export interface ReadItem {
  item: AgendaItem
  subject: AgendaSubject | null
  context: OutcomeContext
  /** The paper that was before the board, and its hash. */
  sha256: string | null
}

const readItem = async (
  { tx }: Change,
  item: AgendaItem,
  { meeting, board, today }: MeetingAtHand,
  acting: Acting,
): Promise<ReadItem> => {
  refuseConfirmed(item)
  const subject = await subjectOf(tx, item, meeting.heldOn)
  const paper = item.paperId === null ? null : await papers.get(tx, item.paperId)
  const context: OutcomeContext = {
    board,
    act: subject ? (await askedOf(tx, subject, board.id)).act : 'note',
    writers: subject?.writers ?? [],
    isPaperCurrent: subject === null || paper?.subjectRevision === subject.revision,
    hasOpenConditions: subject?.hasOpenConditions ?? false,
    organisationNames: new Map((await organisations.list(tx)).map(({ id, name }) => [id, name])),
    actor: acting.actor,
    today,
  }
  return { item, subject, context, sha256: paper?.sha256 ?? null }
}

const detailOf = ({ id, title, subjectId, outcome }: AgendaItem, result: string, sha256: string | null) => ({
  itemId: id,
  title,
  subjectId,
  result,
  reason: outcome?.reason ?? '',
  paperSha256: sha256,
})
