import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { backupName, backupNumber } from '../domain/backup/backupName.ts'
import { Manifest, manifestName } from '../domain/backup/manifest.ts'
import { backupsToRemove, type KeptBackup } from '../domain/backup/retention.ts'
import { dayInLondon, type Instant } from '../domain/calendarDay.ts'
import { Failure, type FailureCode, fail } from '../domain/errors.ts'
import { productVersion } from '../domain/productVersion.ts'
import { asDiskFailure } from './asDiskFailure.ts'
import { asReadFailure } from './asReadFailure.ts'
import { hashAt, readContents } from './backupContents.ts'
import { digestTables } from './backupTables.ts'
import { giveName, refuseTaken, takeName } from './giveName.ts'
import { fileVersion } from './migrate.ts'
import { flush } from './programmeFile.ts'
import { type OnProgress, verify } from './queries/verify.ts'
import type { Reading } from './schema.ts'
import { asFileFailure, type Connection, connect, copyInto, kyselyOver, sqliteVersion } from './sqlite.ts'
import { isUnfinished, removeUnfinished, unfinishedPath } from './unfinished.ts'

export interface BackupOrder {
  /** The programme file, which others may be writing to. */
  source: string
  /** Where backups are kept. It is made where it is missing, unless somebody chose it. */
  folder: string
  takenAt: Instant
  /** A folder that somebody chose is never made: where its drive is away, it would be made on another. */
  isChosen?: boolean
  /** A folder with other backups of the same programme, whose numbers are gone on from: so no two bear one name. */
  besides?: string
}

/** A verified backup as it lies in the folder. */
export interface Backup {
  path: string
  manifest: Manifest
}

/**
 * Makes a backup and lets the old ones go. It counts only once it was opened again, verified whole and hashed: then it
 * gets its name and its manifest. Throws `backup-folder`, `disk-full`, `backup-unsound`, `file-missing`, `damaged-file`,
 * `not-a-programme`, `file-busy`; the programme and every earlier backup are then as they were.
 */
export const makeBackup = async (
  { source, folder, takenAt, isChosen = false, besides }: BackupOrder,
  tell: OnProgress = () => undefined,
): Promise<Backup> => {
  if (!existsSync(source)) fail('file-missing', { file: source })
  const backup = await inFolder(folder, async () => {
    if (!isChosen) await mkdir(folder, { recursive: true })
    // A program makes one backup at a time.
    await removeUnfinished(folder, true)
    const { name, number } = await takeNextName(folder, besides, source, takenAt)
    const path = join(folder, name)
    const unfinished = unfinishedPath(path)
    try {
      copyProgramme(source, unfinished)
      await flush(unfinished)
      const checked = await check(unfinished, source, tell)
      // A backup that is opened in place of being restored is shown, and stays what was verified.
      await chmod(unfinished, 0o444).catch(() => undefined)
      const manifest: Manifest = {
        format: 'bcf-backup',
        version: 1,
        file: name,
        number,
        takenAt,
        source,
        ...checked,
      }
      // The manifest first: the file is seen whole only by who sees that it was verified.
      await writeWhole(join(folder, manifestName(name)), `${JSON.stringify(manifest, null, 2)}\n`)
      await rename(unfinished, path)
      await flush(folder)
      return { path, manifest }
    } catch (error) {
      await rm(join(folder, manifestName(name)), { force: true })
      await rm(unfinished, { force: true })
      await rm(path, { force: true })
      throw error
    }
  })
  // The new backup counts; what cannot be removed today goes with the next one.
  await removeOld(folder, source).catch(() => undefined)
  return backup
}

/** Proves that a folder is there and takes a file, and leaves nothing in it. Throws `backup-folder`, `disk-full`. */
export const proveFolder = async (folder: string): Promise<void> =>
  await inFolder(folder, async () => {
    const proof = unfinishedPath(join(folder, 'proof'))
    try {
      await writeFile(proof, 'A backup can be kept here.', { flag: 'wx', flush: true })
    } finally {
      await rm(proof, { force: true })
    }
  })

