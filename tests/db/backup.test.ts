import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { checkBackup, copyBackup, hashInBackup, listBackups, makeBackup, readManifest } from '../../db/backup.ts'
import { digestTables } from '../../db/backupTables.ts'
import { PROGRAM_VERSION } from '../../db/migrate.ts'
import { openProgrammeFile } from '../../db/programmeFile.ts'
import { verify } from '../../db/queries/verify.ts'
import { connect } from '../../db/sqlite.ts'
import type { Instant } from '../../domain/calendarDay.ts'
import { Failure } from '../../domain/errors.ts'
import { productVersion } from '../../domain/productVersion.ts'
import { planEntry, postPlan, smallLedger } from '../support/smallLedger.ts'
import { tempFolder } from '../support/tempFolder.ts'

const at = (moment: string) => `${moment}:00.000Z` as Instant

/** A small ledger with a plan of £120.50, and the folder that its backups go to. */
const ledger = async () => {
  const small = await smallLedger()
  await postPlan(small.file, '2020-04-02T09:00:00.000Z', [planEntry(small.themeId, 2020, 120_50)])
  const folder = join(tempFolder(), 'Backups')
  const backUp = (takenAt: Instant, source = small.path) => makeBackup({ source, folder, takenAt })
  return { ...small, folder, backUp }
}

/** How the files that this computer has not finished yet are marked. */
const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

const failureOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof Failure ? { code: error.code, detail: error.detail } : error
}

test('a backup is one file that was verified whole, with a manifest that says what is in it', async () => {
  const { backUp, folder, path, file } = await ledger()
  const { path: made, manifest } = await backUp(at('2020-04-02T10:00'))
  expect(readdirSync(folder).sort()).toEqual(['small backup 1 2020-04-02.bcf', 'small backup 1 2020-04-02.manifest'])
  expect(await readManifest(join(folder, 'small backup 1 2020-04-02.manifest'))).toEqual(manifest)
  const bytes = readFileSync(made)
  const { tables, contents, ...rest } = manifest
  expect(rest).toEqual({
    format: 'bcf-backup',
    version: 1,
    file: 'small backup 1 2020-04-02.bcf',
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    number: 1,
    takenAt: '2020-04-02T10:00:00.000Z',
    source: path,
    versions: { program: productVersion, file: PROGRAM_VERSION, sqlite: file.sqliteVersion },
  })
  expect({ ...contents, programme: contents.programme.name, lastEvent: contents.lastEvent.seq }).toEqual({
    programme: 'Small programme',
    lastEvent: 2,
    counts: {
      schemes: 0,
      themes: 1,
      sources: 0,
      decisions: 0,
      organisations: 0,
      documents: 0,
      movements: 1,
      entries: 1,
    },
    sums: { plan: 120_50, allocation: 0, authority: 0, released: 0, commitment: 0, actual: 0 },
  })
  expect(
    Object.entries(tables)
      .filter(([, { rows }]) => rows > 0)
      .map(([name, { rows }]) => [name, rows]),
  ).toEqual([
    ['balance', 1],
    ['entry', 1],
    ['event', 2],
    ['event_row', 2],
    ['movement', 1],
    ['programme', 1],
    ['theme', 1],
  ])
})

test('the digests of a backup are those of the programme, whatever order its rows were written in', async () => {
  const { backUp, path } = await ledger()
  const { manifest } = await backUp(at('2020-04-02T10:00'))
  const connection = connect(path, { readonly: true, mustExist: true })
  try {
    expect(digestTables(connection)).toEqual(manifest.tables)
  } finally {
    connection.close()
  }
})

test('a restored copy holds the same tables, and stands where nothing was', async () => {
  const { backUp, file, themeId, folder } = await ledger()
  const backup = await backUp(at('2020-04-02T10:00'))
  await postPlan(file, '2020-04-03T09:00:00.000Z', [planEntry(themeId, 2020, 1)])
  const target = join(dirname(folder), 'restored.bcf')
  await copyBackup(backup, target)
  const restored = await openProgrammeFile(target)
  const { faults } = await restored.read(verify)
  await restored.close()
  const connection = connect(target, { readonly: true, mustExist: true })
  const tables = digestTables(connection)
  connection.close()
  expect({ faults, tables }).toEqual({ faults: [], tables: backup.manifest.tables })
  expect(await failureOf(copyBackup(backup, target))).toEqual({ code: 'file-exists', detail: { file: target } })
  expect(readdirSync(dirname(folder)).sort()).toEqual(['Backups', 'restored.bcf'])
})

