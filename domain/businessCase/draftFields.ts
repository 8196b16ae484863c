import type { z } from 'zod'
import { canonicalJson } from '../canonicalJson.ts'
import { fail } from '../errors.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature } from '../ledger/entry.ts'
import { Pence } from '../money.ts'
import {
  AssuranceKind,
  type BusinessCase,
  CaseAssurance,
  CaseBenefit,
  CaseContents,
  CaseOption,
  CaseRisk,
  CaseSections,
} from './businessCase.ts'
import { sectionOrder } from './guidance.ts'

/** What two people may write at the same time without touching each other's: a text, or one line of a list. */
export type FieldPath = string

/** A field as its writer found it and as they leave it; null where the line of a list is not there. */
export interface DraftField {
  path: FieldPath
  base: unknown
  value: unknown
}

const Contents = CaseContents.omit({ attachments: true })
type Contents = z.infer<typeof Contents>
const contentFields = Object.keys(Contents.shape) as (keyof Contents)[]

/** What a field holds; null for a line that is not there. */
export const fieldOf = (contents: Contents, path: FieldPath): unknown => partOf(path).read(contents)

/** Throws `bad-request` for a field that no case has, and for what does not fit into it. */
export const checkField = ({ path, value }: Pick<DraftField, 'path' | 'value'>): void => {
  const { schema } = partOf(path)
  if (!schema.safeParse(value).success) fail('bad-request', { fields: [{ path, message: 'invalid' }] })
}

export interface MergedDraft {
  contents: Contents
  /** The fields that are now as the writer left them, and were not. */
  changed: FieldPath[]
  /** The fields that somebody else has changed since the writer began on them. */
  conflicts: { field: FieldPath; yours: string; theirs: string }[]
}

/** Puts a draft over what the case holds by now. What somebody else has changed since is left as it is and named. */
export const mergeDraft = (contents: Contents, fields: readonly DraftField[]): MergedDraft => {
  let merged = contents
  const changed: FieldPath[] = []
  const conflicts: MergedDraft['conflicts'] = []
  for (const { path, base, value } of fields) {
    const now = fieldOf(merged, path)
    if (isSame(now, value)) continue
    if (isSame(now, base)) {
      merged = partOf(path).write(merged, value)
      changed.push(path)
    } else conflicts.push({ field: path, yours: inWords(value), theirs: inWords(now) })
  }
  return { contents: merged, changed, conflicts }
}

/** The case with what a draft leaves in it, and its writer among the writers; undefined where it says nothing new. Throws `text-changed`. */
export const applyDraft = (
  before: BusinessCase,
  fields: readonly DraftField[],
  actor: string,
): { after: BusinessCase; changed: FieldPath[] } | undefined => {
  if (before.status !== 'draft') fail('wrong-status', { is: before.status, needs: 'draft' })
  const { contents, changed, conflicts } = mergeDraft(before, fields)
  if (conflicts.length > 0) fail('text-changed', { fields: conflicts })
  if (changed.length === 0) return undefined
  const fits = Contents.safeParse(Object.fromEntries(contentFields.map((field) => [field, contents[field]])))
  if (!fits.success) fail('bad-request', { fields: [{ path: changed.join(', ').slice(0, 200), message: 'too_big' }] })
  const writers = before.writers.includes(actor) ? before.writers : [...before.writers, actor]
  return { after: { ...before, ...contents, writers, revision: before.revision + 1 }, changed }
}

export const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other)

interface Part {
  schema: z.ZodType
  read: (contents: Contents) => unknown
  write: (contents: Contents, value: unknown) => Contents
}

const partOf = (path: FieldPath): Part => {
  const [name = '', ...rest] = path.split('.')
  const found = rest.length === 0 ? textPart(name) : linePart(name, rest)
  return found ?? fail('bad-request', { fields: [{ path: path.slice(0, 100), message: 'unknown' }] })
}

const texts = ['title', 'ask', 'hasInterest', 'interests'] as const

const textPart = (wanted: string): Part | undefined => {
  const name = texts.find((each) => each === wanted)
  if (!name) return undefined
  return {
    schema: CaseContents.shape[name],
    read: (contents) => contents[name],
    write: (contents, value) => ({ ...contents, [name]: value }),
  }
}

const linePart = (list: string, keys: string[]): Part | undefined => {
  const [key = ''] = keys
  if (list === 'costs') return costPart(keys)
  if (keys.length > 1) return undefined
  if (list === 'sections') return sectionPart(key)
  if (list === 'assurance') {
    return AssuranceKind.safeParse(key).success ? listPart('assurance', CaseAssurance, 'kind', key) : undefined
  }
  if (!Id.safeParse(key).success) return undefined
  if (list === 'options') return listPart('options', CaseOption, 'id', key)
  if (list === 'benefits') return listPart('benefits', CaseBenefit, 'id', key)
  return list === 'risks' ? listPart('risks', CaseRisk, 'id', key) : undefined
}

const sectionPart = (wanted: string): Part | undefined => {
  const name = sectionOrder.find((each) => each === wanted)
  if (!name) return undefined
  return {
    schema: CaseSections.shape[name],
    read: ({ sections }) => sections[name],
    write: (contents, value) => ({ ...contents, sections: { ...contents.sections, [name]: value } }),
  }
}

type ListName = 'options' | 'benefits' | 'risks' | 'assurance'
type Line = Record<string, unknown>

const listPart = (name: ListName, schema: z.ZodType, keyName: string, key: string): Part => {
  const linesOf = (contents: Contents) => contents[name] as unknown as Line[]
  const isOwn = (line: Line) => line[keyName] === key
  return {
    schema: schema.nullable().refine((line) => line === null || isOwn(line as Line)),
    read: (contents) => linesOf(contents).find(isOwn) ?? null,
    write: (contents, value) => ({ ...contents, [name]: withLine(linesOf(contents), isOwn, value as Line | null) }),
  }
}

/** `costs.2020.none.capital`: the amount of a year, of one source or of none that is stated, and of one nature. */
const costPart = ([year = '', source = '', wanted = '', ...rest]: string[]): Part | undefined => {
  const startYear = StartYear.safeParse(Number(year))
  const sourceId = source === 'none' ? null : Id.safeParse(source).data
  const nature = Nature.safeParse(wanted)
  if (!startYear.success || sourceId === undefined || !nature.success || rest.length > 0) return undefined
  const key = { startYear: startYear.data, sourceId, nature: nature.data }
  const isOwn = (line: Contents['costs'][number]) =>
    line.startYear === key.startYear && line.sourceId === key.sourceId && line.nature === key.nature
  return {
    schema: Pence.nullable(),
    read: ({ costs }) => costs.find(isOwn)?.amount ?? null,
    write: (contents, value) => {
      const line = value === null ? null : { ...key, amount: value as Pence }
      return { ...contents, costs: withLine(contents.costs, isOwn, line) }
    },
  }
}

const withLine = <T>(lines: readonly T[], isOwn: (line: T) => boolean, line: T | null): T[] => {
  if (line === null) return lines.filter((each) => !isOwn(each))
  return lines.some(isOwn) ? lines.map((each) => (isOwn(each) ? line : each)) : [...lines, line]
}

/** A field's value as both writers can read it. */
const inWords = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([name, each]) => name !== 'id' && each !== '' && each !== null)
    .map(([, each]) => String(each))
    .join('; ')
}
