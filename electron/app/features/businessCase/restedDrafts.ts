import { appendEvent, beginChange, type Change } from '../../../../db/change.ts'
import { type Draft, findDraft, listRestedDrafts } from '../../../../db/drafts.ts'
import type { ProgrammeFile } from '../../../../db/programmeFile.ts'
import type { Instant } from '../../../../domain/calendarDay.ts'
import { Failure } from '../../../../domain/errors.ts'
import type { Acting, Outcome } from '../../command.ts'

/** A quarter of an hour, in milliseconds: after so long a rest what was written becomes an act of its writer. */
export const REST = 15 * 60_000

/** The moment since which what is at rest was not touched. */
export const restedSince = ({ clock }: Pick<Acting, 'clock'>): Instant =>
  new Date(Date.parse(clock()) - REST).toISOString() as Instant

/** The drafts of a kind, the operation that their writers would do, and what it does. */
export interface Rested {
  kind: Draft['subjectKind']
  operation: string
  leave: (change: Change, draft: Draft) => Promise<Outcome<unknown> | null>
}

/** By file, so that a draft that cannot be taken over is told once and not at each look at it. */
const toldOf = new WeakMap<ProgrammeFile, Set<string>>()

/** Makes one act of each draft that has come to rest, by its own writer. One that somebody else's text stands against stays. */
export const leaveRestedDrafts = async (acting: Acting, { kind, operation, leave }: Rested): Promise<void> => {
  const until = restedSince(acting)
  for (const { subjectId, actor, savedAt } of await acting.file.read((db) => listRestedDrafts(db, kind, until))) {
    try {
      await acting.file.write(async (tx) => {
        const draft = await findDraft(tx, subjectId, actor)
        // Its writer may have gone on writing, or left, in between.
        if (!draft || draft.savedAt > until) return
        const change = await beginChange(tx, acting.clock())
        const outcome = await leave(change, draft)
        if (!outcome) return
        const { value: _saved, ...heading } = outcome
        await appendEvent(change, { ...heading, actor, role: draft.role, operation })
      })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const told = toldOf.get(acting.file) ?? new Set()
      toldOf.set(acting.file, told)
      const key = `${subjectId} ${actor} ${savedAt} ${error.code}`
      if (!told.has(key)) {
        acting.log({ level: 'warn', what: 'draft was not taken over', subject: subjectId, code: error.code })
      }
      told.add(key)
    }
  }
}