/** A failure of the disk here is one of the folder, and the programme is as it was. */
const inFolder = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await onDisk(folder, work)
  } catch (error) {
    // Where a file stands in the place of the folder, it exists and is none.
    const isOfFolder =
      error instanceof Failure &&
      ['read-only', 'folder-missing', 'file-missing', 'file-exists', 'disk-failed'].includes(error.code)
    throw isOfFolder ? new Failure('backup-folder', { folder }) : error
  }
}

/** The verified backups of some folders, the newest first and a copy of one but once; none where there is no folder. */
export const listBackups = async (...folders: string[]): Promise<Backup[]> => {
  const backups = new Map<string, Backup>()
  for (const folder of folders) {
    for (const backup of await backupsIn(folder)) {
      const { file, sha256 } = backup.manifest
      const key = `${file} ${sha256}`
      if (!backups.has(key)) backups.set(key, backup)
    }
  }
  return [...backups.values()].sort(
    (a, b) =>
      b.manifest.takenAt.localeCompare(a.manifest.takenAt) ||
      b.manifest.number - a.manifest.number ||
      a.path.localeCompare(b.path),
  )
}

const backupsIn = async (folder: string): Promise<Backup[]> => {
  const backups: Backup[] = []
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.manifest')) continue
    const manifest = await readManifest(join(folder, name))
    if (manifest === undefined || manifestName(manifest.file) !== name) continue
    const path = join(folder, manifest.file)
    const found = await stat(path).catch(() => undefined)
    // A backup that lost its file, or part of it, is none.
    if (found?.isFile() && found.size === manifest.bytes) backups.push({ path, manifest })
  }
  return backups
}

/** A manifest; undefined for what is not one. */
export const readManifest = async (path: string): Promise<Manifest | undefined> => {
  try {
    return Manifest.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** Proves that a backup is still the file that was verified, and says how many of its bytes it has read. Throws `backup-altered`. */
export const checkBackup = async ({ path, manifest }: Backup, tell: OnProgress = () => undefined): Promise<void> => {
  const sha256 = await sha256Of(path, (done) => tell(done, manifest.bytes)).catch((error: unknown) => {
    throw asReadFailure(error, path)
  })
  if (sha256 !== manifest.sha256) fail('backup-altered', { file: path })
}

/**
 * Copies a backup to a path where nothing is, and proves that the copy is what was verified. Throws `backup-altered`,
 * `file-exists`, `folder-missing`, `read-only`, `disk-full`; then nothing is left at that path.
 */
export const copyBackup = async (backup: Backup, target: string): Promise<void> =>
  await onDisk(target, async () => {
    refuseTaken(target)
    const unfinished = unfinishedPath(target)
    try {
      const file = await open(unfinished, 'wx')
      const hash = createHash('sha256')
      try {
        for await (const chunk of createReadStream(backup.path) as AsyncIterable<Buffer>) {
          hash.update(chunk)
          await file.writeFile(chunk)
        }
        await file.sync()
      } finally {
        await file.close()
      }
      if (hash.digest('hex') !== backup.manifest.sha256) fail('backup-altered', { file: backup.path })
      await giveName(unfinished, target)
      await flush(dirname(target))
    } finally {
      await rm(unfinished, { force: true }).catch(() => undefined)
    }
  })

/** The hash of a backup's event with a number; null where its trail does not reach so far. */
export const hashInBackup = async ({ path }: Backup, seq: number): Promise<string | null> => {
  const connection = connect(path, { readonly: true, mustExist: true })
  try {
    return await hashAt(kyselyOver(connection) as unknown as Reading, seq)
  } finally {
    connection.close()
  }
}

/** Copies a programme, also while it is written to; what is wrong with it names it, and all else is left as SQLite says it. */
export const copyProgramme = (source: string, target: string): void => {
  let connection: Connection | undefined
  try {
    connection = connect(source, { readonly: true, mustExist: true })
    copyInto(connection, target)
  } catch (error) {
    const failure = asFileFailure(error, source)
    throw failure instanceof Failure && ofSource.includes(failure.code) ? failure : error
  } finally {
    connection?.close()
  }
}

/** What SQLite says of the file that it reads; all else that it says while it copies is of the file that it writes. */
const ofSource: FailureCode[] = ['damaged-file', 'not-a-programme', 'file-busy', 'unsafe-settings']

/** All that a manifest says of a file, read from that file after it was opened again and verified. */
const check = async (
  path: string,
  source: string,
  tell: OnProgress,
): Promise<Pick<Manifest, 'bytes' | 'sha256' | 'contents' | 'tables' | 'versions'>> => {
  const connection = connect(path, { readonly: true, mustExist: true })
  try {
    const db = kyselyOver(connection) as unknown as Reading
    const { faults } = await verify(db, tell)
    const integrity = connection.pragma('integrity_check', { simple: true })
    if (faults.length > 0 || integrity !== 'ok') fail('backup-unsound', { file: source })
    return {
      bytes: (await stat(path)).size,
      sha256: await sha256Of(path),
      contents: await readContents(db, source),
      tables: digestTables(connection),
      versions: { program: productVersion, file: fileVersion(connection), sqlite: sqliteVersion(connection) },
    }
  } finally {
    connection.close()
  }
}

/** In bytes: a step of what is told while a file is hashed. */
const TOLD_EVERY = 4_000_000

const sha256Of = async (path: string, tell: (done: number) => void = () => undefined): Promise<string> => {
  const hash = createHash('sha256')
  let [done, told] = [0, 0]
  tell(0)
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    done += chunk.length
    if (done - told < TOLD_EVERY) continue
    tell(done)
    told = done
  }
  return hash.digest('hex')
}

/** Of two programs that back up at the same moment each takes a name of its own. */
const takeNextName = async (
  folder: string,
  besides: string | undefined,
  source: string,
  takenAt: Instant,
): Promise<{ name: string; number: number }> => {
  const file = basename(source)
  // A manifest outlives its backup where somebody has moved that away.
  const found = [...(await namesIn(folder)), ...(besides === undefined ? [] : await namesIn(besides))]
  const names = found.map((name) => name.replace(/\.manifest$/, '.bcf'))
  const numbers = names.map((name) => backupNumber(name, file) ?? 0)
  for (let number = Math.max(0, ...numbers) + 1; ; number += 1) {
    const name = backupName(file, number, dayInLondon(takenAt))
    try {
      await takeName(join(folder, name))
      return { name, number }
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'file-exists')) throw error
    }
  }
}

