import { appendEvent, beginChange } from '../../../../db/change.ts'
import { findDraft, listRestedDrafts } from '../../../../db/drafts.ts'
import type { Instant } from '../../../../domain/calendarDay.ts'
import { Failure } from '../../../../domain/errors.ts'
import type { Acting } from '../../command.ts'
import { leaveDraft } from './drafts.ts'

/** A quarter of an hour, in milliseconds: after so long a rest what was written becomes an act of its writer. */
export const REST = 15 * 60_000

/** Makes one act of each draft that has come to rest, by its own writer. One that somebody else's text stands against stays. */
export const leaveRestedDrafts = async (acting: Acting): Promise<void> => {
  const until = new Date(Date.parse(acting.clock()) - REST).toISOString() as Instant
  for (const { subjectId, actor } of await acting.file.read((db) => listRestedDrafts(db, 'business_case', until))) {
    try {
      await acting.file.write(async (tx) => {
        const draft = await findDraft(tx, subjectId, actor)
        // Its writer may have gone on writing, or left, in between.
        if (!draft || draft.savedAt > until) return
        const change = await beginChange(tx, acting.clock())
        const outcome = await leaveDraft(change, draft)
        if (!outcome) return
        const { value: _saved, ...heading } = outcome
        await appendEvent(change, { ...heading, actor, role: draft.role, operation: 'cases.leave' })
      })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      acting.log({ level: 'warn', what: 'draft was not taken over', subject: subjectId, code: error.code })
    }
  }
}
