import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { appendEvent, beginChange } from '../../db/change.ts'
import { createProgrammeFile } from '../../db/programmeFile.ts'
import { MOST_FAULTS } from '../../db/queries/fault.ts'
import { replay } from '../../db/queries/replay.ts'
import { verify } from '../../db/queries/verify.ts'
import type { Reading, SubjectTable, Tx } from '../../db/schema.ts'
import { type Connection, kyselyOver, spendRowTexts } from '../../db/sqlite.ts'
import { insertStatedDocument } from '../../db/stated.ts'
import { subjectKinds } from '../../db/subjects.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import { testId } from '../support/smallLedger.ts'
import { tempFolder } from '../support/tempFolder.ts'

/** A programme in memory whose columns of JSON are held to nothing: flipped bits ask no constraint. */
const unguarded = async (): Promise<Connection> => {
  const path = join(tempFolder(), 'empty.bcf')
  await (await createProgrammeFile(path)).close()
  const guarded = new SQLite(readFileSync(path))
  guarded.unsafeMode()
  guarded.pragma('writable_schema = on')
  guarded.exec(`update sqlite_schema
    set sql = replace(replace(sql, '_json text not null', '_json text'), ') strict', ')') where type = 'table'`)
  const connection = new SQLite(guarded.serialize())
  guarded.close()
  connection.pragma('foreign_keys = off')
  connection.pragma('ignore_check_constraints = on')
  return connection
}

const sound = { sound: 1 }

/** What somebody is still writing and what failed to sign in stand apart from the trail, which cannot tell of them. */
const apart = ['draft', 'sign_in_failure']

const damages = ['null', "'null'", "'{}'", "'[]'", "'[null]'", "'[{}]'", `'"x"'`, '1', "'not JSON'", "x'ff'"]

/** One thing of every kind and a document under one event, which the check finds as it left them. */
const fill = async (connection: Connection): Promise<void> => {
  const change = await beginChange(kyselyOver(connection) as unknown as Tx, '2026-05-01T09:00:00.000Z' as Instant)
  for (const kind of subjectKinds) {
    const row = soundRow(connection, kind) as SubjectTable
    insert(connection, kind, row)
    change.rows.push({ kind, row })
  }
  const place = { section: 'A', paragraph: null, table: null, row: null, column: null }
  await insertStatedDocument(change, {
    id: testId(),
    title: 'Report',
    reportOf: '',
    reportTo: '',
    datedOn: calendarDay('2026-05-01'),
    capitalSchemeNumber: '',
    isKeyDecision: null,
    decisionId: null,
    figures: [{ id: testId(), place, printed: '1', value: null, unit: '£', meaning: null }],
    claims: [{ id: testId(), place, claim: { kind: 'funded-by', what: 'grant' } }],
  })
  insert(connection, 'spend_row', soundRow(connection, 'spend_row'))
  const [row] = await spendRowTexts(change.tx as unknown as Reading, 1, 1, 0, 1)
  change.postings.pushText(row?.text ?? '', 1)
  const heading = { actor: 'x', role: 'x', operation: 'x', transition: 'x', subject: { kind: 'theme', id: 'x' } }
  await appendEvent(change, { ...heading, detail: sound })
  for (const table of apart) insert(connection, table, soundRow(connection, table))
}

const columnsOf = (connection: Connection, table: string) =>
  connection.pragma(`table_info(${table})`) as { name: string; type: string }[]

const soundRow = (connection: Connection, table: string): Record<string, string | number> =>
  Object.fromEntries(
    columnsOf(connection, table).map(({ name, type }) => {
      if (name.endsWith('_json')) return [name, JSON.stringify(sound)]
      return [name, type.toLowerCase() === 'text' ? 'x' : 1]
    }),
  )

const insert = (connection: Connection, table: string, row: Record<string, unknown>): void => {
  const names = Object.keys(row)
  const columns = names.map((name) => `"${name}"`).join(', ')
  connection
    .prepare(`insert into ${table} (${columns}) values (${names.map((name) => `@${name}`).join(', ')})`)
    .run(row)
}

const columnsOfJson = (connection: Connection, tables: readonly string[]): Map<string, string[]> =>
  new Map(
    tables.map((table) => {
      const names = columnsOf(connection, table).map(({ name }) => name)
      return [table, names.filter((name) => name.endsWith('_json'))]
    }),
  )

/** Where the check finds faults while each table has one of its columns of JSON damaged. */
const foundWhere = async (connection: Connection, columns: [table: string, column: string][], damage: string) => {
  connection.exec('savepoint damage')
  for (const [table, column] of columns) connection.exec(`update ${table} set ${column} = ${damage}`)
  const db = kyselyOver(connection) as unknown as Reading
  const { faults } = await verify(db)
  await replay(db, MOST_FAULTS)
  connection.exec('rollback to damage; release damage')
  // The guards had to go before anything could be damaged.
  return new Set(faults.filter(({ kind }) => kind !== 'schema').map(({ where }) => where))
}

test('the check tells of every column of JSON that was turned into something else, and never fails over it', async () => {
  const connection = await unguarded()
  await fill(connection)
  for (const name of namesOf(connection, 'trigger')) connection.exec(`drop trigger ${name}`)
  // The bytes of the document that was read were never put in.
  expect([...(await foundWhere(connection, [], ''))]).toEqual(['attachment x'])

  // A damaged event makes faults of its things too, so it and its document stand by themselves.
  const alone = ['event', 'stated_figure', 'stated_claim', 'spend_row', ...apart]
  const missed: string[] = []
  const damaged = new Set<string>()
  for (const tables of [subjectKinds, ...alone.map((table) => [table])]) {
    const ofTable = columnsOfJson(connection, tables)
    for (let at = 0; at < Math.max(...[...ofTable.values()].map((columns) => columns.length)); at += 1) {
      const columns = [...ofTable].flatMap(([table, names]): [string, string][] => {
        const name = names[at]
        return name === undefined ? [] : [[table, name]]
      })
      for (const damage of damages) {
        const found = await foundWhere(connection, columns, damage)
        for (const [table, column] of columns) {
          damaged.add(table)
          const where = alone.includes(table) ? 'event 1' : `${table} x`
          if (found.has(where) === apart.includes(table)) missed.push(`${table}.${column} = ${damage}`)
        }
      }
    }
  }
  const holding = [...columnsOfJson(connection, namesOf(connection, 'table'))].flatMap(([table, names]) =>
    names.length > 0 ? [table] : [],
  )
  connection.close()
  expect(missed).toEqual([])
  expect(holding.filter((table) => !damaged.has(table))).toEqual([])
})

const namesOf = (connection: Connection, type: string): string[] =>
  connection
    .prepare(`select name from sqlite_schema where type = ? and name not like 'sqlite%' order by name`)
    .pluck()
    .all(type) as string[]
