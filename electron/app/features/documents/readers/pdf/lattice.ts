import type { Page, Rule } from './page.ts'

/** A region of a drawn grid, in its own rows and columns. */
export interface Region {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
}

/** A table whose lines are drawn. */
export interface Lattice {
  /** The heights and places of its lines. */
  rows: number[]
  columns: number[]
  regions: Region[]
}

/** Points. Lines that are nearer are one, and ends that are nearer touch. */
const NEAR = 2.5

/** The tables that a page draws: lines that touch each other, with at least two columns. */
export const latticesOn = ({ rules }: Page): Lattice[] =>
  connected(merged(rules))
    .map(latticeOf)
    .filter((lattice) => lattice.columns.length > 2 && lattice.rows.length > 1)

/** Lines that go on in each other are one. */
const merged = (rules: Rule[]): Rule[] => {
  const sorted = rules.toSorted(
    (one, other) => Number(one.isAcross) - Number(other.isAcross) || one.at - other.at || one.from - other.from,
  )
  const groups: Rule[][] = []
  for (const rule of sorted) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (last && last.isAcross === rule.isAcross && rule.at - last.at <= NEAR / 2) group?.push(rule)
    else groups.push([rule])
  }
  return groups.flatMap((group) => {
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length
    const lines: Rule[] = []
    for (const rule of group.toSorted((one, other) => one.from - other.from)) {
      const last = lines.at(-1)
      if (last && rule.from <= last.to + NEAR) last.to = Math.max(last.to, rule.to)
      else lines.push({ ...rule, at })
    }
    return lines
  })
}

const touch = (across: Rule, down: Rule): boolean =>
  down.at >= across.from - NEAR &&
  down.at <= across.to + NEAR &&
  across.at >= down.from - NEAR &&
  across.at <= down.to + NEAR

const connected = (rules: Rule[]): Rule[][] => {
  const across = rules.filter(({ isAcross }) => isAcross)
  const down = new Set(rules.filter(({ isAcross }) => !isAcross))
  const left = new Set(across)
  const groups: Rule[][] = []
  for (const first of across) {
    if (!left.delete(first)) continue
    const group: Rule[] = [first]
    for (const rule of group) {
      for (const other of rule.isAcross ? down : left) {
        if (!(rule.isAcross ? touch(rule, other) : touch(other, rule))) continue
        group.push(other)
        ;(rule.isAcross ? down : left).delete(other)
      }
    }
    groups.push(group)
  }
  return groups
}

const latticeOf = (rules: Rule[]): Lattice => {
  const across = rules.filter(({ isAcross }) => isAcross)
  const down = rules.filter(({ isAcross }) => !isAcross)
  // Where a table is open at its sides, its lines end there.
  const rows = distinct([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])])
  const columns = distinct([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])])
  return { rows, columns, regions: regionsOf(rows, columns, across, down) }
}

const distinct = (values: number[]): number[] => {
  const kept: number[] = []
  for (const value of values.toSorted((one, other) => one - other)) {
    if (value - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR * 1.5) kept.push(value)
  }
  return kept
}

/** Whether a line is drawn along most of the way between two places. */
const isDrawn = (rules: Rule[], at: number, from: number, to: number): boolean => {
  const middle = (from + to) / 2
  return rules.some((rule) => Math.abs(rule.at - at) <= NEAR * 1.5 && rule.from <= middle && rule.to >= middle)
}

/** Cells between which no line is drawn are one. */
const regionsOf = (rows: number[], columns: number[], across: Rule[], down: Rule[]): Region[] => {
  const [height, width] = [rows.length - 1, columns.length - 1]
  const taken = new Set<number>()
  const regions: Region[] = []
  const edge = (values: number[], at: number) => values[at] ?? 0
  const hasRight = (row: number, column: number) =>
    isDrawn(down, edge(columns, column + 1), edge(rows, row), edge(rows, row + 1))
  const hasBelow = (row: number, column: number) =>
    isDrawn(across, edge(rows, row + 1), edge(columns, column), edge(columns, column + 1))
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (taken.has(row * width + column)) continue
      let columnSpan = 1
      while (
        column + columnSpan < width &&
        !taken.has(row * width + column + columnSpan) &&
        !hasRight(row, column + columnSpan - 1)
      )
        columnSpan += 1
      let rowSpan = 1
      const isOpenBelow = () =>
        row + rowSpan < height &&
        Array.from({ length: columnSpan }, (_, at) => column + at).every(
          (at) => !hasBelow(row + rowSpan - 1, at) && !taken.has((row + rowSpan) * width + at),
        )
      while (isOpenBelow()) rowSpan += 1
      for (let below = row; below < row + rowSpan; below += 1) {
        for (let beside = column; beside < column + columnSpan; beside += 1) taken.add(below * width + beside)
      }
      regions.push({ row, column, rowSpan, columnSpan })
    }
  }
  return regions
}