/** Lets go what the rule of the domain lets go, and of what does not count only what this program's own runs left behind. */
const removeOld = async (folder: string, source: string): Promise<void> => {
  const file = basename(source)
  // The names before the manifests: what another program finishes meanwhile is seen as being made, or as verified.
  const names = await namesIn(folder)
  const verified = new Map((await listBackups(folder)).map(({ manifest }) => [manifest.file, manifest]))
  const kept: KeptBackup[] = []
  for (const name of names) {
    const number = backupNumber(name, file)
    const manifest = verified.get(name)
    if (number === undefined) continue
    // Another programme of the same name, from another folder, lets its own backups go.
    if (manifest ? manifest.source !== source : !(await isLeftover(folder, name, names, source))) continue
    const day = manifest ? dayInLondon(manifest.takenAt) : dayInLondon(new Date(0).toISOString() as Instant)
    kept.push({ name, number, day, isVerified: manifest !== undefined })
  }
  for (const name of backupsToRemove(kept)) {
    // The file first: one without its manifest may be somebody's, who keeps manifests on another disk.
    await rm(join(folder, name), { force: true })
    await rm(join(folder, manifestName(name)), { force: true })
  }
}

/** Whether what does not count is of a run that broke off, and not a backup whose manifest is elsewhere, or of a later version. */
const isLeftover = async (folder: string, name: string, names: string[], source: string): Promise<boolean> => {
  if (isUnfinished(name, names)) return false
  const size = (await stat(join(folder, name)).catch(() => undefined))?.size
  if (!names.includes(manifestName(name))) return size === 0
  const manifest = await readManifest(join(folder, manifestName(name)))
  return manifest !== undefined && manifest.source === source && size !== undefined && size !== manifest.bytes
}

const writeWhole = async (path: string, text: string): Promise<void> => {
  const unfinished = unfinishedPath(path)
  try {
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
    await flush(dirname(path))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** A folder that is gone or closed holds no backup that could be used. */
const namesIn = async (folder: string): Promise<string[]> => await readdir(folder).catch(() => [])

const onDisk = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw asDiskFailure(error, path)
  }
}
