import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { copyBackup, makeBackup } from '../../db/backup.ts'
import { digestTables } from '../../db/backupTables.ts'
import { openProgrammeFile } from '../../db/programmeFile.ts'
import { verify } from '../../db/queries/verify.ts'
import { connect } from '../../db/sqlite.ts'
import type { Instant } from '../../domain/calendarDay.ts'
import { smallLedger } from '../support/smallLedger.ts'
import { tempFolder } from '../support/tempFolder.ts'

const writerScript = fileURLToPath(new URL('../support/writerProcess.ts', import.meta.url))
/** A file that is written to at full speed doubles while a backup of it is checked: a fresh one now and then keeps each short. */
const PROGRAMMES = 5
const BACKUPS_OF_EACH = 10
const MOST_WRITES = 1_000_000

/** Another process that posts to the programme at full speed until it is ended, and prints each event that it acknowledges. */
const startWriter = (path: string, themeId: string) => {
  const printed = join(tempFolder(), 'printed')
  // It never waits for anything, so that what it prints to a pipe would lie in its own memory once the pipe is full.
  const file = openSync(printed, 'w')
  const child = spawn(process.execPath, [writerScript, path, themeId, String(MOST_WRITES)], {
    stdio: ['ignore', file, 'inherit'],
  })
  closeSync(file)
  const ended = new Promise((done) => child.once('close', done))
  onTestFinished(() => void child.kill())
  return {
    lines: () => readFileSync(printed, 'utf8').split('\n').slice(0, -1),
    async stop() {
      child.kill()
      await ended
    },
  }
}

/** Backs a programme up again and again while it is written to, and gives what was not as it should be. */
const backUpUnderAWriter = async () => {
  const { file, path, themeId } = await smallLedger()
  await file.close()
  const folder = tempFolder()
  const writer = startWriter(path, themeId)
  await expect.poll(() => writer.lines().length, { timeout: 60_000 }).toBeGreaterThan(0)
  const [seqs, differing, writes] = [[] as number[], [] as number[], [] as number[]]
  for (let number = 1; number <= BACKUPS_OF_EACH; number += 1) {
    // Writing goes on between any two of them, however the machine shares out its time.
    await expect.poll(() => writer.lines().length, { timeout: 60_000 }).toBeGreaterThan(writes.at(-1) ?? 0)
    const takenAt = new Date(Date.parse('2020-05-01T09:00:00.000Z') + number * 60_000).toISOString() as Instant
    const backup = await makeBackup({ source: path, folder: join(folder, 'Backups'), takenAt })
    const restored = join(folder, `restored ${number}.bcf`)
    await copyBackup(backup, restored)
    const connection = connect(restored, { readonly: true, mustExist: true })
    if (JSON.stringify(digestTables(connection)) !== JSON.stringify(backup.manifest.tables)) differing.push(number)
    connection.close()
    seqs.push(backup.manifest.contents.lastEvent.seq)
    writes.push(writer.lines().length)
  }
  await writer.stop()
  const acknowledged = writer.lines().map(Number)
  const opened = await openProgrammeFile(path)
  const { faults, events } = await opened.read((db) => verify(db))
  await opened.close()
  return {
    backups: seqs.length,
    areRising: seqs.every((seq, at) => at === 0 || seq > (seqs[at - 1] ?? 0)),
    differing,
    // A write that fails is printed in words.
    failedWrites: acknowledged.filter((seq) => !Number.isInteger(seq)),
    faults,
    isAllThere: events >= (acknowledged.at(-1) ?? 0),
  }
}

test('fifty backups under a writer at full speed, ten of each of five programmes, are each verified and restored whole, and no write fails', {
  timeout: 600_000,
}, async () => {
  const found: unknown[] = []
  while (found.length < PROGRAMMES) found.push(await backUpUnderAWriter())
  const whole = {
    backups: BACKUPS_OF_EACH,
    areRising: true,
    differing: [],
    failedWrites: [],
    faults: [],
    isAllThere: true,
  }
  expect(found).toEqual(Array(PROGRAMMES).fill(whole))
})
