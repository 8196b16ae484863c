import type { Part } from '../model/reportModel.ts'
import type { Adds } from '../model/tablePart.ts'
import { labelOfRow, type NumberedRow, type ReportAmounts, runsOfPart } from './amountsOfReport.ts'
import type { Equation } from './workedOut.ts'

/** What a reader knows of the amounts of a report beside those that are shown: each equation comes to nothing. */
export interface Relations {
  equations: Equation[]
  /** By the number of a sum, what it adds. */
  parts: Map<number, number[]>
}

/**
 * The sums of rows and of columns, also those that no `adds` names but whose rows add up, and the amounts that stand
 * for the same: under one token, or in two tables in a row and a column of the same name. Only what holds in the
 * report.
 */
export const relationsOf = (parts: readonly Part[], { all, rows }: ReportAmounts): Relations => {
  const equations: Equation[] = []
  const sums = new Map<number, number[]>()
  const worth = (at: number): number => all[at]?.amount ?? 0
  const post = (sum: number | null, plus: readonly (number | null)[], minus: readonly (number | null)[] = []) => {
    if (sum === null) return
    const equation = new Map<number, bigint>([[sum, -1n]])
    const add = (at: number | null, coefficient: bigint) => {
      if (at !== null) equation.set(at, (equation.get(at) ?? 0n) + coefficient)
    }
    for (const at of plus) add(at, 1n)
    for (const at of minus) add(at, -1n)
    let total = 0n
    for (const [at, coefficient] of equation) total += coefficient * BigInt(worth(at))
    if (total !== 0n || equation.size < 2) return
    equations.push(equation)
    sums.set(sum, [...(sums.get(sum) ?? []), ...[...equation.keys()].filter((at) => at !== sum)])
  }

  const rowsById = Map.groupBy(rows, ({ row }) => row.id)
  const rowNamed = (id: string, near: NumberedRow) => {
    const found = rowsById.get(id) ?? []
    return found.find(({ part }) => part === near.part) ?? found[0]
  }
  for (const numbered of rows) {
    const { table, row, amounts } = numbered
    const across = ({ plus, minus }: Adds) => {
      const at = (ids: string[]) =>
        ids.map((id) => amounts[table.columns.findIndex((column) => column.id === id)] ?? null)
      return [at(plus), at(minus)] as const
    }
    table.columns.forEach((column, at) => {
      const sum = amounts[at] ?? null
      if (sum === null) return
      if (column.adds !== null) post(sum, ...across(column.adds))
      if (row.adds === null) return
      const under = (ids: string[]) =>
        ids.map((id) => {
          const other = rowNamed(id, numbered)
          const there = other?.table.columns.findIndex(({ id: name }) => name === column.id) ?? -1
          return other?.amounts[there] ?? null
        })
      post(sum, under(row.adds.plus), under(row.adds.minus))
    })
  }
  for (const own of Map.groupBy(rows, ({ part }) => part).values()) {
    for (const { sum, plus } of unsaidRowSums(own, worth)) post(sum, plus)
    for (const { sum, plus } of unsaidColumnSums(own, worth)) post(sum, plus)
  }
  for (const same of [...sameTokens(parts, all), ...sameNames(rows, all)]) {
    for (const other of same.slice(1))
      equations.push(
        new Map([
          [same[0] ?? other, -1n],
          [other, 1n],
        ]),
      )
  }
  return { equations, parts: sums }
}

interface UnsaidSum {
  sum: number | null
  plus: (number | null)[]
}

