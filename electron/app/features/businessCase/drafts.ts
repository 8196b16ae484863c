import { z } from 'zod'
import { beginChange, type Change } from '../../../../db/change.ts'
import { type Draft, findDraft, keepDraft, removeDraft } from '../../../../db/drafts.ts'
import type { Tx } from '../../../../db/schema.ts'
import { businessCases } from '../../../../db/subjects.ts'
import type { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import { applyDraft, checkField, type DraftField, isSame } from '../../../../domain/businessCase/draftFields.ts'
import type { Instant } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { mayDo } from '../../../../domain/roles.ts'
import { checkScope } from '../../checkScope.ts'
import type { Acting, Outcome, Service } from '../../command.ts'

const Field = z.strictObject({ path: z.string().max(200), base: z.json(), value: z.json() })

export const DraftInput = z.strictObject({
  id: Id,
  /** The revision that its writer reads. */
  baseRevision: z.int().min(1),
  /** The fields that changed, each with what stood there when its writer began on it. */
  fields: z.array(Field).min(1).max(1000),
})

export interface KeptDraft {
  savedAt: Instant
  fields: DraftField[]
}

/** Keeps what is being written, outside the trail. Throws `not-permitted`, `not-found`, `wrong-status` once it is submitted. */
export const saveDraft = async (acting: Acting, input: z.infer<typeof DraftInput>): Promise<KeptDraft> => {
  refuseReader(acting, 'cases.saveDraft')
  const fields = fieldsOf(input, checkField)
  return await acting.file.write(async (tx) => {
    const found = await businessCases.get(tx, input.id)
    await refuseOutside(tx, found, acting)
    const { status } = found
    if (status !== 'draft') fail('wrong-status', { is: status, needs: 'draft' })
    const kept = withFields(await findDraft(tx, input.id, acting.actor), fields)
    return await keepFields(tx, acting, { ...input, kind: 'business_case', kept })
  })
}

/** The fields of an input, each held against what its kind of thing takes there. */
export const fieldsOf = (
  input: z.infer<typeof DraftInput>,
  check: (field: Pick<DraftField, 'path' | 'value'>) => void,
): DraftField[] => {
  // Half of a pair, as when a text is cut within a character, has no place in the trail.
  const fields = JSON.parse(JSON.stringify(input.fields), (_name, value) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  ) as DraftField[]
  for (const { path, base, value } of fields) {
    check({ path, value: base })
    check({ path, value })
  }
  return fields
}

/** What a draft holds with these fields in it; one that is as it was before is none. */
export const withFields = (before: Draft | undefined, fields: readonly DraftField[]): DraftField[] => {
  const byPath = new Map(fieldsIn(before).map((field) => [field.path, field]))
  for (const field of fields) {
    if (isSame(field.base, field.value)) byPath.delete(field.path)
    else byPath.set(field.path, field)
  }
  return [...byPath.values()]
}

interface Keeping extends Pick<z.infer<typeof DraftInput>, 'id' | 'baseRevision'> {
  kind: Draft['subjectKind']
  kept: DraftField[]
}

/** Keeps the actor's fields of a thing in the place of those before, or nothing where none are left. */
export const keepFields = async (
  tx: Tx,
  acting: Acting,
  { id, kind, baseRevision, kept }: Keeping,
): Promise<KeptDraft> => {
  const savedAt = acting.clock()
  const { actor, role } = acting
  if (kept.length === 0) await removeDraft(tx, id, actor)
  else {
    await keepDraft(tx, { subjectKind: kind, subjectId: id, actor, role, baseRevision, content: kept, savedAt })
  }
  return { savedAt, fields: kept }
}

export const DropInput = z.strictObject({ id: Id })

/** Throws away what the actor is writing in a case, and nobody else's. */
export const dropDraft = async (acting: Acting, { id }: z.infer<typeof DropInput>): Promise<void> => {
  refuseReader(acting, 'cases.dropDraft')
  await acting.file.write((tx) => removeDraft(tx, id, acting.actor))
}

/** Makes one act of what the actor has written. Throws `text-changed` with both texts, and then the draft stays. */
export const leave: Service<z.infer<typeof DropInput>, BusinessCase> = async (change, { id }, acting) => {
  const draft = await findDraft(change.tx, id, acting.actor)
  return draft ? await leaveDraft(change, draft) : null
}

/** The case with a draft in it, saved; null where the draft says nothing new. The draft is gone in either case. */
export const leaveDraft = async (change: Change, draft: Draft): Promise<Outcome<BusinessCase> | null> => {
  const applied = await appliedDraft(change, draft)
  if (!applied) return null
  const after = await businessCases.save(change, applied.after)
  return {
    subject: { kind: 'business_case', id: after.id },
    transition: 'written',
    value: after,
    detail: { fields: applied.changed },
  }
}

/** Takes a draft off the desk and puts it into its case, which the caller saves. */
export const appliedDraft = async (change: Change, draft: Draft) => {
  const before = await businessCases.get(change.tx, draft.subjectId)
  const applied = applyDraft(before, fieldsIn(draft), draft.actor)
  await removeDraft(change.tx, draft.subjectId, draft.actor)
  return applied
}

export const fieldsIn = (draft: Draft | undefined): DraftField[] => (draft?.content ?? []) as DraftField[]

/** A draft becomes an act by itself, so that whose role does not reach the scheme may not begin one. Throws `outside-scope`. */
const refuseOutside = async (tx: Tx, found: BusinessCase, acting: Acting): Promise<void> => {
  const change = await beginChange(tx, acting.clock())
  change.rows.push({ kind: 'business_case', row: businessCases.toRow(found) })
  await checkScope(change, acting)
}

const refuseReader = ({ role }: Acting, operation: string): void => {
  if (!mayDo(role, 'writeCase')) fail('not-permitted', { operation, role })
}
