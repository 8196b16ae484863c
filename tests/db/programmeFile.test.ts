import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { fileVersion, migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/index.ts'
import { createProgrammeFile, openProgrammeFile } from '../../db/programmeFile.ts'
import { balanceLines } from '../../db/queries/programmeFacts.ts'
import { verify } from '../../db/queries/verify.ts'
import { APPLICATION_ID, asFileFailure, connect, kyselyOver } from '../../db/sqlite.ts'
import { planEntry, postPlan, smallLedger } from '../support/smallLedger.ts'
import { tempFolder } from '../support/tempFolder.ts'

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

const closedLedger = async () => {
  const { file, path, themeId } = await smallLedger()
  for (let month = 1; month <= 9; month += 1) {
    await postPlan(file, `2020-0${month}-01T09:00:00.000Z`, [planEntry(themeId, 2020, month * 100)])
  }
  await file.close()
  return { path, themeId }
}

test('a programme is one file once it is closed, and opens again with its contents', async () => {
  const { path, themeId } = await closedLedger()
  expect(readdirSync(join(path, '..'))).toEqual(['small.bcf'])
  const again = await openProgrammeFile(path)
  const [line] = await again.read(balanceLines)
  expect([line?.place.id, line?.amount]).toEqual([themeId, 4500])
  await again.close()
})

test('the connection runs with the settings that keep money safe', async () => {
  const connection = connect(join(tempFolder(), 'x.bcf'), { readonly: false, mustExist: false })
  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'busy_timeout']
  expect(settings.map((setting) => connection.pragma(setting, { simple: true }))).toEqual(['wal', 2, 1, 0, 5000])
  connection.close()
})

test('a journal that one large command made long is cut back with the next one', () => {
  const path = join(tempFolder(), 'x.bcf')
  const connection = connect(path, { readonly: false, mustExist: false })
  connection.exec('create table t (x text) strict')
  connection.exec('insert into t values (hex(zeroblob(12000000)))')
  const large = statSync(`${path}-wal`).size
  connection.exec("insert into t values ('small')")
  const limit = 16 * 1024 * 1024
  expect([large > limit, statSync(`${path}-wal`).size <= limit]).toEqual([true, true])
  connection.close()
})

test('a connection that cannot take the settings is refused', () => {
  // A database in memory has no write-ahead log.
  expect(() => connect(':memory:', { readonly: false, mustExist: false })).toThrow(
    expect.objectContaining({
      code: 'unsafe-settings',
      detail: { setting: 'journal_mode', wanted: 'wal', is: 'memory' },
    }),
  )
})

test.each([
  ['garbage', (path: string) => writeFileSync(path, 'not a database at all '.repeat(500)), 'not-a-programme'],
  ['an empty file', (path: string) => writeFileSync(path, ''), 'not-a-programme'],
  [
    "another program's database",
    (path: string) => {
      const other = new SQLite(path)
      other.exec('create table t (x)')
      other.close()
    },
    'not-a-programme',
  ],
])('%s is not a programme, and is left as it was', async (_what, make, code) => {
  const path = join(tempFolder(), 'bad.bcf')
  make(path)
  const before = digest(path)
  await expect(openProgrammeFile(path)).rejects.toMatchObject({ code, detail: { file: path } })
  expect(digest(path)).toBe(before)
  expect(readdirSync(join(path, '..'))).toEqual(['bad.bcf'])
})

test('a truncated file is said to be damaged, and is left as it was', async () => {
  const { path } = await closedLedger()
  truncateSync(path, 20_000)
  const before = digest(path)
  await expect(openProgrammeFile(path)).rejects.toMatchObject({ code: 'damaged-file' })
  expect(digest(path)).toBe(before)
})

test('a file whose first pages are overwritten is said to be damaged', async () => {
  const { path } = await closedLedger()
  const bytes = readFileSync(path)
  bytes.fill(0xff, 100, 8192)
  writeFileSync(path, bytes)
  await expect(openProgrammeFile(path)).rejects.toMatchObject({ code: 'damaged-file' })
})

