import type { ContentCell, ContentRow, FileContents, Story, StoryKind } from './fileContents.ts'
import { pairRows } from './pairRows.ts'

/** One place at which a file is not what was handed out. */
export interface FileDifference {
  kind: 'altered' | 'missing' | 'added'
  what: 'text' | 'figure' | 'formula' | 'property' | 'picture' | 'sheet' | 'hidden' | 'comment'
  place: string
  was: string | null
  is: string | null
  /** The mark that was taken off: DRAFT, DEMONSTRATION or exempt; null where none was. */
  takenOff: string | null
}

/** Every place at which a file says something else than the one it is held against, in the order of that one. */
export const compareContents = (before: FileContents, after: FileContents): FileDifference[] => {
  const rest = [...after.stories]
  const differences = before.stories.flatMap((story) => {
    const at = rest.findIndex((each) => each.kind === story.kind && each.name === story.name)
    const [other] = at === -1 ? [] : rest.splice(at, 1)
    if (other) return compareStories(story, other)
    return story.kind === 'sheet' ? [wholeSheet('missing', story)] : compareStories(story, { ...story, rows: [] })
  })
  const added = rest.flatMap((story) =>
    story.kind === 'sheet' ? [wholeSheet('added', story)] : compareStories({ ...story, rows: [] }, story),
  )
  return [...differences, ...added]
}

const wholeSheet = (kind: 'missing' | 'added', { name, rows }: Story): FileDifference => {
  const size = `${rows.length} rows`
  return {
    kind,
    what: 'sheet',
    place: `sheet ${name}`,
    was: kind === 'missing' ? size : null,
    is: kind === 'added' ? size : null,
    takenOff: null,
  }
}

const compareStories = (before: Story, after: Story): FileDifference[] =>
  pairRows(before.rows, after.rows).flatMap(([was, is]) => {
    if (was && is) return compareRows(before.kind, was, is)
    const row = was ?? is
    if (!row || row.cells.every(({ text }) => text === '')) return []
    const text = row.cells
      .map((cell) => cell.text)
      .filter(Boolean)
      .join(' | ')
    const found = difference(before.kind, was ? 'missing' : 'added', row.place, was ? text : null, was ? null : text)
    // A row of a table that is gone took its marks along; those of the others still stand.
    return [row.cells.length > 1 ? { ...found, takenOff: null } : found]
  })

const compareRows = (kind: StoryKind, before: ContentRow, after: ContentRow): FileDifference[] => {
  const count = Math.max(before.cells.length, after.cells.length)
  const [pairs, isByPlace] =
    kind === 'sheet'
      ? [pairByColumn(before, after), true]
      : [Array.from({ length: count }, (_, at) => [before.cells[at], after.cells[at]] as const), false]
  return pairs.flatMap(([was, is]): FileDifference[] => {
    const cell = was ?? is
    if (!cell) return []
    const label = isByPlace || before.cells.length > 1 ? labelOf(before, cell) : ''
    const place = `${cell.place}${label}`
    const found: FileDifference[] = []
    if ((was?.text ?? '') !== (is?.text ?? '')) {
      found.push(difference(kind, 'altered', place, was?.text ?? null, is?.text ?? null))
    }
    if ((was?.formula ?? null) !== (is?.formula ?? null)) {
      const formula = difference(kind, 'altered', place, was?.formula ?? null, is?.formula ?? null)
      found.push({ ...formula, what: 'formula' })
    }
    return found
  })
}

/** A cell that is gone leaves no gap in its row: cells are told by the letters of their column. */
const pairByColumn = (
  before: ContentRow,
  after: ContentRow,
): (readonly [ContentCell | undefined, ContentCell | undefined])[] => {
  const rest = new Map(after.cells.map((cell) => [columnOf(cell), cell]))
  const pairs = before.cells.map((cell) => {
    const other = rest.get(columnOf(cell))
    rest.delete(columnOf(cell))
    return [cell, other] as const
  })
  return [...pairs, ...[...rest.values()].map((cell) => [undefined, cell] as const)]
}

const columnOf = ({ place }: ContentCell): string => /([A-Z]+)\d+$/.exec(place)?.[1] ?? place

/** What the row is about, so that a reader need not count. */
const labelOf = ({ cells }: ContentRow, cell: ContentCell): string => {
  const label = cells.find(({ text }) => /\p{L}/u.test(text))
  return !label || label.place === cell.place ? '' : ` (${label.text.slice(0, LONGEST_LABEL)})`
}

/** In characters. */
const LONGEST_LABEL = 80

const difference = (
  story: StoryKind,
  kind: FileDifference['kind'],
  place: string,
  was: string | null,
  is: string | null,
): FileDifference => ({
  kind: was === null ? 'added' : is === null ? 'missing' : kind,
  what: whatOf(story, was, is),
  place,
  was,
  is,
  takenOff: takenOff(was, is),
})

const whatOf = (story: StoryKind, was: string | null, is: string | null): FileDifference['what'] => {
  switch (story) {
    case 'properties':
    case 'names':
      return 'property'
    case 'pictures':
      return 'picture'
    case 'comments':
      return 'comment'
    case 'hidden':
      return 'hidden'
    default:
      return isFigure(was ?? is ?? '') ? 'figure' : 'text'
  }
}

const isFigure = (text: string): boolean => /^[£(+\-−]*\s*\d[\d,.]*\s*(?:k|m|%)?\)?$/i.test(text.trim())

/** The marks that nobody may take off what was handed out, as they stand in it. */
const marks: readonly [string, RegExp][] = [
  ['DRAFT', /\bDRAFT\b/],
  ['PREPARED', /\bPREPARED\b/],
  ['CERTIFIED', /\bCERTIFIED\b/],
  ['ISSUED', /\bISSUED\b/],
  ['DEMONSTRATION', /\bDEMONSTRATION\b/],
  ['exempt', /\bexempt\b/i],
]

const takenOff = (was: string | null, is: string | null): string | null =>
  marks.find(([, mark]) => was !== null && mark.test(was) && !mark.test(is ?? ''))?.[0] ?? null
