import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ExportManifest } from '../../../domain/backup/exportManifest.ts'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { canonicalJson } from '../../../domain/canonicalJson.ts'
import { Level } from '../../../domain/ledger/entry.ts'
import { productVersion } from '../../../domain/productVersion.ts'
import { EverythingFormat, writeEverything } from '../../../electron/app/features/exportEverything.ts'
import { injectionPayloads } from '../../reports/support/injectionPayloads.ts'
import { contentsOf, readWorkbook } from '../../reports/support/workbookContents.ts'
import { recalculate } from '../../support/libreOffice.ts'
import { openTestApp, refusalOf } from '../../support/openTestApp.ts'
import { leedsApps } from '../support/leedsApp.ts'
import { addScheme, director, programmeApp } from '../support/programmeApp.ts'

const openLeeds = leedsApps()

/** What proves people, which no export holds. */
const secret = ['credential', 'sign_in_failure']

/** What the ledger itself says, read past the program: pence by level, and the number of rows of each table but the secret ones. */
const ledgerOf = (path: string) => {
  const db = new SQLite(path, { readonly: true })
  try {
    const sums = db.prepare('select level, sum(amount_pence) from entry group by level').raw().all() as [
      string,
      number,
    ][]
    const tables = db
      .prepare(`select name from sqlite_schema where type = 'table' order by name`)
      .pluck()
      .all() as string[]
    const rows = tables
      .filter((name) => !secret.includes(name))
      .map((name) => [name, db.prepare(`select count(*) from ${name}`).pluck().get() as number])
    return { sums: withAllLevels(new Map(sums)), rows: Object.fromEntries(rows) as Record<string, number> }
  } finally {
    db.close()
  }
}

const withAllLevels = (sums: Map<string, number>) =>
  Object.fromEntries(Level.options.map((level) => [level, sums.get(level) ?? 0]))

const addTo = (sums: Map<string, number>, level: string, amount: number) =>
  sums.set(level, (sums.get(level) ?? 0) + amount)

/** With the mark that says UTF-8, if there is one. */
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

/** Fields of a CSV after RFC 4180. */
const fieldsOf = (text: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '') break
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

const penceOf = (text: string) => Number(text.replace('.', ''))

test('the workbook holds every table, and its entries add up to the ledger by level to the penny', {
  timeout: 60_000,
}, async () => {
  const app = await openLeeds()
  const me = app.as(director)
  const { path, manifest } = await me.exports.everything.mutate({ format: 'xlsx' })
  const ledger = ledgerOf(join(app.folder, 'Leeds.bcf'))
  const workbook = await readWorkbook(readFileSync(path))
  const sums = new Map<string, number>()
  const rows: Record<string, number> = {}
  for (const sheet of workbook.worksheets) rows[sheet.name] = sheet.rowCount - 1
  const entries = workbook.getWorksheet('Entries')
  const headings = (entries?.getRow(1).values ?? []) as string[]
  entries?.eachRow((row, at) => {
    if (at > 1)
      addTo(
        sums,
        row.getCell(headings.indexOf('Level')).text,
        Math.round(Number(row.getCell(headings.indexOf('Amount, £')).value) * 100),
      )
  })
  expect({ sums: withAllLevels(sums), manifest: manifest.contents.sums }).toEqual({
    sums: ledger.sums,
    manifest: ledger.sums,
  })
  expect([rows.Entries, rows.Events, rows.Schemes, rows.Balances]).toEqual([
    ledger.rows.entry,
    ledger.rows.event,
    ledger.rows.scheme,
    ledger.rows.balance,
  ])
  expect(workbook.worksheets.length).toBe(Object.keys(ledger.rows).length + 1)
  expect(path).toBe(join(app.folder, 'Exports', `everything 32210-000-000 2020-09-01 event ${ledger.rows.event}.xlsx`))
})

test('the first sheet names every other with its rows, and each prints its headings on every page', async () => {
  const app = await openLeeds()
  const { path } = await app.as(director).exports.everything.mutate({ format: 'xlsx' })
  const { worksheets } = await readWorkbook(readFileSync(path))
  const [about, ...others] = worksheets
  const told: [string, number][] = []
  about?.eachRow((row, at) => {
    const isBelow = told.length > 0 || about.getRow(at - 1).getCell(1).text === 'Sheet'
    if (isBelow) told.push([row.getCell(1).text, Number(row.getCell(2).value)])
  })
  expect(told).toEqual(others.map(({ name, rowCount }) => [name, rowCount - 1]))
  expect(
    worksheets
      .map(({ pageSetup }) => [pageSetup.orientation, pageSetup.printTitlesRow])
      .filter(([orientation, titles]) => orientation !== 'landscape' || titles !== '1:1'),
  ).toEqual([])
  const fits = worksheets.filter(({ pageSetup }) => pageSetup.fitToPage).map(({ name }) => name)
  expect([fits.includes('About'), fits.includes('Schemes by theme'), fits.includes('Schemes')]).toEqual([
    true,
    true,
    false,
  ])
})

