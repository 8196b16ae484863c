import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { type DraftField, fieldOf, isSame, mergeDraft } from '../../../domain/businessCase/draftFields.ts'

export type Fields = ReadonlyMap<string, DraftField>

export const fieldsBy = (fields: readonly DraftField[]): Fields =>
  new Map(fields.map(({ path, base, value }) => [path, { path, base, value }]))

/**
 * The fields as they stand over what is saved by now. What the program saved of the writer's own text, after a rest or at
 * the press of a button, is what they began from: it is nobody else's change.
 */
export const rebased = (fields: Fields, saved: BusinessCase, sent: ReadonlyMap<string, unknown>): Fields =>
  new Map(
    [...fields].map(([path, field]) => {
      const now = fieldOf(saved, path)
      const isOwn = sent.has(path) && !isSame(now, field.base) && isSame(now, sent.get(path))
      return [path, isOwn ? { ...field, base: now } : field]
    }),
  )

/** A field as its writer leaves it, over what stood there when they began on it. */
export const written = (fields: Fields, saved: BusinessCase, path: string, value: unknown): DraftField => ({
  path,
  base: fields.get(path)?.base ?? fieldOf(saved, path),
  value,
})

export interface Conflict {
  path: string
  yours: unknown
  theirs: unknown
  /** Whether both can stand one under the other. */
  isText: boolean
}

/** What somebody else has changed since the writer began on it. */
export const conflictsIn = (fields: Fields, saved: BusinessCase): Conflict[] =>
  mergeDraft(saved, [...fields.values()]).conflicts.map(({ field: path }) => {
    const [yours, theirs] = [fields.get(path)?.value, fieldOf(saved, path)]
    return { path, yours, theirs, isText: typeof yours === 'string' && typeof theirs === 'string' }
  })

export type Choice = 'mine' | 'theirs' | 'both'

/** The field after its writer has chosen: over what the other one wrote. */
export const resolved = (field: DraftField, saved: BusinessCase, choice: Choice): DraftField => {
  const theirs = fieldOf(saved, field.path)
  const value = choice === 'mine' ? field.value : choice === 'theirs' ? theirs : `${theirs}\n\n${field.value}`
  return { path: field.path, base: theirs, value }
}

/** What the writer reads and goes on writing: the saved case with their own fields over it. */
export const working = (fields: Fields, saved: BusinessCase): BusinessCase => {
  const own = [...fields.values()].map(({ path, value }) => ({ path, base: fieldOf(saved, path), value }))
  return { ...saved, ...mergeDraft(saved, own).contents }
}

/** After a save that took `sent` along: what has been typed since is over that. */
export const afterLeaving = (fields: Fields, sent: Fields): Fields =>
  new Map(
    [...fields].flatMap(([path, field]): [string, DraftField][] => {
      const saved = sent.get(path)
      if (!saved) return [[path, field]]
      return isSame(saved.value, field.value) ? [] : [[path, { ...field, base: saved.value }]]
    }),
  )
