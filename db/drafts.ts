import type { Selectable } from 'kysely'
import { Instant } from '../domain/calendarDay.ts'
import type { Id } from '../domain/id.ts'
import { Role } from '../domain/roles.ts'
import { readable } from './readable.ts'
import type { Reading, Schema, Tx } from './schema.ts'

/** What somebody is writing and has not left yet: outside the trail until it is one act. */
export interface Draft<T = unknown> {
  subjectKind: 'business_case' | 'authority_request'
  subjectId: Id
  /** As events name them. */
  actor: string
  role: Role
  /** The revision that they began on. */
  baseRevision: number
  content: T
  savedAt: Instant
}

export const findDraft = async (db: Reading | Tx, subjectId: Id, actor: string): Promise<Draft | undefined> =>
  (await listDrafts(db, subjectId)).find((draft) => draft.actor === actor)

/** What is being written in a thing, the longest at rest first. */
export const listDrafts = async (db: Reading | Tx, subjectId: Id): Promise<Draft[]> => {
  const rows = await (db as Reading)
    .selectFrom('draft')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('saved_at')
    .execute()
  return rows.map(fromRow)
}

/** The drafts of a kind that nobody has touched since a moment, the longest at rest first. */
export const listRestedDrafts = async (db: Reading, kind: Draft['subjectKind'], until: Instant): Promise<Draft[]> => {
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .where('subject_kind', '=', kind)
    .where('saved_at', '<=', until)
    .orderBy('saved_at')
    .execute()
  return rows.map(fromRow)
}

/** Keeps a draft in the place of its writer's own one before. */
export const keepDraft = async (tx: Tx, draft: Draft): Promise<void> => {
  const row = {
    subject_kind: draft.subjectKind,
    subject_id: draft.subjectId,
    actor: draft.actor,
    role: draft.role,
    base_revision: draft.baseRevision,
    content_json: JSON.stringify(draft.content),
    saved_at: draft.savedAt,
  }
  await tx
    .insertInto('draft')
    .values(row)
    .onConflict((conflict) => conflict.columns(['subject_id', 'actor']).doUpdateSet(row))
    .execute()
}

export const removeDraft = async (tx: Tx, subjectId: Id, actor: string): Promise<void> => {
  await tx.deleteFrom('draft').where('subject_id', '=', subjectId).where('actor', '=', actor).execute()
}

type DraftRow = Selectable<Schema['draft']>

const fromRow = (row: DraftRow): Draft =>
  readable(() => ({
    subjectKind: row.subject_kind as Draft['subjectKind'],
    subjectId: row.subject_id as Id,
    actor: row.actor,
    role: Role.parse(row.role),
    baseRevision: row.base_revision,
    content: JSON.parse(row.content_json),
    savedAt: Instant.parse(row.saved_at),
  }))