test('LibreOffice opens the workbook and reads the same cells', { timeout: 240_000 }, async () => {
  const app = await openLeeds()
  const { path } = await app.as(director).exports.everything.mutate({ format: 'xlsx' })
  const cellsOf = async (file: string) =>
    contentsOf(await readWorkbook(readFileSync(file))).map(
      ({ sheet, address, value }) => `${sheet}!${address} ${value}`,
    )
  expect(await cellsOf(await recalculate(path))).toEqual(await cellsOf(path))
})

test('the CSV zip holds every table, a manifest, and entries that add up to the ledger to the penny', async () => {
  const app = await openLeeds()
  const { path, manifest } = await app.as(director).exports.everything.mutate({ format: 'csv' })
  const ledger = ledgerOf(join(app.folder, 'Leeds.bcf'))
  const files = Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, textOf(bytes)]),
  )
  const { 'manifest.json': manifestText = '', ...tables } = files
  expect(ExportManifest.parse(JSON.parse(manifestText))).toEqual(manifest)
  const counts = Object.values(tables).map((text) => fieldsOf(text.slice(1)).length - 1)
  expect(counts.sort()).toEqual(Object.values(ledger.rows).sort())
  const [headings = [], ...entries] = fieldsOf((tables['Entries.csv'] ?? '').slice(1))
  const sums = new Map<string, number>()
  for (const entry of entries)
    addTo(sums, entry[headings.indexOf('Level')] ?? '', penceOf(entry[headings.indexOf('Amount, £')] ?? ''))
  expect([withAllLevels(sums), Object.values(tables).every((text) => text.startsWith('\uFEFF'))]).toEqual([
    ledger.sums,
    true,
  ])
})

test('the JSON is one canonical text with every column as it is kept', async () => {
  const app = await openLeeds()
  const { path, manifest } = await app.as(director).exports.everything.mutate({ format: 'json' })
  const ledger = ledgerOf(join(app.folder, 'Leeds.bcf'))
  const text = readFileSync(path, 'utf8')
  const everything = JSON.parse(text) as {
    manifest: unknown
    tables: Record<string, Record<string, string | number | null>[]>
  }
  const sums = new Map<string, number>()
  for (const entry of everything.tables.entry ?? []) addTo(sums, String(entry.level), Number(entry.amount_pence))
  expect({
    isCanonical: canonicalJson(everything) === text,
    manifest: everything.manifest,
    rows: Object.fromEntries(Object.entries(everything.tables).map(([name, rows]) => [name, rows.length])),
    sums: withAllLevels(sums),
  }).toEqual({ isCanonical: true, manifest, rows: ledger.rows, sums: ledger.sums })
})

test('the SQLite copy opens in any SQLite program, with its manifest beside it', async () => {
  const app = await openLeeds()
  const { path, manifest } = await app.as(director).exports.everything.mutate({ format: 'sqlite' })
  const beside = ExportManifest.parse(JSON.parse(readFileSync(`${path}.manifest.json`, 'utf8')))
  expect([ledgerOf(path), beside]).toEqual([ledgerOf(join(app.folder, 'Leeds.bcf')), manifest])
  expect(manifest.contents.sums).toEqual(ledgerOf(path).sums)
})

test('each export says of what programme, as at which event and by which program it is, in one manifest', {
  timeout: 60_000,
}, async () => {
  const app = await openLeeds()
  const me = app.as(director)
  const { programme, asAt } = await me.programme.screen.query({ asAt: null })
  const manifests = []
  for (const format of ['xlsx', 'csv', 'json', 'sqlite'] as const)
    manifests.push((await me.exports.everything.mutate({ format })).manifest)
  const [first] = manifests
  expect(manifests).toEqual(manifests.map(() => first))
  expect([first?.contents.programme.name, first?.contents.lastEvent, first?.madeOn, first?.versions.program]).toEqual([
    programme.name,
    { seq: asAt.seq, recordedAt: asAt.recordedAt, hash: asAt.hash },
    '2020-09-01',
    productVersion,
  ])
})