test.each([
  ['the format to write', 18, 4],
  ['the format to read', 19, 4],
  ["the schema's format", 47, 5],
  ['the version of the file, which is nought', 63, 0],
])('a file whose header is damaged in %s is said to be damaged, and is left as it was', async (_what, at, value) => {
  const { path } = await closedLedger()
  const bytes = readFileSync(path)
  bytes[at] = value
  writeFileSync(path, bytes)
  await expect(openProgrammeFile(path)).rejects.toMatchObject({ code: 'damaged-file' })
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

test('a file from a newer program is refused and left as it was', async () => {
  const { path } = await closedLedger()
  const raw = new SQLite(path)
  raw.pragma(`user_version = ${migrations.length + 1}`)
  raw.close()
  const before = digest(path)
  await expect(openProgrammeFile(path)).rejects.toMatchObject({
    code: 'newer-file',
    detail: { fileVersion: migrations.length + 1, programVersion: migrations.length },
  })
  expect(digest(path)).toBe(before)
})

test('a missing file, a folder in its place, a file that is there already and a missing folder are refused', async () => {
  const { path } = await closedLedger()
  await expect(openProgrammeFile(dirname(path))).rejects.toMatchObject({ code: 'not-a-programme' })
  await expect(openProgrammeFile(`${path}.missing`)).rejects.toMatchObject({ code: 'file-missing' })
  await expect(createProgrammeFile(path)).rejects.toMatchObject({ code: 'file-exists' })
  await expect(createProgrammeFile(join(path, '..', 'no', 'x.bcf'))).rejects.toMatchObject({ code: 'folder-missing' })
})

test('every flipped bit in what was recorded is found by the check or keeps the file from opening', async () => {
  const { path } = await closedLedger()
  const sound = readFileSync(path)
  const raw = new SQLite(path, { readonly: true })
  const texts = raw.prepare('select hash from event').pluck().all() as string[]
  texts.push(...(raw.prepare('select postings_digest from event').pluck().all() as string[]))
  texts.push('Plan changed', 'Small programme', '2020-05-01T09:00:00.000Z')
  raw.close()
  let flipped = 0
  for (const text of texts) {
    const at = sound.indexOf(text)
    expect(at).toBeGreaterThan(0)
    const damaged = Buffer.from(sound)
    damaged[at + 3] = (damaged[at + 3] ?? 0) ^ 1
    const copy = join(tempFolder(), 'flipped.bcf')
    writeFileSync(copy, damaged)
    const faults = await openProgrammeFile(copy)
      .then(async (file) => {
        const found = (await file.read(verify)).faults.length
        await file.close()
        return found
      })
      .catch((error: { code: string }) => (error.code === 'damaged-file' ? 1 : Promise.reject(error)))
    expect(faults).toBeGreaterThan(0)
    flipped += 1
  }
  expect(flipped).toBe(texts.length)
})

test('an earlier moment that damage has made unreadable holds the file no longer than the programme is open', async () => {
  const { path } = await closedLedger()
  const damaged = readFileSync(path)
  damaged.write('[?', damaged.indexOf('[{"kind":"'))
  writeFileSync(path, damaged)
  const file = await openProgrammeFile(path)
  await expect(file.read(balanceLines, 2)).rejects.toMatchObject({ code: 'damaged-file' })
  await file.close()
  expect(readdirSync(dirname(path))).toEqual(['small.bcf'])
})

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_NOTADB', 'not-a-programme'],
  ['SQLITE_CORRUPT', 'damaged-file'],
  ['SQLITE_CORRUPT_INDEX', 'damaged-file'],
  ['SQLITE_IOERR_READ', 'damaged-file'],
  ['SQLITE_IOERR_SHORT_READ', 'damaged-file'],
  ['SQLITE_IOERR_FSYNC', 'disk-failed'],
  ['SQLITE_IOERR_SHMMAP', 'disk-failed'],
  ['SQLITE_BUSY', 'file-busy'],
  ['SQLITE_LOCKED', 'file-busy'],
  ['SQLITE_CANTOPEN', 'file-missing'],
])('%s is told as %s', (sqliteCode, code) => {
  expect(asFileFailure(new SQLite.SqliteError('x', sqliteCode), 'f')).toMatchObject({ code })
})