test('a backup says the hash of its events, so that two trails can be held against each other', async () => {
  const { backUp, file } = await ledger()
  const backup = await backUp(at('2020-04-02T10:00'))
  const first = await file.read((db) => db.selectFrom('event').select('hash').where('seq', '=', 1).executeTakeFirst())
  expect([await hashInBackup(backup, 1), await hashInBackup(backup, 2), await hashInBackup(backup, 3)]).toEqual([
    first?.hash,
    backup.manifest.contents.lastEvent.hash,
    null,
  ])
})

test('backups are listed newest first, and one that lost its manifest or part of its file is none', async () => {
  const { backUp, folder } = await ledger()
  const names = async () => (await listBackups(folder)).map(({ manifest }) => manifest.number)
  for (const hour of ['10', '11', '12']) await backUp(at(`2020-04-02T${hour}:00`))
  expect(await names()).toEqual([3, 2, 1])
  chmodSync(join(folder, 'small backup 2 2020-04-02.bcf'), 0o644)
  truncateSync(join(folder, 'small backup 2 2020-04-02.bcf'), 4096)
  rmSync(join(folder, 'small backup 3 2020-04-02.manifest'))
  writeFileSync(join(folder, 'other.manifest'), '{"format":"bcf-backup"}')
  expect(await names()).toEqual([1])
  expect(await listBackups(join(folder, 'nowhere'))).toEqual([])
})

test('old backups go by the rule once a new one counts, those of another programme of the same name stay', async () => {
  const { backUp, folder, path } = await ledger()
  const elsewhere = join(tempFolder(), 'small.bcf')
  await backUp(at('2020-04-02T08:00'))
  copyFileSync(join(folder, 'small backup 1 2020-04-02.bcf'), elsewhere)
  await backUp(at('2020-04-02T08:30'), elsewhere)
  for (const hour of ['09', '10', '11', '12']) await backUp(at(`2020-04-02T${hour}:00`))
  const stay = (await listBackups(folder)).map(({ manifest }) => [manifest.number, manifest.source === path])
  expect(stay).toEqual([
    [6, true],
    [5, true],
    [4, true],
    [2, false],
  ])
})

test('what a killed program left half made goes with the next backup, and a number is never used twice', async () => {
  const { backUp, folder } = await ledger()
  mkdirSync(folder)
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  const left = [
    'small backup 7 2020-04-01.bcf',
    `.small backup 7 2020-04-01.bcf.${here}-${ended}-0a1b2c3d.tmp`,
    `.small backup 7 2020-04-01.bcf.${here}-${process.pid}-0a1b2c3d.tmp`,
    'Notes.txt',
  ]
  for (const name of left) writeFileSync(join(folder, name), '')
  await backUp(at('2020-04-02T10:00'))
  expect(readdirSync(folder).sort()).toEqual([
    'Notes.txt',
    'small backup 8 2020-04-02.bcf',
    'small backup 8 2020-04-02.manifest',
  ])
})

test('what another computer or another program is making stays, and so does the name that it has taken', async () => {
  const { backUp, folder } = await ledger()
  mkdirSync(folder)
  const making = [
    'small backup 1 2020-04-02.bcf',
    '.small backup 1 2020-04-02.bcf.ffffffff-4194304-0a1b2c3d.tmp',
    'small backup 2 2020-04-02.bcf',
    `.small backup 2 2020-04-02.bcf.${here}-${process.ppid}-0a1b2c3d.tmp`,
  ]
  for (const name of making) writeFileSync(join(folder, name), '')
  await backUp(at('2020-04-02T10:00'))
  expect(readdirSync(folder).sort()).toEqual(
    [...making, 'small backup 3 2020-04-02.bcf', 'small backup 3 2020-04-02.manifest'].sort(),
  )
})

