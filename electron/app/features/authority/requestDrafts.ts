import type { z } from 'zod'
import { appendEvent, beginChange, type Change } from '../../../../db/change.ts'
import { type Draft, findDraft, keepDraft, listRestedDrafts, removeDraft } from '../../../../db/drafts.ts'
import type { Tx } from '../../../../db/schema.ts'
import { authorityRequests } from '../../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../../domain/authority/authorityRequest.ts'
import { applyRequestDraft, checkRequestField, mergeRequestDraft } from '../../../../domain/authority/requestDraft.ts'
import { type DraftField, isSame } from '../../../../domain/businessCase/draftFields.ts'
import type { Instant } from '../../../../domain/calendarDay.ts'
import { Failure, fail } from '../../../../domain/errors.ts'
import { mayDo } from '../../../../domain/roles.ts'
import { checkScope } from '../../checkScope.ts'
import type { Acting, Outcome, Service } from '../../command.ts'
import { type DraftInput, type DropInput, fieldsIn, type KeptDraft } from '../businessCase/drafts.ts'
import { REST } from '../businessCase/restedDrafts.ts'

/** Keeps what is being written in a request, outside the trail. Throws `not-permitted`, `outside-scope`, `not-found` and `wrong-status`. */
export const saveRequestDraft = async (acting: Acting, input: z.infer<typeof DraftInput>): Promise<KeptDraft> => {
  refuseReader(acting, 'requests.saveDraft')
  const fields = JSON.parse(JSON.stringify(input.fields), (_name, value) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  ) as DraftField[]
  for (const { path, base, value } of fields) {
    checkRequestField({ path, value: base })
    checkRequestField({ path, value })
  }
  return await acting.file.write(async (tx) => {
    const found = await authorityRequests.get(tx, input.id)
    const { status } = found
    if (status !== 'draft') fail('wrong-status', { is: status, needs: 'draft' })
    const byPath = new Map(fieldsIn(await findDraft(tx, input.id, acting.actor)).map((field) => [field.path, field]))
    for (const field of fields) {
      if (isSame(field.base, field.value)) byPath.delete(field.path)
      else byPath.set(field.path, field)
    }
    const kept = [...byPath.values()]
    await refuseOutside(tx, [found, { ...found, ...mergeRequestDraft(found, kept).contents }], acting)
    const savedAt = acting.clock()
    if (kept.length === 0) await removeDraft(tx, input.id, acting.actor)
    else {
      await keepDraft(tx, {
        subjectKind: 'authority_request',
        subjectId: input.id,
        actor: acting.actor,
        role: acting.role,
        baseRevision: input.baseRevision,
        content: kept,
        savedAt,
      })
    }
    return { savedAt, fields: kept }
  })
}

/** Throws away what the actor is writing in a request, and nobody else's. */
export const dropRequestDraft = async (acting: Acting, { id }: z.infer<typeof DropInput>): Promise<void> => {
  refuseReader(acting, 'requests.dropDraft')
  await acting.file.write((tx) => removeDraft(tx, id, acting.actor))
}

/** Makes one act of what the actor has written. Throws `text-changed` with both texts, and then the draft stays. */
export const leaveRequest: Service<z.infer<typeof DropInput>, AuthorityRequest> = async (change, { id }, acting) => {
  const draft = await findDraft(change.tx, id, acting.actor)
  return draft ? await leaveDraft(change, draft) : null
}

const leaveDraft = async (change: Change, draft: Draft): Promise<Outcome<AuthorityRequest> | null> => {
  const before = await authorityRequests.get(change.tx, draft.subjectId)
  const applied = applyRequestDraft(before, fieldsIn(draft), draft.actor)
  await removeDraft(change.tx, draft.subjectId, draft.actor)
  if (!applied) return null
  const value = await authorityRequests.save(change, applied.after)
  return {
    subject: { kind: 'authority_request', id: value.id },
    transition: 'written',
    value,
    detail: { reference: value.reference, fields: applied.changed },
  }
}

/** Makes one act of each draft that has come to rest, by its own writer. One that somebody else's text stands against stays. */
export const leaveRestedRequests = async (acting: Acting): Promise<void> => {
  const until = new Date(Date.parse(acting.clock()) - REST).toISOString() as Instant
  for (const { subjectId, actor } of await acting.file.read((db) => listRestedDrafts(db, 'authority_request', until))) {
    try {
      await acting.file.write(async (tx) => {
        const draft = await findDraft(tx, subjectId, actor)
        // Its writer may have gone on writing, or left, in between.
        if (!draft || draft.savedAt > until) return
        const change = await beginChange(tx, acting.clock())
        const outcome = await leaveDraft(change, draft)
        if (!outcome) return
        const { value: _saved, ...heading } = outcome
        await appendEvent(change, { ...heading, actor, role: draft.role, operation: 'requests.leave' })
      })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      acting.log({ level: 'warn', what: 'draft was not taken over', subject: subjectId, code: error.code })
    }
  }
}

/** A draft becomes an act by itself: it is for a role that reaches what the request is about, and what it would be about. Throws `outside-scope`. */
const refuseOutside = async (tx: Tx, requests: AuthorityRequest[], acting: Acting): Promise<void> => {
  const change = await beginChange(tx, acting.clock())
  change.rows.push(
    ...requests.map((each) => ({ kind: 'authority_request' as const, row: authorityRequests.toRow(each) })),
  )
  await checkScope(change, acting)
}

const refuseReader = ({ role }: Acting, operation: string): void => {
  if (!mayDo(role, 'request')) fail('not-permitted', { operation, role })
}