test("an error that is not the disk's is passed on as it is", () => {
  const error = new SQLite.SqliteError('x', 'SQLITE_CONSTRAINT_CHECK')
  expect([asFileFailure(error, 'f'), asFileFailure('text', 'f')]).toEqual([error, 'text'])
})

test('a copy is complete, opens by itself, and is never written over another file', async () => {
  const { file, path, themeId } = await smallLedger()
  await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 100)])
  const target = join(path, '..', 'copy.bcf')
  await file.copyTo(target)
  await expect(file.copyTo(target)).rejects.toMatchObject({ code: 'file-exists' })
  const copy = await openProgrammeFile(target)
  expect(await copy.read(verify)).toEqual(await file.read(verify))
  await copy.close()
  expect(readdirSync(join(path, '..')).filter((name) => name.includes('tmp'))).toEqual([])
})

test('a copy does not take the place of a file that comes there while it is made', async () => {
  const { file, path } = await smallLedger()
  const target = join(dirname(path), 'copy.bcf')
  const made = await Promise.allSettled([file.copyTo(target), file.copyTo(target)])
  expect(made.map((each) => (each.status === 'fulfilled' ? 'made' : each.reason.code)).sort()).toEqual([
    'file-exists',
    'made',
  ])
  expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test.each(['-wal', '-journal'])('beside a %s of a programme that is gone no file is made', async (ending) => {
  const { file, path } = await smallLedger()
  const target = join(dirname(path), 'again.bcf')
  writeFileSync(target + ending, 'pages of a programme that is gone')
  const refused = { code: 'file-exists', detail: { file: target + ending } }
  await expect(file.copyTo(target)).rejects.toMatchObject(refused)
  await expect(createProgrammeFile(target)).rejects.toMatchObject(refused)
  expect(existsSync(target)).toBe(false)
})

test('twenty flows at once, some of which fail, leave what one after the other would have left', async () => {
  const { file, themeId } = await smallLedger()
  const flows = Array.from({ length: 20 }, async (_, flow) => {
    for (let step = 0; step < 10; step += 1) {
      const isKept = (flow + step) % 3 !== 0
      const amount = isKept ? flow * 10 + step : 1_000_000
      const entry = { ...planEntry(themeId, 2020, amount), startYear: isKept ? 2020 : 1800 }
      await postPlan(file, '2020-05-01T09:00:00.000Z', [entry]).catch(() => undefined)
    }
  })
  await Promise.all(flows)
  let expected = 0
  for (let flow = 0; flow < 20; flow += 1) {
    for (let step = 0; step < 10; step += 1) if ((flow + step) % 3 !== 0) expected += flow * 10 + step
  }
  const [line] = await file.read(balanceLines)
  expect(line?.amount).toBe(expected)
  expect((await file.read(verify)).faults).toEqual([])
})

test('many moments read at the same time are each shown as they were, however few of them are kept open', async () => {
  const { file, themeId } = await smallLedger()
  const seqs: number[] = []
  for (let month = 1; month <= 6; month += 1) {
    seqs.push(await postPlan(file, `2020-0${month + 3}-01T09:00:00.000Z`, [planEntry(themeId, 2020, 100)]))
  }
  const asked = [...seqs, ...seqs.toReversed(), ...seqs]
  const shown = await Promise.all(asked.map(async (seq) => (await file.read(balanceLines, seq))[0]?.amount))
  expect(shown).toEqual(asked.map((seq) => (seqs.indexOf(seq) + 1) * 100))
})

test('a copy is made while a read is under way', async () => {
  const { file, path } = await smallLedger()
  const target = join(path, '..', 'copy.bcf')
  await file.read(async (db) => {
    await balanceLines(db)
    await file.copyTo(target)
  })
  const copy = await openProgrammeFile(target)
  expect((await copy.read(verify)).faults).toEqual([])
  await copy.close()
})

test('closing waits for what runs, and what is asked for afterwards is refused', async () => {
  const { file, path, themeId } = await smallLedger()
  const running = [
    postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 100)]),
    file.read(balanceLines),
    file.read(balanceLines, 1),
  ]
  const closing = file.close()
  await expect(file.read(balanceLines)).rejects.toMatchObject({ code: 'no-programme-open' })
  expect((await Promise.allSettled(running)).map(({ status }) => status)).toEqual(Array(3).fill('fulfilled'))
  await closing
  await file.close()
  expect(readdirSync(join(path, '..'))).toEqual(['small.bcf'])
})