test('a backup whose manifest was moved away, or is of a later version, is never removed, and no manifest is written over', async () => {
  const { backUp, folder } = await ledger()
  const elsewhere = tempFolder()
  const name = (number: number, ending = 'bcf') => `small backup ${number} 2020-04-02.${ending}`
  for (const hour of ['08', '09', '10', '11']) await backUp(at(`2020-04-02T${hour}:00`))
  renameSync(join(folder, name(2, 'manifest')), join(elsewhere, name(2, 'manifest')))
  const later = JSON.stringify({ format: 'bcf-backup', version: 2 })
  writeFileSync(join(folder, name(3, 'manifest')), later)
  renameSync(join(folder, name(4)), join(elsewhere, name(4)))
  for (const hour of ['12', '13', '14', '15']) await backUp(at(`2020-04-02T${hour}:00`))
  expect(readdirSync(folder).sort()).toEqual([
    name(2),
    name(3),
    name(3, 'manifest'),
    name(4, 'manifest'),
    ...[6, 7, 8].flatMap((number) => [name(number), name(number, 'manifest')]),
  ])
})

test('a backup cannot be written to, and what is restored from it can', async () => {
  const { backUp, folder } = await ledger()
  const backup = await backUp(at('2020-04-02T10:00'))
  const target = join(dirname(folder), 'restored.bcf')
  await copyBackup(backup, target)
  const isWritable = (path: string) => (statSync(path).mode & 0o200) !== 0
  expect([isWritable(backup.path), isWritable(target)]).toEqual([false, true])
})

test('a programme whose figures were altered past the program gives no backup, and the earlier ones stay', async () => {
  const { backUp, folder, path, file } = await ledger()
  await backUp(at('2020-04-02T10:00'))
  await file.close()
  const raw = new SQLite(path)
  raw.exec('update balance set amount_pence = amount_pence + 1')
  raw.close()
  expect(await failureOf(backUp(at('2020-04-02T11:00')))).toEqual({ code: 'backup-unsound', detail: { file: path } })
  expect(readdirSync(folder).sort()).toEqual(['small backup 1 2020-04-02.bcf', 'small backup 1 2020-04-02.manifest'])
})

test('a backup that was changed after it was checked is refused, and leaves nothing where it should have gone', async () => {
  const { backUp, folder } = await ledger()
  const backup = await backUp(at('2020-04-02T10:00'))
  const bytes = readFileSync(backup.path)
  bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000)
  chmodSync(backup.path, 0o644)
  writeFileSync(backup.path, bytes)
  const refused = { code: 'backup-altered', detail: { file: backup.path } }
  const target = join(dirname(folder), 'restored.bcf')
  expect([await failureOf(checkBackup(backup)), await failureOf(copyBackup(backup, target))]).toEqual([
    refused,
    refused,
  ])
  expect(readdirSync(dirname(folder))).toEqual(['Backups'])
  rmSync(backup.path)
  expect(await failureOf(checkBackup(backup))).toEqual({ code: 'file-missing', detail: { file: backup.path } })
})

test('where the folder cannot be made, or the programme is gone or is none, it says which', async () => {
  const { backUp, path, folder } = await ledger()
  const blocked = join(tempFolder(), 'a file')
  writeFileSync(blocked, '')
  const inFile = makeBackup({ source: path, folder: join(blocked, 'Backups'), takenAt: at('2020-04-02T10:00') })
  const garbage = join(tempFolder(), 'garbage.bcf')
  writeFileSync(garbage, 'not a database at all'.repeat(400))
  expect([
    await failureOf(inFile),
    await failureOf(backUp(at('2020-04-02T10:00'), `${path}.gone`)),
    await failureOf(backUp(at('2020-04-02T10:00'), garbage)),
  ]).toEqual([
    { code: 'backup-folder', detail: { folder: join(blocked, 'Backups') } },
    { code: 'file-missing', detail: { file: `${path}.gone` } },
    { code: 'not-a-programme', detail: { file: garbage } },
  ])
  expect(readdirSync(folder)).toEqual([])
})
