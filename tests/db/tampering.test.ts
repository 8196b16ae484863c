import { createHash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { keepBytes } from '../../db/attachments.ts'
import { appendEvent, beginChange, GENESIS_HASH } from '../../db/change.ts'
import { createStage } from '../../db/extractStage.ts'
import { keepStagedRows } from '../../db/postSpend.ts'
import { openProgrammeFile } from '../../db/programmeFile.ts'
import { verify } from '../../db/queries/verify.ts'
import { verifyEvents } from '../../db/queries/verifyEvents.ts'
import type { EventRow } from '../../db/schema.ts'
import { insertStatedDocument } from '../../db/stated.ts'
import { documentReadings, spendImports, spendMappings } from '../../db/subjects.ts'
import { writeBeside } from '../../db/writeBeside.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import type { Id } from '../../domain/id.ts'
import { pence } from '../../domain/money.ts'
import type { SpendImport } from '../../domain/spend/spendImport.ts'
import { ledgerMapping } from '../app/support/ledgerExtract.ts'
import { planEntry, postPlan, smallLedger, testId } from '../support/smallLedger.ts'
import { tempFolder } from '../support/tempFolder.ts'

/** A closed programme of four events: things, two postings, a document with two figures and its file beside an extract of two rows. */
const closedTrail = async () => {
  const { file, path, themeId } = await smallLedger()
  await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 100_00), planEntry(themeId, 2021, 1_00)])
  await postPlan(file, '2020-06-01T09:00:00.000Z', [planEntry(themeId, 2021, 50_00)])
  const place = { section: 'A', paragraph: null, table: null, row: null, column: null }
  const figure = { place, printed: '1', value: null, unit: '£' as const, meaning: null }
  const stage = stageOfTwoRows()
  await writeBeside(path, stage, async (tx, connection) => {
    const change = await beginChange(tx, '2020-07-01T09:00:00.000Z' as Instant)
    const documentId = testId()
    await insertStatedDocument(change, {
      id: documentId,
      title: 'Report',
      reportOf: '',
      reportTo: '',
      datedOn: calendarDay('2020-07-01'),
      capitalSchemeNumber: '',
      isKeyDecision: null,
      decisionId: null,
      figures: [
        { ...figure, id: testId() },
        { ...figure, id: testId() },
      ],
      claims: [],
    })
    const bytes = new TextEncoder().encode('As printed')
    await documentReadings.insert(change, {
      id: testId(),
      revision: 1,
      isRemoved: false,
      documentId,
      name: 'report.txt',
      contentType: 'text/plain',
      size: bytes.length,
      sha256: await keepBytes(change.tx, bytes),
      corrections: [],
      confirmations: [],
      readBy: 'finance_officer',
    })
    const { id: movementId } = await tx.selectFrom('movement').select('id').limit(1).executeTakeFirstOrThrow()
    const made = { ...importOfTwoRows(), movementId: movementId as Id }
    await spendImports.insert(change, made)
    await spendMappings.insert(change, { ...unremoved, id: testId(), name: 'Ledger', mapping: ledgerMapping })
    await keepStagedRows(change, connection, made.id, () => undefined)
    const heading = { actor: 'finance_officer', role: 'finance_officer', operation: 'test', transition: 'test' }
    await appendEvent(change, { ...heading, subject: { kind: 'theme', id: themeId } })
  })
  const { lastHash } = await file.read((db) => verify(db))
  await file.close()
  return { path, lastHash }
}

const unremoved = { revision: 1, isRemoved: false }

const stageOfTwoRows = (): string => {
  const path = join(tempFolder(), 'stage')
  const stage = createStage(path)
  const blank = {
    orderRef: '',
    postedOn: null,
    retrospective: null,
    supplier: '',
    description: '',
    why: '',
    entries: [],
  }
  const place = { placeId: testId(), startYear: 2020, period: 4, amount: 1_00 }
  stage.add({ ...blank, ...place, row: 2, outcome: 'new', ledgerRef: 'V1', cells: '["V1","1.00"]' })
  stage.add({ ...blank, ...place, row: 3, outcome: 'ignored', ledgerRef: '', cells: '["Total","1.00"]' })
  stage.close()
  return path
}

const importOfTwoRows = (): Omit<SpendImport, 'movementId'> => {
  const none = { rows: 0, amount: pence(0) }
  const one = { rows: 1, amount: pence(1_00) }
  const posted = { commitment: pence(0), actual: pence(1_00) }
  return {
    ...unremoved,
    id: testId(),
    kind: 'actuals',
    name: 'p4.csv',
    sha256: '0'.repeat(64),
    size: 1,
    sheet: '',
    mapping: ledgerMapping,
    totals: { read: 2, new: one, changed: none, duplicate: none, rejected: none, ignored: one, posted },
    controlTotal: null,
    status: 'brought_in',
    broughtInBy: 'finance_officer',
    broughtInOn: calendarDay('2020-07-01'),
    takenBackBecause: '',
  }
}

