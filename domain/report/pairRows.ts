import type { ContentRow } from './fileContents.ts'

export type RowPair<Row> = readonly [Row, Row] | readonly [Row, undefined] | readonly [undefined, Row]

/**
 * Rows of one text beside those of another that they were or became, in order. Equal rows that stand once in both hold the
 * two together; between them rows go by how much they share.
 */
export const pairRows = <Row extends ContentRow>(before: readonly Row[], after: readonly Row[]): RowPair<Row>[] => {
  const pairs: RowPair<Row>[] = []
  pairInto(keyed(before), keyed(after), pairs)
  return pairs
}

interface Keyed<Row> {
  row: Row
  key: string
}

const keyed = <Row extends ContentRow>(rows: readonly Row[]): Keyed<Row>[] =>
  rows.map((row) => ({ row, key: JSON.stringify(row.cells.map(({ text, formula }) => [text, formula])) }))

const pairInto = <Row extends ContentRow>(before: Keyed<Row>[], after: Keyed<Row>[], pairs: RowPair<Row>[]): void => {
  let start = 0
  while (start < before.length && start < after.length && before[start]?.key === after[start]?.key) start += 1
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end]?.key === after[after.length - 1 - end]?.key
  ) {
    end += 1
  }
  const equal = (from: number, to: number, shift: number) => {
    for (let at = from; at < to; at += 1) {
      const [one, other] = [before[at], after[at + shift]]
      if (one && other) pairs.push([one.row, other.row])
    }
  }
  equal(0, start, 0)
  pairMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end), pairs)
  equal(before.length - end, before.length, after.length - before.length)
}

const pairMiddle = <Row extends ContentRow>(before: Keyed<Row>[], after: Keyed<Row>[], pairs: RowPair<Row>[]): void => {
  if (before.length === 0 || after.length === 0) {
    for (const { row } of before) pairs.push([row, undefined])
    for (const { row } of after) pairs.push([undefined, row])
    return
  }
  const anchors = anchorsOf(before, after)
  if (anchors.length === 0) {
    pairAlike(before, after, pairs)
    return
  }
  let [from, to] = [0, 0]
  for (const [one, other] of [...anchors, [before.length, after.length] as const]) {
    pairInto(before.slice(from, one), after.slice(to, other), pairs)
    const [rowBefore, rowAfter] = [before[one], after[other]]
    if (rowBefore && rowAfter) pairs.push([rowBefore.row, rowAfter.row])
    from = one + 1
    to = other + 1
  }
}

/** The longest run of rows, in order, that stand exactly once in both. */
const anchorsOf = <Row>(before: Keyed<Row>[], after: Keyed<Row>[]): (readonly [number, number])[] => {
  const [once, other] = [placesOf(before), placesOf(after)]
  const shared = [...once].flatMap(([key, at]) => {
    const place = other.get(key)
    return at === null || place === null || place === undefined ? [] : [[at, place] as const]
  })
  return longestRising(shared.sort(([one], [two]) => one - two))
}

/** Where each row stands; null for one that stands more than once. */
const placesOf = <Row>(rows: Keyed<Row>[]): Map<string, number | null> => {
  const places = new Map<string, number | null>()
  for (const [at, { key }] of rows.entries()) places.set(key, places.has(key) ? null : at)
  return places
}

const longestRising = (pairs: (readonly [number, number])[]): (readonly [number, number])[] => {
  const ends: number[] = []
  const previous: number[] = []
  for (const [at, [, place]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous[at] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = at
  }
  const rising: (readonly [number, number])[] = []
  for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair) rising.unshift(pair)
  }
  return rising
}

/** Pairs that are tried; rows beyond it are paired as they come. */
const MOST_TRIES = 250_000

const pairAlike = <Row extends ContentRow>(before: Keyed<Row>[], after: Keyed<Row>[], pairs: RowPair<Row>[]): void => {
  if (before.length === after.length || before.length * after.length > MOST_TRIES) {
    for (let at = 0; at < Math.max(before.length, after.length); at += 1) {
      const [one, other] = [before[at]?.row, after[at]?.row]
      if (one && other) pairs.push([one, other])
      else if (one) pairs.push([one, undefined])
      else if (other) pairs.push([undefined, other])
    }
    return
  }
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const alike = before.map((one) => after.map((other) => (one.key === other.key ? 1 : likeness(one.row, other.row))))
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const share = alike[one]?.[other] ?? 0
      const both = share > 0 ? share + (best[(one + 1) * width + other + 1] ?? 0) : 0
      best[one * width + other] = Math.max(
        both,
        best[(one + 1) * width + other] ?? 0,
        best[one * width + other + 1] ?? 0,
      )
    }
  }
  let [one, other] = [0, 0]
  while (one < before.length || other < after.length) {
    const [was, is] = [before[one]?.row, after[other]?.row]
    const share = alike[one]?.[other] ?? 0
    const here = best[one * width + other] ?? 0
    if (was && is && share > 0 && here === share + (best[(one + 1) * width + other + 1] ?? 0)) {
      pairs.push([was, is])
      one += 1
      other += 1
    } else if (was && (!is || here === (best[(one + 1) * width + other] ?? 0))) {
      pairs.push([was, undefined])
      one += 1
    } else if (is) {
      pairs.push([undefined, is])
      other += 1
    }
  }
}

/** How much two rows share, 0 to 1: their cells, or the words of a paragraph. */
const likeness = (one: ContentRow, other: ContentRow): number => {
  const [before, after] = [piecesOf(one), piecesOf(other)]
  const rest = [...after]
  let shared = 0
  for (const piece of before) {
    const at = rest.indexOf(piece)
    if (at === -1) continue
    rest.splice(at, 1)
    shared += 1
  }
  return (2 * shared) / Math.max(before.length + after.length, 1)
}

const piecesOf = ({ cells }: ContentRow): string[] =>
  cells.length === 1
    ? (cells[0]?.text ?? '').split(/\s+/).slice(0, LONGEST_TEXT)
    : cells.map(({ text }) => text).filter((text) => text !== '')

/** In words. */
const LONGEST_TEXT = 100
