import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { createProgrammeFile, openProgrammeFile } from '../../db/programmeFile.ts'
import { verify } from '../../db/queries/verify.ts'
import type { Instant } from '../../domain/calendarDay.ts'
import { Failure } from '../../domain/errors.ts'
import { createApp } from '../../electron/app/app.ts'
import type { Ports } from '../../electron/app/ports.ts'
import { makeSample } from '../../electron/app/sample/makeSample.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { inFolder, type Proof } from './proof.ts'
import { randomCommands } from './randomCommands.ts'
import { readEverything } from './readEverything.ts'
import { seededRandom } from './seededRandom.ts'

const BEGIN = '2026-05-01T09:00:00.000Z' as Instant
const NOW = '2026-06-01T09:00:00.000Z' as Instant
const COMMANDS = 40
/** Of a hundred flips. The header is a hundred bytes of half a million: chance alone would hardly ever fall on it. */
const IN_HEADER = 10
const HEADER_BITS = 800

/** What the program may say of a damaged file; anything else is a failure that nobody meant. */
const sentences = ['damaged-file', 'not-a-programme', 'newer-file', 'older-file', 'unsafe-settings']

/**
 * Flips one bit at a time in a closed programme that has free pages: opening, reading or the check has to find it, or
 * nothing that anybody can see may change. Every row is compared each time, and every screen and export each time that the
 * count of flips can be divided by `readEach`.
 */
export const bitFlips = async (count: number, seed: number, readEach: number, inHeader = IN_HEADER): Promise<Proof> =>
  await inFolder(async (folder) => {
    const random = seededRandom(seed)
    const ports = portsIn(folder)
    const original = await makeOriginal(folder, ports, seed)
    const bytes = readFileSync(original)
    const soundRows = rowsOf(original)
    const sound = await readEverything(original, ports)
    const path = join(folder, 'flipped.bcf')
    const counts = { flips: 0, foundAtOpen: 0, foundByRead: 0, foundByCheck: 0, harmless: 0, missed: 0, overwritten: 0 }
    const breaches: string[] = []
    for (let flip = 0; flip < count; flip += 1) {
      const bit = random.percent(inHeader) ? random.below(HEADER_BITS) : random.below(bytes.length * 8)
      const damaged = Buffer.from(bytes)
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      writeFileSync(path, damaged)
      const breach = (what: string) => breaches.push(`bit ${bit}: ${what}`)
      counts.flips += 1
      const checked = await check(path)
      if (checked.failure !== null) breach(checked.failure)
      if (checked.found === 'at open') {
        counts.foundAtOpen += 1
        if (readFileSync(path).equals(damaged)) continue
        counts.overwritten += 1
        breach('the file was refused and overwritten')
        continue
      }
      const read = flip % readEach === 0 ? await readEverything(path, ports) : sound
      for (const code of read.refusals.filter((each) => !sentences.includes(each))) breach(`reading failed as ${code}`)
      if (checked.found === 'by check') counts.foundByCheck += 1
      else if (read.refusals.length > 0) counts.foundByRead += 1
      else if (read.digest === sound.digest && rowsOf(path) === soundRows) counts.harmless += 1
      else {
        counts.missed += 1
        breach('what can be seen has changed, and nothing found it')
      }
    }
    return { counts, breaches }
  })

/** The sample with commands of every kind on top, free pages in its file, and nothing beside it. */
const makeOriginal = async (folder: string, ports: Ports, seed: number): Promise<string> => {
  const path = join(folder, 'original.bcf')
  await (await createProgrammeFile(path, (file) => makeSample(file, () => undefined))).close()
  let made = 0
  // A minute apart, so that there are earlier moments to look at.
  const clock = () => new Date(Date.parse(BEGIN) + made * 60_000).toISOString() as Instant
  const app = createApp({ ...ports, clock })
  await app.open(path)
  const commands = randomCommands(app, seededRandom(seed), 'F')
  for (; made < COMMANDS; made += 1) await commands.give()
  await app.close()
  const raw = new SQLite(path)
  raw.exec('create table spare (x text)')
  raw.exec('insert into spare select hex(randomblob(800)) from entry limit 30')
  raw.exec('drop table spare')
  raw.close()
  return path
}

const portsIn = (folder: string): Ports => ({
  ...nodePorts(null, { programmes: folder, config: join(folder, 'config') }),
  clock: () => NOW,
  settings: { read: async () => ({ lastFile: null }), write: async () => undefined },
  log: () => undefined,
})

interface Checked {
  found: 'at open' | 'by check' | 'no'
  /** A failure that no sentence was meant for. */
  failure: string | null
}

/** Opens a file as the program does and checks it as `check` does. */
const check = async (path: string): Promise<Checked> => {
  const told = (error: unknown, when: string) =>
    error instanceof Failure && sentences.includes(error.code) ? null : `${when} failed with ${String(error)}`
  const file = await openProgrammeFile(path).catch((error: unknown) => ({ failure: told(error, 'opening') }))
  if ('failure' in file) return { found: 'at open', failure: file.failure }
  try {
    const { faults } = await file.read((db) => verify(db))
    return { found: faults.length > 0 || file.integrity() !== 'ok' ? 'by check' : 'no', failure: null }
  } catch (error) {
    return { found: 'by check', failure: told(error, 'the check') }
  } finally {
    await file.close()
  }
}

/** A digest of every row that the file holds, whichever screen shows it. */
const rowsOf = (path: string): string => {
  const raw = new SQLite(path, { readonly: true })
  const digest = createHash('sha256')
  try {
    const tables = raw.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all()
    for (const table of tables as string[]) {
      digest.update(`${table}\n`)
      for (const row of raw.prepare(`select * from ${table}`).raw().iterate()) digest.update(JSON.stringify(row))
    }
  } finally {
    raw.close()
  }
  return digest.digest('hex')
}
