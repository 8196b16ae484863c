import type { z } from 'zod'
import { beginChange, type Change } from '../../../../db/change.ts'
import { type Draft, findDraft, removeDraft } from '../../../../db/drafts.ts'
import type { Tx } from '../../../../db/schema.ts'
import { authorityRequests } from '../../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../../domain/authority/authorityRequest.ts'
import { applyRequestDraft, checkRequestField, mergeRequestDraft } from '../../../../domain/authority/requestDraft.ts'
import { fail } from '../../../../domain/errors.ts'
import { mayDo } from '../../../../domain/roles.ts'
import { checkScope } from '../../checkScope.ts'
import type { Acting, Outcome, Service } from '../../command.ts'
import {
  type DraftInput,
  type DropInput,
  fieldsIn,
  fieldsOf,
  type KeptDraft,
  keepFields,
  withFields,
} from '../businessCase/drafts.ts'

/** Keeps what is being written in a request, outside the trail. Throws `not-permitted`, `outside-scope`, `not-found` and `wrong-status`. */
export const saveRequestDraft = async (acting: Acting, input: z.infer<typeof DraftInput>): Promise<KeptDraft> => {
  refuseReader(acting, 'requests.saveDraft')
  const fields = fieldsOf(input, checkRequestField)
  return await acting.file.write(async (tx) => {
    const found = await authorityRequests.get(tx, input.id)
    const { status } = found
    if (status !== 'draft') fail('wrong-status', { is: status, needs: 'draft' })
    const kept = withFields(await findDraft(tx, input.id, acting.actor), fields)
    await refuseOutside(tx, [found, { ...found, ...mergeRequestDraft(found, kept).contents }], acting)
    return await keepFields(tx, acting, { ...input, kind: 'authority_request', kept })
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
  return draft ? await leaveRequestDraft(change, draft) : null
}

/** The request with a draft in it, saved; null where the draft says nothing new. The draft is gone in either case. */
export const leaveRequestDraft = async (change: Change, draft: Draft): Promise<Outcome<AuthorityRequest> | null> => {
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