/** Alters the file as somebody would who has it: by raw SQL, with the triggers out of the way for as long as it takes. */
const tamper = (path: string, forge: (raw: InstanceType<typeof SQLite>) => void) => {
  const raw = new SQLite(path)
  raw.pragma('foreign_keys = off')
  raw.pragma('ignore_check_constraints = on')
  const triggers = raw.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  // At once: a hundred triggers one by one would wait for the disk each time.
  raw.exec('begin')
  for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
  forge(raw)
  for (const { sql } of triggers) raw.exec(sql)
  raw.exec('commit')
  raw.close()
}

const check = async (path: string, knownHash: string) => {
  const file = await openProgrammeFile(path)
  try {
    const { whole, inHalves } = await file.read(async (db) => ({
      whole: await verify(db),
      inHalves: await verify(db, undefined, (range, tell) => verifyEvents(db, range, tell)),
    }))
    expect(inHalves).toEqual(whole)
    const known = await file.read((db) =>
      db.selectFrom('event').select('seq').where('hash', '=', knownHash).executeTakeFirst(),
    )
    return { faults: whole.faults.length, holdsKnownHash: known !== undefined }
  } finally {
    await file.close()
  }
}

test('the check finds it whichever field of an event, a movement, an entry or a document is edited', async () => {
  const { path, lastHash } = await closedTrail()
  const fields = (table: string) => {
    const raw = new SQLite(path, { readonly: true })
    const columns = raw.pragma(`table_info(${table})`) as { name: string; type: string }[]
    raw.close()
    return columns.map(({ name, type }) => ({ table, name, type }))
  }
  // The number of an entry and of a row is SQLite's own, and what a figure is called stands in its contents.
  const unseen = ['entry.id', 'stated_figure.id', 'spend_row.id']
  const edited = [
    'event',
    'movement',
    'entry',
    'stated_document',
    'stated_figure',
    'balance',
    'theme',
    'document_reading',
    'spend_row',
    'spend_import',
    'spend_mapping',
  ]
    .flatMap(fields)
    .filter(({ table, name }) => !unseen.includes(`${table}.${name}`))
  const missed: string[] = []
  for (const { table, name, type } of edited) {
    const copy = join(tempFolder(), 'copy.bcf')
    copyFileSync(path, copy)
    const row = `(select min(rowid) from ${table})`
    const value = type === 'INTEGER' ? `coalesce("${name}", 0) + 7` : `coalesce("${name}", '') || 'x'`
    const where = table === 'balance' ? 'start_year = 2020' : `rowid = ${row}`
    tamper(copy, (raw) => raw.exec(`update ${table} set "${name}" = ${value} where ${where}`))
    const found = await check(copy, lastHash).catch((error: { code: string }) => ({ faults: error.code ? 1 : 0 }))
    if (found.faults === 0) missed.push(`${table}.${name}`)
  }
  expect([edited.length > 50, missed]).toEqual([true, []])
}, 120_000)

const eventColumns =
  'recorded_at, actor, role, operation, transition, subject_kind, subject_id, shape, rows_json, detail_json, is_undoable, undoes_seq, posting_count, postings_digest, previous_hash'

test.each([
  [
    'an event is put in between',
    `update event set seq = 99 where seq = 4; update event_row set seq = 99 where seq = 4;
     insert into event select 4, ${eventColumns}, hex(zeroblob(32)) from event where seq = 3`,
  ],
  [
    'an event is there twice',
    `insert into event select 5, ${eventColumns}, hex(zeroblob(32)) from event where seq = 4`,
  ],
  [
    'a movement is posted under an event that there is not',
    "insert into movement select 'X', 77, kind, reason, decision_id, reverses_id from movement limit 1",
  ],
  [
    'an entry is posted to a movement that there is not',
    `insert into entry select 99, 'X', level, place_kind, place_id, start_year, period, source_id, nature, 0,
     effective_on, ledger_ref, seq from entry limit 1`,
  ],
  ['an entry is shown at another moment than its movement', 'update entry set seq = 3 where seq = 2'],
  ['a figure is shown at another moment than its document', 'update stated_figure set seq = 1 where sort = 0'],
  ['two figures change places', 'update stated_figure set sort = 1 - sort'],
  ['a thing is listed under an event that does not hold it', "insert into event_row values ('theme', 'X', 77)"],
  ['two rows of an extract change places', 'update spend_row set id = 99 where id = 1'],
  [
    'a row of an extract is added',
    `insert into spend_row select 99, import_id, seq, 99, outcome, why, ledger_ref, order_ref, place_id, start_year, period,
     posted_on, amount_pence, supplier, description, retrospective, cells_json from spend_row limit 1`,
  ],
  ['a row of an extract is taken out', 'delete from spend_row where row = 3'],
  ['a row of an extract is shown at another moment', 'update spend_row set seq = 3 where row = 3'],
  ['the file of a document is another one', "update attachment_content set bytes = x'00'"],
  ['the file of a document is gone', 'delete from attachment_content'],
  ['a balance of nought is added', "insert into balance values ('theme', 'X', 2020, 'plan', 0, '', 'capital', 0)"],
])('the check finds it when %s', async (_what, forgery) => {
  const { path, lastHash } = await closedTrail()
  tamper(path, (raw) => raw.exec(forgery))
  expect((await check(path, lastHash)).faults).toBeGreaterThan(0)
})