/** Totals without `adds` that are what the rows above them come to, in every column. */
const unsaidRowSums = (rows: readonly NumberedRow[], worth: (at: number) => number): UnsaidSum[] =>
  rows.flatMap(({ row, amounts }, at) => {
    if (row.adds !== null || (row.style !== 'total' && row.style !== 'subtotal')) return []
    const above = rows.slice(0, at)
    const plain = above.filter((each) => each.row.style === 'plain')
    const since = above.slice(above.findLastIndex((each) => each.row.style !== 'plain') + 1)
    const subtotals = above.filter((each) => each.row.style === 'subtotal')
    const holds = (under: readonly NumberedRow[]) =>
      under.length > 0 &&
      amounts.some((sum) => sum !== null && worth(sum) !== 0) &&
      amounts.every(
        (sum, column) => sum === null || worth(sum) === total(under.map((each) => each.amounts[column] ?? null)),
      )
    const total = (numbers: readonly (number | null)[]) =>
      numbers.reduce<number>((all, number) => all + (number === null ? 0 : worth(number)), 0)
    const under = [since, plain, subtotals].find(holds)
    if (under === undefined) return []
    return amounts.map((sum, column) => ({ sum, plus: under.map((each) => each.amounts[column] ?? null) }))
  })

/** A column that is called a total and is, in every row, what all other amounts of the row come to. */
const unsaidColumnSums = (rows: readonly NumberedRow[], worth: (at: number) => number): UnsaidSum[] => {
  const table = rows[0]?.table
  return (table?.columns ?? []).flatMap((column, at) => {
    if (column.kind !== 'amount' || column.adds !== null || !/\btotal\b/i.test(column.label)) return []
    const sums = rows.map(({ amounts }) => ({
      sum: amounts[at] ?? null,
      plus: amounts.filter((_, other) => other !== at && table?.columns[other]?.adds === null),
    }))
    const holds = sums.every(
      ({ sum, plus }) =>
        plus.length > 1 &&
        sum !== null &&
        worth(sum) === plus.reduce<number>((all, number) => all + (number === null ? 0 : worth(number)), 0),
    )
    return holds && sums.some(({ sum }) => sum !== null && worth(sum) !== 0) ? sums : []
  })
}

/** Figures of one token, whatever they are shown in. */
const sameTokens = (parts: readonly Part[], all: ReportAmounts['all']): number[][] => {
  const byToken = Map.groupBy(all.keys(), (at) => {
    const place = all[at]?.place
    if (place?.kind !== 'run') return null
    const run = runsOfPart(parts[place.part] as Part)[place.item]?.[place.run]
    return run?.kind === 'figure' ? `${(run.token.split('|')[0] ?? '').replace(/\s+/g, '')} ${run.amount}` : null
  })
  return [...byToken].flatMap(([token, same]) => (token === null || same.length < 2 ? [] : [same]))
}

/**
 * Equal amounts of several tables in a row and a column of the same name; a name that a table has twice says nothing.
 */
const sameNames = (rows: readonly NumberedRow[], all: ReportAmounts['all']): number[][] => {
  const named = new Map<string, number[]>()
  for (const own of Map.groupBy(rows, ({ part }) => part).values()) {
    const columns = onceNamed((own[0]?.table.columns ?? []).map(({ label }) => label))
    const labels = onceNamed(own.map(({ row }) => labelOfRow(row)))
    own.forEach(({ amounts }, rowAt) => {
      amounts.forEach((at, columnAt) => {
        const [label, column, amount] = [labels[rowAt], columns[columnAt], at === null ? null : all[at]?.amount]
        if (at === null || label == null || column == null || amount == null) return
        const key = JSON.stringify([label, column, amount])
        const same = named.get(key)
        if (same) same.push(at)
        else named.set(key, [at])
      })
    })
  }
  return [...named.values()].filter((same) => same.length > 1)
}

/**
 * The names as they are compared, with their units only where they differ in nothing else; null for one that stands
 * twice.
 */
const onceNamed = (labels: readonly string[]): (string | null)[] => {
  const [plain, whole] = [labels.map(plainName), labels.map((label) => label.trim().toLowerCase())]
  const [byPlain, byWhole] = [counted(plain), counted(whole)]
  return labels.map((_, at) => {
    const [name = '', exact = ''] = [plain[at], whole[at]]
    if (byPlain.get(name) === 1) return name
    return byWhole.get(exact) === 1 ? exact : null
  })
}

const counted = (names: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Without the unit that a label may end with. */
const plainName = (label: string): string =>
  label
    .replace(/[,(]?\s*£(?:000s?|m)?\s*\)?$/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
