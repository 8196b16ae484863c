import { type NameIndex, nameIndex, type Thing } from './nameIndex.ts'
import { normalName } from './nameLikeness.ts'
import type { NameUse } from './names.ts'
import type { KnownName, NameKind, ReadRow, ReadTable } from './reportReading.ts'

/** Gives each row that is of a theme, a scheme or a source its name. */
export const nameRows = (tables: ReadTable[], known: KnownName[]): ReadTable[] => {
  const plans = tables.filter(({ kind }) => kind === 'expenditure-plan').map((table) => namedPlan(table))
  const things = thingsOf(plans, known)
  const index = nameIndex(things)
  const hasThemes = things.some(({ kind }) => kind === 'theme')
  return tables.map((table) => {
    const plan = plans.find(({ key }) => key === table.key)
    if (plan) return plan
    if (table.kind === 'unknown') return table
    return { ...table, rows: table.rows.map((row) => namedRow(row, table, index, hasThemes)) }
  })
}

const namedPlan = (table: ReadTable): ReadTable => ({
  ...table,
  rows: table.rows.map((row) => (row.kind === 'line' && row.name === null ? named(row, 'scheme') : row)),
})

const named = (row: ReadRow, kind: NameKind): ReadRow => {
  const [label] = row.labels
  return label ? { ...row, name: { kind, printed: label.name } } : row
}

function namedRow(row: ReadRow, { kind }: ReadTable, index: NameIndex, hasThemes: boolean): ReadRow {
  if (row.kind !== 'line') return row
  if (kind === 'funding') return named(row, 'source')
  const printed = row.labels[0]?.name ?? ''
  const score = (of: NameKind) => index.like(of, printed)[0]?.score ?? 0
  const [theme, scheme] = [score('theme'), score('scheme')]
  if (theme === 0 && scheme === 0) return named(row, kind === 'previous-authority' && hasThemes ? 'scheme' : 'theme')
  return named(row, theme >= scheme ? 'theme' : 'scheme')
}

function thingsOf(plans: ReadTable[], known: KnownName[]): Thing[] {
  const printed = plans.flatMap(({ rows }) => rows.flatMap(namesIn))
  return [
    ...known.map(({ key, kind, name, aliases }) => ({ key, kind, name, names: [name, ...aliases] })),
    ...printed.map(({ kind, printed: name }) => ({ key: `${kind} ${normalName(name)}`, kind, name, names: [name] })),
  ]
}

const namesIn = (row: ReadRow): { kind: NameKind; printed: string }[] => [
  ...(row.theme === null ? [] : [{ kind: 'theme' as const, printed: row.theme }]),
  ...(row.name ? [row.name] : []),
  ...(row.kind === 'split' ? row.labels.map(({ name }) => ({ kind: 'scheme' as const, printed: name })) : []),
]

/** All names of the tables: the plan first, because it names most. */
export const namesInTables = (tables: ReadTable[]): NameUse[] => {
  const order = ['expenditure-plan', 'authority', 'previous-authority', 'funding']
  return tables
    .filter(({ kind }) => kind !== 'unknown')
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    .flatMap((table) =>
      table.rows.flatMap((row) => namesIn(row).map((name) => ({ ...name, context: table.key, place: row.place }))),
    )
}
