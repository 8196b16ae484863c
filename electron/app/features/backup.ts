import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { type Backup, copyBackup, readManifest } from '../../../db/backup.ts'
import { hashAt } from '../../../db/backupContents.ts'
import { extensionInWords, extensionOf } from '../../../domain/backup/extends.ts'
import { type Manifest, manifestName } from '../../../domain/backup/manifest.ts'
import { backupHours, isBackupDue, isBackupOld, USUAL_BACKUP_HOUR } from '../../../domain/backup/schedule.ts'
import type { Instant } from '../../../domain/calendarDay.ts'
import { Failure, type FailureCode, type Failures, fail } from '../../../domain/errors.ts'
import { changeSettings } from '../changeSettings.ts'
import type { Context } from '../operation.ts'
import type { State } from '../state.ts'
import { isLargeFile } from '../work/isLargeFile.ts'
import { type Asked, isCancelled } from '../work/works.ts'
import { allBackups, backupFolders, folderScreen } from './backupFolder.ts'
import { type BackupLine, lineOf } from './backupLine.ts'

/** What a run of the program remembers of the backups that it made. */
interface Running {
  /** The backup that is being made, for all who ask for one meanwhile. */
  now: Promise<Backup> | null
  /** When the last one of each file was made, by the clock that nobody can set. */
  madeAt: Map<string, number>
  /** When one of each file last failed, by the same clock. */
  failedAt: Map<string, number>
  lastFailure: { code: FailureCode; detail: Failures[FailureCode]; at: Instant } | null
}

const runs = new WeakMap<State, Running>()

const runOf = (state: State): Running => {
  const run = runs.get(state) ?? { now: null, madeAt: new Map(), failedAt: new Map(), lastFailure: null }
  runs.set(state, run)
  return run
}

/** All that the settings show of the file, its backups and what can be gone back to. */
export const backupScreen = async (state: State) => {
  const { files, settings } = state.ports
  const file = state.file()
  const { backupHour = USUAL_BACKUP_HOUR, restored = null } = await settings.read()
  const { id } = await state.read(null, ({ programme }) => programme)
  const all = await allBackups(state.ports)
  // A file that was moved away while it is open must not keep anybody from its backups.
  const bytes = (await stat(file.path).catch(() => undefined))?.size ?? null
  return {
    file: { path: file.path, bytes, risk: files.riskOf(file.path) },
    folder: await folderScreen(state),
    hour: backupHour,
    hours: backupHours,
    last: lastOf(all, file.path),
    lastFailure: runOf(state).lastFailure,
    backups: all.filter(({ manifest }) => manifest.contents.programme.id === id).map(lineOf),
    restored: restored?.to === file.path ? restored : null,
  }
}

/** When the last verified backup of the open file was taken, and whether that is too long ago. */
export const lastBackup = async (state: State): Promise<{ takenAt: Instant | null; isOld: boolean }> => {
  const takenAt = lastOf(await allBackups(state.ports), state.file().path)?.takenAt ?? null
  return { takenAt, isOld: isBackupOld(takenAt, state.ports.clock()) }
}

/** The work of a backup is nobody's own: everybody who asks meanwhile waits for it. */
const ofBackup: Asked = { session: 'program', work: 'backup' }

/** Makes a backup of the open file; who asks while one is being made waits for that one, and is told how far it is. */
export const backUpNow = async (state: State, asked?: Asked): Promise<BackupLine> => {
  const run = runOf(state)
  run.now ??= backUp(state, run).finally(() => {
    run.now = null
  })
  return lineOf(await state.works.follow(ofBackup, run.now, asked))
}

const backUp = async (state: State, run: Running): Promise<Backup> => {
  const { clock, uptime } = state.ports
  const { path } = state.file()
  try {
    const order = { source: path, takenAt: clock(), ...(await whereTo(state)) }
    const backup = await state.run('backup', null, order, await isLargeFile(path), ofBackup)
    run.madeAt.set(path, uptime())
    run.failedAt.delete(path)
    run.lastFailure = null
    return backup
  } catch (error) {
    // Another file was opened meanwhile: this one has its turn when it is open again.
    if (!isCancelled(error)) run.failedAt.set(path, uptime())
    if (error instanceof Failure && !isCancelled(error))
      run.lastFailure = { code: error.code, detail: error.detail, at: clock() }
    throw error
  }
}