const whereFaulty = async (path: string) => {
  const file = await openProgrammeFile(path)
  const { faults } = await file.read((db) => verify(db))
  await file.close()
  return faults.map(({ kind, where }) => [kind, where]).sort()
}

test('the check finds a trigger that was taken away or altered', async () => {
  const { path } = await closedTrail()
  const raw = new SQLite(path)
  raw.exec('drop trigger entry_refuses_update')
  raw.exec('drop trigger event_refuses_delete')
  raw.exec('create trigger event_refuses_delete before delete on event begin select 1; end')
  raw.close()
  expect(await whereFaulty(path)).toEqual([
    ['schema', 'trigger entry_refuses_update'],
    ['schema', 'trigger event_refuses_delete'],
  ])
})

test('the check finds a table that the schema names by bytes, which a search for tables would miss', async () => {
  const { path } = await closedTrail()
  const raw = new SQLite(path)
  raw.unsafeMode()
  raw.pragma('writable_schema = on')
  raw.exec("update sqlite_schema set type = cast(type as blob) where name = 'closure'")
  raw.close()
  expect(await whereFaulty(path)).toEqual([
    ['schema', 'bytes of table closure'],
    ['schema', 'table closure'],
  ])
})

test('a trail whose last event was cut off agrees with itself, and is found by a hash that somebody has kept', async () => {
  const { path, lastHash } = await closedTrail()
  tamper(path, (raw) => {
    for (const table of ['spend_row', 'stated_figure', 'stated_document', 'event_row', 'event']) {
      raw.exec(`delete from ${table} where seq = 4`)
    }
    for (const table of ['document_reading', 'spend_import', 'spend_mapping']) raw.exec(`delete from ${table}`)
  })
  expect(await check(path, lastHash)).toEqual({ faults: 0, holdsKnownHash: false })
})

/** The limit of every chain: whoever has the file and the program can make another one that agrees with itself. */
test('a trail that was written anew from the first event agrees with itself, and is found by a kept hash only', async () => {
  const { path, lastHash } = await closedTrail()
  tamper(path, (raw) => {
    const movement = raw.prepare('update movement set reason = ? where seq = 2')
    movement.run('Never said')
    let previous = GENESIS_HASH
    for (const event of raw.prepare('select * from event order by seq').all() as EventRow[]) {
      const { hash: _hash, ...row } = event
      const digest = row.seq === 2 ? digestOfPostings(raw, 2) : row.postings_digest
      const rewritten = { ...row, postings_digest: digest, previous_hash: previous }
      previous = sha256(canonicalJson(rewritten))
      raw
        .prepare('update event set postings_digest = ?, previous_hash = ?, hash = ? where seq = ?')
        .run(digest, rewritten.previous_hash, previous, row.seq)
    }
  })
  expect(await check(path, lastHash)).toEqual({ faults: 0, holdsKnownHash: false })
})

const digestOfPostings = (raw: InstanceType<typeof SQLite>, seq: number): string => {
  const rows = (table: string) =>
    raw.prepare(`select * from ${table} where seq = ? order by rowid`).all(seq) as Record<string, unknown>[]
  const lines = [
    ...rows('movement').map(({ seq: _seq, ...movement }) => canonicalJson({ movement })),
    ...rows('entry').map(({ id: _id, seq: _seq, ...entry }) => canonicalJson({ entry })),
  ]
  return sha256(lines.map((line) => `${line}\n`).join(''))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

test('an untouched trail holds every hash that it ever had', async () => {
  const { path, lastHash } = await closedTrail()
  expect(await check(path, lastHash)).toEqual({ faults: 0, holdsKnownHash: true })
})
