import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { appendEvent, beginChange } from '../../db/change.ts'
import { readAt, seqAsAt } from '../../db/programmeFile.ts'
import { balanceLines, programmeFacts } from '../../db/queries/programmeFacts.ts'
import { verify } from '../../db/queries/verify.ts'
import { themes } from '../../db/subjects.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import { planEntry, postPlan, smallLedger } from '../support/smallLedger.ts'

const amounts = (lines: { startYear: number; amount: number }[]) => lines.map((line) => [line.startYear, line.amount])

test('the balance is kept by the database and is the sum of the entries', async () => {
  const { file, themeId } = await smallLedger()
  await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 100_00), planEntry(themeId, 2021, 50_00)])
  await postPlan(file, '2020-06-01T09:00:00.000Z', [planEntry(themeId, 2020, -25_00)])
  expect(amounts(await file.read(balanceLines))).toEqual([
    [2020, 75_00],
    [2021, 50_00],
  ])
  expect(await file.read(verify)).toMatchObject({ events: 3, entries: 3, faults: [] })
})

test.each(['event', 'event_row', 'movement', 'entry', 'stated_document', 'stated_figure', 'stated_claim', 'spend_row'])(
  '%s takes no update and no delete',
  async (table) => {
    const { file, path, themeId } = await smallLedger()
    await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 100_00)])
    await file.close()
    const raw = new SQLite(path)
    // A row trigger fires only where there is a row, so the tables that are still empty get one.
    raw.pragma('foreign_keys = off')
    if (raw.prepare(`select count(*) from ${table}`).pluck().get() === 0) {
      const row: Record<string, string> = {
        stated_document: `('X',1,'t','','','2020-01-01','',null,null)`,
        spend_row: `(1,'I',1,1,'ignored','blank','','',null,null,null,null,null,'','',null,'[]')`,
      }
      raw.exec(`insert into ${table} values ${row[table] ?? `('X','D',1,1,'{}')`}`)
    }
    expect(() => raw.exec(`update ${table} set seq = seq`)).toThrow('append-only')
    expect(() => raw.exec(`delete from ${table}`)).toThrow('append-only')
    raw.close()
  },
)

test('a thing with a history is never deleted', async () => {
  const { file, path } = await smallLedger()
  await file.close()
  const raw = new SQLite(path)
  expect(() => raw.exec('delete from theme')).toThrow('nothing is deleted')
  raw.close()
})

test('the same queries show the ledger as of an earlier event, its things included', async () => {
  const { file, themeId } = await smallLedger()
  const first = await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 100_00)])
  await file.write(async (tx) => {
    const change = await beginChange(tx, '2020-06-01T09:00:00.000Z' as Instant)
    const theme = await themes.get(tx, themeId)
    await themes.save(change, { ...theme, name: 'Care records', revision: 2 })
    await appendEvent(change, {
      actor: 'viewer',
      role: 'viewer',
      operation: 'test',
      transition: 'changed',
      subject: { kind: 'theme', id: themeId },
    })
  })
  await postPlan(file, '2020-07-01T09:00:00.000Z', [planEntry(themeId, 2020, 11_00)])
  const day = calendarDay('2020-05-01')
  const then = await file.read((db) => programmeFacts(db, day), first)
  const now = await file.read((db) => programmeFacts(db, day))
  expect([then.themes[0]?.name, amounts(then.balances), then.asAt.seq]).toEqual(['Records', [[2020, 100_00]], first])
  expect([now.themes[0]?.name, amounts(now.balances), now.asAt.seq]).toEqual(['Care records', [[2020, 111_00]], 4])
})

test('an earlier moment is read-only: nothing can be written through it', async () => {
  const { file, themeId } = await smallLedger()
  const seq = await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 100_00)])
  const writing = file.read(async (db) => {
    const writer = db as unknown as Parameters<Parameters<typeof file.write>[0]>[0]
    await writer.updateTable('entry').set({ amount_pence: 1 }).execute()
  }, seq)
  await expect(writing).rejects.toThrow()
  expect(amounts(await file.read(balanceLines))).toEqual([[2020, 100_00]])
})

test('a day is resolved to the last event of that day in London', async () => {
  const { file, themeId } = await smallLedger()
  // 11:30pm of 1 June in London, which is still 10:30pm in UTC, and half an hour into 2 June.
  await postPlan(file, '2020-06-01T22:30:00.000Z', [planEntry(themeId, 2020, 1_00)])
  await postPlan(file, '2020-06-01T23:30:00.000Z', [planEntry(themeId, 2020, 2_00)])
  const { endOfDayInLondon } = await import('../../domain/calendarDay.ts')
  const seq = (day: string) => file.read((db) => seqAsAt(db, endOfDayInLondon(calendarDay(day)), day))
  expect([await seq('2020-05-31'), await seq('2020-06-01'), await seq('2020-06-02')]).toEqual([1, 2, 3])
  await expect(seq('2020-03-31')).rejects.toMatchObject({ code: 'nothing-as-at' })
})

