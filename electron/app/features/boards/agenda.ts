import { z } from 'zod'
import { liveAgendaOf } from '../../../../db/queries/agenda.ts'
import {
  addItem,
  exemptItem,
  itemOf,
  publishAgenda,
  removeItem,
  reorderItems,
} from '../../../../domain/board/agenda.ts'
import { AgendaItem, type Meeting } from '../../../../domain/board/meeting.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Service } from '../../command.ts'
import { exemptReasonOf } from '../exempt/withheld.ts'
import { freezePaper } from '../papers.ts'
import { askedOf, refuseEarlier, subjectOf } from './agendaSubject.ts'
import { meetingAt, saveMeeting } from './meetingOf.ts'

const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })

/** A business case or a request by its id, or, without one, other business by its title. */
export const ItemAddition = Seen.extend({
  subjectKind: AgendaItem.shape.subjectKind,
  subjectId: Id.nullable(),
  title: AgendaItem.shape.title.trim().nullable(),
  isExempt: z.boolean(),
  exemptReason: AgendaItem.shape.exemptReason.default(''),
}).refine(({ subjectKind, subjectId, title }) => (subjectKind === 'other' ? title !== null : subjectId !== null), {
  path: ['title'],
})

/**
 * Puts an item on the agenda; what is exempt elsewhere is exempt here too. Throws `reason-missing` for an exempt item without
 * a reason, `not-this-board` for what has to go elsewhere next, `already-on-agenda` for what
 * stands on another agenda that is still open, and `date-order` for a meeting before the item was ready for it.
 */
export const addAgendaItem: Service<z.infer<typeof ItemAddition>, Meeting> = async (change, input, acting) => {
  const { meeting, board } = await meetingAt(change, input, acting)
  const { subjectKind } = input
  const subjectId = subjectKind === 'other' ? null : input.subjectId
  const subject = await subjectOf(change.tx, { subjectKind, subjectId }, meeting.heldOn)
  if (subject) await askedOf(change.tx, subject, board.id)
  refuseEarlier(subject, meeting.heldOn)
  const title = subject?.title ?? input.title ?? ''
  const elsewhere = subjectId === null ? undefined : await liveAgendaOf(change.tx, subjectId)
  if (elsewhere) fail('already-on-agenda', { title, on: elsewhere.heldOn })
  if (input.isExempt && input.exemptReason === '') fail('reason-missing', { act: 'exempt' })
  const inherited = subjectId === null ? null : await exemptReasonOf(change.tx, subjectId)
  const exemptReason = input.isExempt ? input.exemptReason : (inherited ?? '')
  const next = addItem(meeting, { id: acting.newId(), subjectKind, subjectId, title, exemptReason })
  return await saveMeeting(change, next, 'item added', { title, subjectId })
}

/** The reason for which it is kept from the public; empty opens it to all. */
export const ItemExemption = Seen.extend({ itemId: Id, reason: AgendaItem.shape.exemptReason })

/** Marks an item as exempt, with why, or opens it to all again. */
export const setItemExemption: Service<z.infer<typeof ItemExemption>, Meeting> = async (change, input, acting) => {
  const { meeting } = await meetingAt(change, input, acting)
  const item = itemOf(meeting, input.itemId)
  if (item.exemptReason === input.reason) return null
  const next = exemptItem(meeting, item.id, input.reason)
  const { title } = item
  return await saveMeeting(change, next, input.reason === '' ? 'opened to all' : 'made exempt', { title })
}

export const ItemRemoval = Seen.extend({ itemId: Id })

export const removeAgendaItem: Service<z.infer<typeof ItemRemoval>, Meeting> = async (change, input, acting) => {
  const { meeting } = await meetingAt(change, input, acting)
  const title = meeting.items.find(({ id }) => id === input.itemId)?.title
  return await saveMeeting(change, removeItem(meeting, input.itemId), 'item removed', { title })
}

export const ItemOrder = Seen.extend({ itemIds: z.array(Id).min(1).max(100) })

export const reorderAgenda: Service<z.infer<typeof ItemOrder>, Meeting> = async (change, input, acting) => {
  const { meeting } = await meetingAt(change, input, acting)
  return await saveMeeting(change, reorderItems(meeting, input.itemIds), 'items reordered')
}

export const AgendaPublication = Seen

/**
 * Publishes the agenda and freezes what each item asks the board to decide on. Published again it takes up what was added
 * or changed since; nothing happens where nothing was.
 */
export const publishMeetingAgenda: Service<z.infer<typeof AgendaPublication>, Meeting> = async (
  change,
  input,
  acting,
) => {
  const { meeting, board } = await meetingAt(change, input, acting)
  const frozen = new Map<Id, Id>()
  const hashes: Record<string, string> = {}
  for (const item of meeting.items) {
    const subject = await subjectOf(change.tx, item, meeting.heldOn)
    if (!subject || item.isConfirmed) continue
    await askedOf(change.tx, subject, board.id)
    const paper = await freezePaper(change, subject.of, acting.newId)
    frozen.set(item.id, paper.id)
    hashes[item.id] = paper.sha256
  }
  const next = publishAgenda(meeting, frozen, change.recordedAt)
  const isSame = meeting.items.every(({ id, paperId }) => (frozen.get(id) ?? paperId) === paperId)
  if (meeting.status === 'agenda_published' && isSame) return null
  return await saveMeeting(change, next, `${meeting.status} → agenda_published`, { papers: hashes })
}