/** What an order to back up says of the folder. */
const whereTo = async ({ ports }: State) => {
  const { current, isChosen } = await backupFolders(ports)
  return isChosen ? { folder: current, isChosen, besides: ports.files.backupsFolder } : { folder: current }
}

/** In milliseconds. Each try copies the whole programme, and may be what fills the disk. */
const UNTIL_NEXT_TRY = 3_600_000

/** Makes the daily backup where it is due. What keeps it from being made is logged and shown, and harms nothing else. */
export const backUpIfDue = async (state: State): Promise<void> => {
  if (!state.hasFile()) return
  const { clock, uptime, settings, log } = state.ports
  const { path } = state.file()
  const { backupHour = USUAL_BACKUP_HOUR } = await settings.read()
  const last = lastOf(await allBackups(state.ports), path)?.takenAt ?? null
  const madeAt = runOf(state).madeAt.get(path)
  const sinceLast = madeAt === undefined ? null : uptime() - madeAt
  const failedAt = runOf(state).failedAt.get(path)
  if (failedAt !== undefined && uptime() - failedAt < UNTIL_NEXT_TRY) return
  if (!isBackupDue({ now: clock(), hour: backupHour, last, sinceLast })) return
  try {
    await backUpNow(state)
  } catch (error) {
    log({ level: 'warn', what: 'daily backup not made', ...(error instanceof Failure ? { code: error.code } : {}) })
  }
}

/** Makes a backup of the open file in a folder, or where all its backups go. */
export const backUpTo = async (state: State, folder: string | undefined): Promise<Backup> => {
  const { path } = state.file()
  const to = folder === undefined ? await whereTo(state) : { folder }
  return await state.run('backup', null, { source: path, takenAt: state.ports.clock(), ...to }, false)
}

/** Copies a backup to a path where nothing is, proven by the manifest beside it. Throws `not-a-manifest`. */
export const restoreTo = async (path: string, target: string): Promise<Manifest> => {
  const manifest = await manifestAt(join(dirname(path), manifestName(basename(path))))
  await copyBackup({ path, manifest }, target)
  return manifest
}

/** Whether the open file still holds all that a backup's manifest says was in it: so a cut tail is found. */
export const checkAgainst = async (state: State, manifestPath: string) => {
  const { contents } = await manifestAt(manifestPath)
  const found = await state.read(null, async ({ programme, asAt }, db) => ({
    programmeId: programme.id,
    lastSeq: asAt.seq,
    hashThen: await hashAt(db, contents.lastEvent.seq),
  }))
  const extension = extensionOf(found, contents)
  return { extension, inWords: extensionInWords(extension, found.lastSeq, contents) }
}

const manifestAt = async (path: string): Promise<Manifest> =>
  (await readManifest(path)) ?? fail('not-a-manifest', { file: path })

/** Waits for the backup that is being made. */
export const backupsDone = async (state: State): Promise<void> => {
  await runOf(state).now?.catch(() => undefined)
}

export const HourInput = z.strictObject({ hour: z.union(backupHours.map((hour) => z.literal(hour))).nullable() })

/** Sets when the daily backup is made, or that none is, and gives what was set before. */
export const setBackupHour = async (
  context: Context,
  { hour }: z.infer<typeof HourInput>,
): Promise<{ hour: number | null; before: number | null }> => {
  const { ports } = context.state
  const { backupHour: before = USUAL_BACKUP_HOUR } = await ports.settings.read()
  await changeSettings(ports, (settings) => ({ ...settings, backupHour: hour }))
  return { hour, before }
}

/** In each folder by number: the clock may have been set back since. */
const lastOf = (all: readonly Backup[], path: string): BackupLine | null => {
  const lastOfEach = new Map<string, Backup>()
  for (const backup of all) {
    if (backup.manifest.source !== path) continue
    const folder = dirname(backup.path)
    const known = lastOfEach.get(folder)
    if (!known || known.manifest.number < backup.manifest.number) lastOfEach.set(folder, backup)
  }
  const [last] = [...lastOfEach.values()].sort((a, b) => b.manifest.takenAt.localeCompare(a.manifest.takenAt))
  return last ? lineOf(last) : null
}