test('a clock that runs backwards never makes an event older than the one before it', async () => {
  const { file, themeId } = await smallLedger()
  await postPlan(file, '2020-06-02T09:00:00.000Z', [planEntry(themeId, 2020, 1_00)])
  await postPlan(file, '2020-06-01T09:00:00.000Z', [planEntry(themeId, 2020, 2_00)])
  const moments = await file.read((db) => db.selectFrom('event').select('recorded_at').orderBy('seq').execute())
  expect(moments.map((row) => row.recorded_at)).toEqual([
    '2020-04-01T08:00:00.000Z',
    '2020-06-02T09:00:00.000Z',
    '2020-06-02T09:00:00.000Z',
  ])
})

test('a thing is saved only over the revision that was read', async () => {
  const { file, themeId } = await smallLedger()
  const save = (name: string) =>
    file.write(async (tx) => {
      const change = await beginChange(tx, '2020-05-01T09:00:00.000Z' as Instant)
      const theme = await themes.get(tx, themeId)
      await themes.save(change, { ...theme, name, revision: 2 })
      await appendEvent(change, {
        actor: 'viewer',
        role: 'viewer',
        operation: 'test',
        transition: 'changed',
        subject: { kind: 'theme', id: themeId },
      })
    })
  await save('First')
  await expect(save('Second')).rejects.toMatchObject({ code: 'stale', detail: { entity: 'theme', id: themeId } })
  expect((await file.read((db) => themes.get(db, themeId))).name).toBe('First')
})

/** Each forgery is done by raw SQL with the triggers out of the way, as somebody with the file would. */
test.each([
  ['an entry is edited', 'update entry set amount_pence = 1 where id = 1', ['postings', 'balance']],
  [
    'an entry and its balance are edited',
    'update entry set amount_pence = 1; update balance set amount_pence = 1',
    ['postings'],
  ],
  ['an entry is deleted', 'delete from entry where id = 1', ['postings', 'balance']],
  [
    'an entry is added',
    'insert into entry select 99, movement_id, level, place_kind, place_id, start_year, period, source_id, nature, amount_pence, effective_on, ledger_ref, seq from entry limit 1',
    ['postings'],
  ],
  ['a reason is edited', "update movement set reason = 'other'", ['postings']],
  ['a balance is edited', 'update balance set amount_pence = 1', ['balance']],
  ['an event is edited', "update event set role = 'viewer' where seq = 2", ['event']],
  ['an event is deleted', 'delete from event where seq = 2', ['chain']],
  [
    'two events change places',
    'update event set seq = 99 where seq = 2; update event set seq = 2 where seq = 3; update event set seq = 3 where seq = 99',
    ['event', 'chain', 'postings'],
  ],
  ["an event is hidden from a thing's history", 'delete from event_row', ['event']],
  [
    'what an event and an entry say is turned into bytes',
    `pragma writable_schema = on; update sqlite_master set sql = replace(sql, ') strict', ')');
     pragma writable_schema = reset; update event set actor = cast(actor as blob) where seq = 2;
     update entry set effective_on = cast(effective_on as blob) where seq = 3`,
    ['event', 'postings', 'schema'],
  ],
  ['a thing is deleted', 'delete from theme', ['thing']],
  ['a thing is edited', "update theme set name = 'Forged'", ['thing']],
])('the check finds it when %s', async (_what, forgery, kinds) => {
  const { file, path, themeId } = await smallLedger()
  await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 100_00)])
  await postPlan(file, '2020-06-01T09:00:00.000Z', [planEntry(themeId, 2021, 50_00)])
  await file.close()
  const raw = new SQLite(path)
  raw.pragma('foreign_keys = off')
  // So that even the description of the tables can be forged.
  raw.unsafeMode()
  for (const { name } of raw.prepare("select name from sqlite_master where type = 'trigger'").all() as {
    name: string
  }[]) {
    raw.exec(`drop trigger ${name}`)
  }
  raw.exec(forgery)
  raw.close()
  const { openProgrammeFile } = await import('../../db/programmeFile.ts')
  const forged = await openProgrammeFile(path)
  const { faults } = await forged.read(verify)
  await forged.close()
  expect([...new Set(faults.map((fault) => fault.kind))]).toEqual(expect.arrayContaining(kinds))
})

test.each([400, 20_400])('an event that posts %i lines is proven like any other', async (lines) => {
  const { file, path, themeId } = await smallLedger()
  await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 100_00)])
  const many = Array.from({ length: lines }, (_, at) => planEntry(themeId, 2020 + (at % 6), at + 1))
  const seq = await postPlan(file, '2020-06-01T09:00:00.000Z', many)
  await postPlan(file, '2020-07-01T09:00:00.000Z', [planEntry(themeId, 2021, 5_00)])
  expect(await file.read(verify)).toMatchObject({ events: 4, entries: lines + 2, faults: [] })
  await file.close()
  const raw = new SQLite(path)
  raw.exec('drop trigger entry_refuses_update')
  raw.exec(`update entry set ledger_ref = 'x' where id = (select max(id) from entry where seq = ${seq})`)
  raw.close()
  const { faults } = await readAt(path, seq + 1, verify)
  expect(faults).toContainEqual({
    kind: 'postings',
    where: `event ${seq}`,
    detail: 'what it posted does not agree with its digest',
  })
})