test('an export of before is kept, because somebody may have worked in it', async () => {
  const app = await openLeeds()
  const me = app.as(director)
  const [first, second] = [
    await me.exports.everything.mutate({ format: 'json' }),
    await me.exports.everything.mutate({ format: 'json' }),
  ]
  expect(second.path).toBe(first.path.replace('.json', ' 2.json'))
  expect(readdirSync(join(app.folder, 'Exports')).length).toBe(2)
})

test('what users write is text in every format, whatever a spreadsheet would take it for', {
  timeout: 60_000,
}, async () => {
  const app = await programmeApp()
  for (const [at, payload] of injectionPayloads.entries()) {
    const name = payload.replace(/\p{Cc}/gu, ' ').trim() || `empty ${at}`
    await addScheme(app.me, app.theme.id, name).catch(() => undefined)
  }
  const { path: zip } = await app.me.exports.everything.mutate({ format: 'csv' })
  const [headings = [], ...schemes] = fieldsOf(
    textOf(unzipSync(readFileSync(zip))['Schemes.csv'] ?? new Uint8Array()).slice(1),
  )
  const names = schemes.map((scheme) => scheme[headings.indexOf('Name')] ?? '')
  expect([names.length > 40, names.filter((name) => /^[=+\-@\t\r]/.test(name))]).toEqual([true, []])
  const { path: xlsx } = await app.me.exports.everything.mutate({ format: 'xlsx' })
  const parts = unzipSync(readFileSync(xlsx))
  const xml = Object.values(parts)
    .map((bytes) => textOf(bytes))
    .join('')
  expect([/<f[ >]/.test(xml), /externalLink|ddeLink|hyperlink/.test(xml)]).toEqual([false, false])
})

test.each(['json', 'sqlite'] as const)(
  'of two %s exports at the same moment neither takes the place of the other',
  async (format) => {
    const { as, folder } = await programmeApp()
    const me = as(director)
    const made = await Promise.all([me.exports.everything.mutate({ format }), me.exports.everything.mutate({ format })])
    const beside = format === 'sqlite' ? made.map(({ path }) => `${path}.manifest.json`) : []
    const wanted = [...made.map(({ path }) => path), ...beside].map((path) => basename(path))
    expect(readdirSync(join(folder, 'Exports')).sort()).toEqual([...new Set(wanted)].sort())
    expect(new Set(wanted).size).toBe(format === 'sqlite' ? 4 : 2)
  },
)

test('what a killed program left of an export goes with the next one', async () => {
  const { as, folder } = await programmeApp()
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
  mkdirSync(join(folder, 'Exports'), { recursive: true })
  writeFileSync(join(folder, 'Exports', `.everything.sqlite.${here}-${ended}-0a1b2c3d.tmp`), 'half')
  const { path } = await as(director).exports.everything.mutate({ format: 'json' })
  expect(readdirSync(join(folder, 'Exports'))).toEqual([basename(path)])
})

test('an export that cannot be written says why and leaves nothing', async () => {
  const app = await openTestApp()
  const me = app.as(director)
  expect(await refusalOf(me.exports.everything.mutate({ format: 'json' }))).toEqual({
    code: 'no-programme-open',
    detail: {},
  })
  await me.programme.openSample.mutate()
  writeFileSync(join(app.folder, 'Exports'), 'a file in the place of the folder')
  expect(await refusalOf(me.exports.everything.mutate({ format: 'xlsx' }))).toEqual({
    code: 'folder-missing',
    detail: { folder: join(app.folder, 'Exports') },
  })
})

test.each(EverythingFormat.options)(
  'damage in the programme is said of the programme and not of the folder of the export (%s)',
  async (format) => {
    const app = await openLeeds()
    const source = join(app.folder, 'Leeds.bcf')
    await app.as(director).programme.close.mutate()
    const bytes = readFileSync(source)
    bytes.fill(0x5a, 4096 * 2)
    writeFileSync(source, bytes)
    const folder = join(app.folder, 'Exports')
    const order = { source, target: { folder }, format, madeOn: calendarDay('2020-09-01') }
    await expect(writeEverything(order)).rejects.toMatchObject({ code: 'damaged-file', detail: { file: source } })
    expect(readdirSync(folder)).toEqual([])
  },
)

test('a programme whose file is gone is missed by its own name', async () => {
  const app = await openLeeds()
  const source = join(app.folder, 'Gone.bcf')
  const order = { source, target: { folder: join(app.folder, 'Exports') }, madeOn: calendarDay('2020-09-01') }
  for (const format of EverythingFormat.options)
    await expect(writeEverything({ ...order, format })).rejects.toMatchObject({
      code: 'file-missing',
      detail: { file: source },
    })
})
