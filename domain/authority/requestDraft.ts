import { z } from 'zod'
import { type DraftField, isSame } from '../businessCase/draftFields.ts'
import { fail } from '../errors.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature, Place } from '../ledger/entry.ts'
import { Pence } from '../money.ts'
import { type AuthorityRequest, RequestContents, RequestCover, RequestNarrative } from './authorityRequest.ts'

type Contents = RequestContents
const contentFields = Object.keys(RequestContents.shape) as (keyof Contents)[]

/** Throws `bad-request` for a field that no request has, and for what does not fit into it. */
export const checkRequestField = ({ path, value }: Pick<DraftField, 'path' | 'value'>): void => {
  if (!partOf(path).schema.safeParse(value).success) fail('bad-request', { fields: [{ path, message: 'invalid' }] })
}

/** What a request says with a draft laid over it; what somebody else has changed since is left as it is and named. */
export const mergeRequestDraft = (
  before: RequestContents,
  fields: readonly DraftField[],
): { contents: RequestContents; changed: string[]; conflicts: { field: string; yours: string; theirs: string }[] } => {
  let contents: Contents = before
  const changed: string[] = []
  const conflicts: { field: string; yours: string; theirs: string }[] = []
  for (const { path, base, value } of fields) {
    const part = partOf(path)
    const now = part.read(contents)
    if (isSame(now, value)) continue
    if (isSame(now, base)) {
      contents = part.write(contents, value)
      changed.push(path)
    } else conflicts.push({ field: path, yours: inWords(value), theirs: inWords(now) })
  }
  return { contents, changed, conflicts }
}

/** What a field of a request holds; null for an amount that is not there. */
export const requestField = (contents: RequestContents, path: string): unknown => partOf(path).read(contents)

/**
 * The request with what a draft leaves in it, and its writer among the writers; undefined where it says nothing new. What
 * somebody else has changed since its writer began on it is named by `text-changed`, with both texts.
 */
export const applyRequestDraft = (
  before: AuthorityRequest,
  fields: readonly DraftField[],
  actor: string,
): { after: AuthorityRequest; changed: string[] } | undefined => {
  if (before.status !== 'draft') fail('wrong-status', { is: before.status, needs: 'draft' })
  const { contents, changed, conflicts } = mergeRequestDraft(before, fields)
  if (conflicts.length > 0) fail('text-changed', { fields: conflicts })
  if (changed.length === 0) return undefined
  const fits = RequestContents.safeParse(Object.fromEntries(contentFields.map((field) => [field, contents[field]])))
  if (!fits.success) fail('bad-request', { fields: [{ path: changed.join(', ').slice(0, 200), message: 'too_big' }] })
  const writers = before.writers.includes(actor) ? before.writers : [...before.writers, actor]
  return { after: { ...before, ...contents, writers, revision: before.revision + 1 }, changed }
}

interface Part {
  schema: z.ZodType
  read: (contents: Contents) => unknown
  write: (contents: Contents, value: unknown) => Contents
}

/**
 * `title`, `decisionTaker`, `decisionDueOn`, `cover.wards`, `narrative.summary`, `lines.theme.ID.2020.none.capital` and
 * `funding.ID.2020`; the last two hold an amount, null where there is no line.
 */
const partOf = (path: string): Part => {
  const [name = '', ...keys] = path.split('.')
  const found =
    keys.length === 0
      ? plainPart(name)
      : name === 'lines'
        ? linePart(keys)
        : name === 'funding'
          ? fundingPart(keys)
          : wordPart(name, keys)
  return found ?? fail('bad-request', { fields: [{ path: path.slice(0, 100), message: 'unknown' }] })
}

const plain = ['title', 'decisionTaker', 'decisionDueOn'] as const

const plainPart = (wanted: string): Part | undefined => {
  const name = plain.find((each) => each === wanted)
  return (
    name && {
      schema: RequestContents.shape[name],
      read: (contents) => contents[name],
      write: (contents, value) => ({ ...contents, [name]: value }),
    }
  )
}

const groups = { cover: RequestCover, narrative: RequestNarrative } as const

const wordPart = (group: string, [wanted = '', ...rest]: string[]): Part | undefined => {
  if ((group !== 'cover' && group !== 'narrative') || rest.length > 0) return undefined
  const shape = groups[group].shape as Record<string, z.ZodType>
  const schema = Object.hasOwn(shape, wanted) ? shape[wanted] : undefined
  return (
    schema && {
      schema,
      read: (contents) => (contents[group] as Record<string, unknown>)[wanted],
      write: (contents, value) => ({ ...contents, [group]: { ...contents[group], [wanted]: value } }),
    }
  )
}

const LineKey = z.strictObject({
  place: Place,
  startYear: StartYear,
  sourceId: Id.nullable(),
  nature: Nature,
})

const linePart = ([kind, id, year, source, nature, ...rest]: string[]): Part | undefined => {
  const sourceId = source === 'none' ? null : source
  const parsed = LineKey.safeParse({ place: { kind, id }, startYear: Number(year), sourceId, nature })
  if (!parsed.success || rest.length > 0) return undefined
  const key = parsed.data
  return amountPart('lines', key, (line) =>
    isSame({ place: line.place, startYear: line.startYear, sourceId: line.sourceId, nature: line.nature }, key),
  )
}

const FundingKey = z.strictObject({ sourceId: Id, startYear: StartYear })

const fundingPart = ([sourceId, year, ...rest]: string[]): Part | undefined => {
  const parsed = FundingKey.safeParse({ sourceId, startYear: Number(year) })
  if (!parsed.success || rest.length > 0) return undefined
  const key = parsed.data
  return amountPart('funding', key, (line) => line.sourceId === key.sourceId && line.startYear === key.startYear)
}

const amountPart = <Name extends 'lines' | 'funding'>(
  name: Name,
  key: object,
  isOwn: (line: Contents[Name][number]) => boolean,
): Part => ({
  schema: Pence.nullable(),
  read: (contents) => (contents[name] as Contents[Name][number][]).find(isOwn)?.amount ?? null,
  write: (contents, value) => {
    const lines = contents[name] as Contents[Name][number][]
    const line = { ...key, amount: value } as Contents[Name][number]
    const next =
      value === null
        ? lines.filter((each) => !isOwn(each))
        : lines.some(isOwn)
          ? lines.map((each) => (isOwn(each) ? line : each))
          : [...lines, line]
    return { ...contents, [name]: next }
  },
})

/** A field's value as both writers can read it. */
const inWords = (value: unknown): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value)