test('a new file gets its name only when it is complete, and none where filling it failed', async () => {
  const folder = tempFolder()
  const path = join(folder, 'new.bcf')
  const during: string[][] = []
  const failing = createProgrammeFile(path, async () => {
    during.push(readdirSync(folder).filter((name) => name.endsWith('.bcf')))
    throw new Error('power cut')
  })
  await expect(failing).rejects.toThrow('power cut')
  expect([during, readdirSync(folder)]).toEqual([[[]], []])
})

test('what an ended program of this computer left unfinished goes when a programme is opened; what others write stays', async () => {
  const { path } = await closedLedger()
  const folder = dirname(path)
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
  const left = [`.a.bcf.${here}-${ended}-00000000.tmp`, `.a.bcf.${here}-${ended}-00000000.tmp-wal`]
  const kept = [
    `.b.bcf.${here}-${process.ppid}-00000000.tmp`,
    `.b.bcf.${here}-${process.pid}-00000000.tmp`,
    `.a.bcf.ffffffff-${ended}-00000000.tmp`,
  ]
  for (const name of [...left, ...kept]) writeFileSync(join(folder, name), '')
  await (await openProgrammeFile(path)).close()
  expect(readdirSync(folder).sort()).toEqual([...kept, 'small.bcf'].sort())
})

test('of two programs that make one file at the same moment, one makes it and the other is refused', async () => {
  const path = join(tempFolder(), 'one.bcf')
  const made = await Promise.allSettled([createProgrammeFile(path), createProgrammeFile(path)])
  expect(made.map((each) => (each.status === 'fulfilled' ? 'made' : each.reason.code)).sort()).toEqual([
    'file-exists',
    'made',
  ])
  for (const each of made) if (each.status === 'fulfilled') await each.value.close()
})

const brokenAfter = (statements: number) => async (db: Parameters<(typeof migrations)[number]>[0]) => {
  for (let made = 0; made < 3; made += 1) {
    if (made === statements) throw new Error('power cut')
    await sql.raw(`create table later_${made} (x integer) strict`).execute(db)
  }
}

test.each([0, 1, 2])(
  'a migration that fails after %i statements leaves the file at its version, with a copy beside it',
  async (statements) => {
    const { path } = await closedLedger()
    const connection = connect(path, { readonly: false, mustExist: true })
    const steps = [...migrations, brokenAfter(statements)]
    await expect(migrate(connection, kyselyOver(connection), steps)).rejects.toThrow('power cut')
    const made = connection.prepare("select count(*) from sqlite_master where name like 'later%'").pluck().get()
    expect([fileVersion(connection), made, connection.pragma('foreign_keys', { simple: true })]).toEqual([
      migrations.length,
      0,
      1,
    ])
    connection.close()
    const backup = `${path}.before-version-${steps.length}`
    expect(existsSync(backup)).toBe(true)
    const restored = join(path, '..', 'restored.bcf')
    copyFileSync(backup, restored)
    const file = await openProgrammeFile(restored)
    expect((await file.read(verify)).faults).toEqual([])
    await file.close()
  },
)

test('a migration that is complete raises the version, and a second try after a failure works', async () => {
  const { path } = await closedLedger()
  const connection = connect(path, { readonly: false, mustExist: true })
  await expect(migrate(connection, kyselyOver(connection), [...migrations, brokenAfter(1)])).rejects.toThrow()
  await migrate(connection, kyselyOver(connection), [...migrations, brokenAfter(9)])
  expect([fileVersion(connection), connection.pragma('application_id', { simple: true })]).toEqual([
    migrations.length + 1,
    APPLICATION_ID,
  ])
  await expect(migrate(connection, kyselyOver(connection), migrations)).rejects.toMatchObject({ code: 'newer-file' })
  connection.close()
})
