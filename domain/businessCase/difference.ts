import type { BusinessCase } from './businessCase.ts'
import { guidance, sectionOrder } from './guidance.ts'
import { type DiffLine, textDifference } from './textDifference.ts'

/** How one field differs between two versions, in the words of a reader. */
export type CaseDifference =
  | { field: string; label: string; kind: 'text'; lines: DiffLine[] }
  | { field: string; label: string; kind: 'value'; before: string; after: string }
  | {
      field: string
      label: string
      kind: 'amount'
      startYear: number
      nature: 'capital' | 'revenue'
      sourceId: string | null
      /** Pence; null where the line is not there. */
      before: number | null
      after: number | null
    }

type Compared = Pick<
  BusinessCase,
  | 'title'
  | 'ask'
  | 'sections'
  | 'options'
  | 'costs'
  | 'benefits'
  | 'risks'
  | 'assurance'
  | 'hasInterest'
  | 'interests'
  | 'attachments'
>

/** What is different in the second of two versions, in the order of the editor; empty where they say the same. */
export const difference = (before: Compared, after: Compared): CaseDifference[] => [
  ...text('title', 'Title', before.title, after.title),
  ...text('ask', 'What the reader is asked', before.ask, after.ask),
  ...sectionOrder.flatMap((name) =>
    text(`sections.${name}`, guidance[name].title, before.sections[name], after.sections[name]),
  ),
  ...lines('options', 'Option', before.options, after.options, ({ name, kind }) => name || kind, 'id'),
  ...amounts(before.costs, after.costs),
  ...lines('benefits', 'Benefit', before.benefits, after.benefits, ({ name }) => name, 'id'),
  ...lines('risks', 'Risk', before.risks, after.risks, ({ title }) => title, 'id'),
  ...lines('assurance', 'Assurance', before.assurance, after.assurance, ({ kind }) => kind, 'kind'),
  ...value('hasInterest', 'Interest declared', inWords(before.hasInterest), inWords(after.hasInterest)),
  ...text('interests', 'What the interest is', before.interests, after.interests),
  ...lines('attachments', 'Attachment', before.attachments, after.attachments, ({ name }) => name, 'sha256'),
]

const text = (field: string, label: string, before: string, after: string): CaseDifference[] =>
  before === after ? [] : [{ field, label, kind: 'text', lines: textDifference(before, after) }]

const value = (field: string, label: string, before: string, after: string): CaseDifference[] =>
  before === after ? [] : [{ field, label, kind: 'value', before, after }]

const amounts = (before: Compared['costs'], after: Compared['costs']): CaseDifference[] => {
  const keyOf = (line: Compared['costs'][number]) => `${line.startYear} ${line.nature} ${line.sourceId ?? ''}`
  const [then, now] = [before, after].map((costs) => new Map(costs.map((line) => [keyOf(line), line])))
  return [...new Set([...before, ...after].map(keyOf))].sort().flatMap((key): CaseDifference[] => {
    const [left, right] = [then?.get(key), now?.get(key)]
    const line = right ?? left
    if (!line || (left?.amount ?? 0) === (right?.amount ?? 0)) return []
    const { startYear, nature, sourceId } = line
    const sides = { before: left?.amount ?? null, after: right?.amount ?? null }
    return [{ field: 'costs', label: 'Cost', kind: 'amount', startYear, nature, sourceId, ...sides }]
  })
}

/** Lines of a list that came, went or changed, by what they are known by; of a changed one each part that differs. */
const lines = <T extends object>(
  list: string,
  label: string,
  before: readonly T[],
  after: readonly T[],
  nameOf: (line: T) => string,
  key: keyof T & string,
): CaseDifference[] => {
  const keys = [...new Set([...before, ...after].map((line) => line[key]))]
  return keys.flatMap((wanted): CaseDifference[] => {
    const [left, right] = [before, after].map((side) => side.find((line) => line[key] === wanted))
    if (!left || !right) {
      const name = nameOf((right ?? left) as T)
      return value(`${list}.${wanted}`, `${label}: ${name}`, left ? name : '', right ? name : '')
    }
    const parts = Object.keys(right).filter((part) => !unseen.includes(part)) as (keyof T & string)[]
    return parts.flatMap((part) =>
      value(
        `${list}.${wanted}.${part}`,
        `${label}: ${nameOf(right)}, ${wordsOf(part)}`,
        inWords(left[part]),
        inWords(right[part]),
      ),
    )
  })
}

/** Parts of a line that no reader is shown. */
const unseen = ['id', 'contentType', 'size', 'sha256', 'addedBy']

const wordsOf = (part: string): string => part.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase()

const inWords = (given: unknown): string => {
  if (given === null || given === undefined) return ''
  if (typeof given === 'boolean') return given ? 'yes' : 'no'
  return String(given)
}
