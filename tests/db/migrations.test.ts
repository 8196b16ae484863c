import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appendEvent, beginChange, postMovement } from '../../db/change.ts'
import { fileVersion, migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/index.ts'
import type { Reading } from '../../db/schema.ts'
import { type Connection, connect, kyselyOver } from '../../db/sqlite.ts'
import { insertStatedDocument, listStatedDocuments } from '../../db/stated.ts'
import { documentReadings } from '../../db/subjects.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import { planEntry, planMovement, testId } from '../support/smallLedger.ts'
import { tempFolder } from '../support/tempFolder.ts'

const tables = ['event', 'movement', 'entry', 'balance']
const rowsOf = (connection: Connection) => tables.map((table) => connection.prepare(`select * from ${table}`).all())
const planOf = (connection: Connection, query: string) =>
  (connection.prepare(`explain query plan ${query}`).all() as { detail: string }[]).map(({ detail }) => detail)

test('0002 changes no row, and earlier balances and the postings of a decision are then found by an index', async () => {
  const connection = connect(join(tempFolder(), 'old.bcf'), { readonly: false, mustExist: false })
  const db = kyselyOver(connection)
  await migrate(connection, db, migrations.slice(0, 1))
  const themeId = testId()
  await db.transaction().execute(async (tx) => {
    const change = await beginChange(tx, '2020-04-01T08:00:00.000Z' as Instant)
    await postMovement(change, planMovement([planEntry(themeId, 2020, 100), planEntry(themeId, 2021, 50)]))
    const by = { actor: 'viewer', role: 'viewer', operation: 'test', transition: 'test' }
    await appendEvent(change, { ...by, subject: { kind: 'theme', id: themeId } })
  })
  const before = rowsOf(connection)
  await migrate(connection, db, migrations.slice(0, 2))
  expect([fileVersion(connection), rowsOf(connection)]).toEqual([2, before])
  const rollUp = `select sum(amount_pence) from entry where seq <= 5
    group by place_id, start_year, level, period, source_id, nature, place_kind`
  expect(planOf(connection, rollUp)).toEqual(['SCAN entry USING COVERING INDEX entry_rollup'])
  expect(planOf(connection, 'select * from movement where decision_id is not null')).toEqual([
    'SEARCH movement USING INDEX movement_decision (decision_id>?)',
  ])
  connection.close()
})

test('0004 changes nothing of what was loaded, and what was loaded before has no file', async () => {
  const connection = connect(join(tempFolder(), 'old.bcf'), { readonly: false, mustExist: false })
  const db = kyselyOver(connection)
  await migrate(connection, db, migrations.slice(0, 3))
  const cover = { title: 'Report', reportOf: '', reportTo: '', datedOn: calendarDay('2020-08-20'), decisionId: null }
  const document = { id: testId(), ...cover, capitalSchemeNumber: '', isKeyDecision: null, figures: [], claims: [] }
  await db.transaction().execute(async (tx) => {
    const change = await beginChange(tx, '2020-09-01T08:00:00.000Z' as Instant)
    await insertStatedDocument(change, document)
    const by = { actor: 'viewer', role: 'viewer', operation: 'test', transition: 'test' }
    await appendEvent(change, { ...by, subject: { kind: 'stated_document', id: document.id } })
  })
  const before = rowsOf(connection)
  await migrate(connection, db, migrations.slice(0, 4))
  const reading = db as unknown as Reading
  expect([
    fileVersion(connection),
    rowsOf(connection),
    await listStatedDocuments(reading),
    await documentReadings.list(reading),
  ]).toEqual([4, before, [document], []])
  connection.close()
})

/** Things of a file of version 4 that a later version makes the tables of anew. */
const filesOfVersion4 = `
  insert into waiver values ('W1', 2, 0, 'R05', 'business_case', 'C1', 'Agreed by the board', 'finance_officer', 's151_officer',
    'approved', '2021-03-31');
  insert into waiver values ('W2', 1, 1, 'R12', 'authority_request', 'Q1', 'Late', 'finance_officer', null, 'asked', '2021-03-31');
  insert into rule_value values ('V1', 1, 0, 'key_decision_threshold', 500000, '2020-04-01', 'Constitution');`

test('0005 and 0006 make two tables anew and keep their rows, their index and their guards', async () => {
  const connection = connect(join(tempFolder(), 'old.bcf'), { readonly: false, mustExist: false })
  const db = kyselyOver(connection)
  await migrate(connection, db, migrations.slice(0, 4))
  connection.exec(filesOfVersion4)
  const kept = () => ['waiver', 'rule_value'].map((table) => connection.prepare(`select * from ${table}`).all())
  const before = kept()
  await migrate(connection, db, migrations.slice(0, 6))
  expect([fileVersion(connection), kept(), before.map((rows) => rows.length)]).toEqual([6, before, [2, 1]])
  expect(planOf(connection, "select * from waiver where subject_id = 'C1'")).toEqual([
    'SEARCH waiver USING INDEX waiver_subject (subject_id=?)',
  ])
  for (const table of ['waiver', 'rule_value']) {
    expect(() => connection.exec(`delete from ${table}`)).toThrow(`nothing is deleted: ${table}`)
  }
  // What the new table is for, and what it still holds to.
  const waiver = (subject: string) =>
    `insert into waiver values ('W3', 1, 0, 'R09', '${subject}', 'S1', 'Early', 'finance_officer', null, 'asked', '2021-03-31')`
  expect(() => connection.exec(waiver('theme'))).toThrow('CHECK')
  connection.exec(waiver('scheme'))
  expect(connection.prepare('select count(*) from waiver').pluck().get()).toBe(3)
  connection.close()
})
