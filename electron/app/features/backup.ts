import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { type Backup, copyBackup, hashInBackup, listBackups, readManifest } from '../../../db/backup.ts'
import { hashAt, readContents } from '../../../db/backupContents.ts'
import { openProgrammeFile, type ProgrammeFile, removeProgrammeFile } from '../../../db/programmeFile.ts'
import { restoredName } from '../../../domain/backup/backupName.ts'
import { compareContents, relationInWords, relationOf } from '../../../domain/backup/compare.ts'
import type { Contents } from '../../../domain/backup/contents.ts'
import { extensionInWords, extensionOf } from '../../../domain/backup/extends.ts'
import { type Manifest, manifestName } from '../../../domain/backup/manifest.ts'
import { backupHours, isBackupDue, isBackupOld, USUAL_BACKUP_HOUR } from '../../../domain/backup/schedule.ts'
import { dayInLondon, type Instant } from '../../../domain/calendarDay.ts'
import { Failure, type FailureCode, type Failures, fail } from '../../../domain/errors.ts'
import { mayDo } from '../../../domain/roles.ts'
import { changeSettings } from '../changeSettings.ts'
import type { Context } from '../operation.ts'
import type { Settings } from '../ports.ts'
import type { State } from '../state.ts'
import { isLargeFile } from '../work/isLargeFile.ts'
import { type Asked, isCancelled } from '../work/works.ts'
import { openProgramme } from './session.ts'

/** What the settings and the list of backups say of one. */
export interface BackupLine {
  name: string
  takenAt: Instant
  bytes: number
  programme: string
  contents: Contents
  /** The name of the programme file that it was made of. */
  madeOf: string
}

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
  const all = await listBackups(files.backupsFolder)
  const { size } = await stat(file.path)
  return {
    file: { path: file.path, bytes: size, risk: files.riskOf(file.path) },
    folder: files.backupsFolder,
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
  const takenAt = lastOf(await listBackups(state.ports.files.backupsFolder), state.file().path)?.takenAt ?? null
  return { takenAt, isOld: isBackupOld(takenAt, state.ports.clock()) }
}

/** Makes a backup of the open file; who asks while one is being made waits for that one. */
export const backUpNow = async (state: State, asked?: Asked): Promise<BackupLine> => {
  const run = runOf(state)
  run.now ??= backUp(state, run, asked).finally(() => {
    run.now = null
  })
  return lineOf(await run.now)
}

const backUp = async (state: State, run: Running, asked: Asked | undefined): Promise<Backup> => {
  const { files, clock, uptime } = state.ports
  const { path } = state.file()
  try {
    const order = { source: path, folder: files.backupsFolder, takenAt: clock() }
    const backup = await state.run('backup', null, order, await isLargeFile(path), asked)
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

/** In milliseconds. Each try copies the whole programme, and may be what fills the disk. */
const UNTIL_NEXT_TRY = 3_600_000

/** Makes the daily backup where it is due. What keeps it from being made is logged and shown, and harms nothing else. */
export const backUpIfDue = async (state: State): Promise<void> => {
  if (!state.hasFile()) return
  const { clock, uptime, settings, files, log } = state.ports
  const { path } = state.file()
  const { backupHour = USUAL_BACKUP_HOUR } = await settings.read()
  const last = lastOf(await listBackups(files.backupsFolder), path)?.takenAt ?? null
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

/** Makes a backup of the open file in a folder. */
export const backUpTo = async (state: State, folder: string): Promise<Backup> => {
  const { path } = state.file()
  return await state.run('backup', null, { source: path, folder, takenAt: state.ports.clock() }, false)
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

export const BackupInput = z.strictObject({ name: z.string().min(1).max(300) })

/**
 * What the open file and a backup hold, side by side, after proving that the backup is still what was checked. Throws
 * `work-cancelled` where its reader has stopped it.
 */
export const compareBackup = async (state: State, { name }: z.infer<typeof BackupInput>, asked?: Asked) => {
  const backup = await findBackup(state, name)
  await state.run('checkBackup', null, backup, await isLargeFile(backup.path), asked)
  const { contents } = backup.manifest
  const file = state.file()
  const { open, hashInOpen } = await file.read(async (db) => ({
    open: await readContents(db, file.path),
    hashInOpen: await hashAt(db, contents.lastEvent.seq),
  }))
  const relation = relationOf(open, contents, hashInOpen, await hashInBackup(backup, open.lastEvent.seq))
  return {
    backup: lineOf(backup),
    open: basename(file.path),
    lines: compareContents(open, contents),
    relation,
    inWords: relationInWords(relation, open, contents),
  }
}

/**
 * Opens a backup beside: a copy under a new name in the folder of the programme, and never over a file. What was open
 * stays as it was, and can be gone back to.
 */
export const restoreBackup = async (
  context: Context,
  { name }: z.infer<typeof BackupInput>,
): Promise<{ path: string }> => {
  const { state } = context
  // Where nothing is open nobody has a role in it, and a damaged programme must not keep anybody from its backups.
  if (state.hasFile() && !mayDo(context.role, 'file'))
    fail('not-permitted', { operation: 'backup.restore', role: context.role })
  const { clock, files } = state.ports
  const backup = await findBackup(state, name)
  const before = state.hasFile() ? state.file().path : null
  await files.makeFolders()
  const to = await copyBeside(backup, before === null ? files.folder : dirname(before), dayInLondon(clock()))
  const seq = backup.manifest.contents.lastEvent.seq
  await openProgramme(state, to)
  const restored = { from: before, to, seq, backup: { name, takenAt: backup.manifest.takenAt } }
  await changeSettings(state.ports, (settings) => ({ ...settings, restored }))
  return { path: to }
}

const copyBeside = async (backup: Backup, folder: string, day: ReturnType<typeof dayInLondon>): Promise<string> => {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, restoredName(basename(backup.manifest.source), day, copy))
    try {
      await copyBackup(backup, path)
      return path
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'file-exists')) throw error
    }
  }
}

export const ReturnInput = z.strictObject({ keepsCopy: z.boolean() })

/**
 * Goes back to the programme that was open before a backup was restored; the restored copy is kept or removed. One that was
 * worked on since is never removed: `changed-since-restore`.
 */
export const returnFromRestore = async (
  context: Context,
  { keepsCopy }: z.infer<typeof ReturnInput>,
): Promise<{ path: string }> => {
  const { state } = context
  const { restored = null } = await state.ports.settings.read()
  const { path } = state.file()
  if (restored === null || restored.from === null || restored.to !== path) return fail('nothing-to-return-to', {})
  if (!keepsCopy && (await isWorkedOn(state.file(), restored))) fail('changed-since-restore', { file: path })
  await openProgramme(state, restored.from)
  if (!keepsCopy) await removeUntouched(restored)
  await changeSettings(state.ports, (settings) => ({ ...settings, restored: null }))
  return { path: restored.from }
}

/** What time alone brought about since is no work of anybody. */
const isWorkedOn = async (file: ProgrammeFile, { seq }: NonNullable<Settings['restored']>): Promise<boolean> => {
  const event = await file.read((db) =>
    db.selectFrom('event').select('seq').where('seq', '>', seq).where('actor', '<>', 'system').executeTakeFirst(),
  )
  return event !== undefined
}

/** Somebody may have worked in the copy until it was closed here, or has it open in another program: then it stays. */
const removeUntouched = async (restored: NonNullable<Settings['restored']>): Promise<void> => {
  if (!existsSync(restored.to)) return
  const file = await openProgrammeFile(restored.to)
  const isTouched = await isWorkedOn(file, restored).finally(() => file.close())
  // The last to close folds the journal in: where one is left, another program has the copy open.
  if (!isTouched && !existsSync(`${restored.to}-wal`)) await removeProgrammeFile(restored.to)
}

export const FileInput = z.strictObject({ path: z.string().min(1).max(4000) })

/** The verified backups of a file that does not open; where it has none, those of all programmes. */
export const backupsOfFile = async (state: State, { path }: z.infer<typeof FileInput>) => {
  const all = await listBackups(state.ports.files.backupsFolder)
  const own = all.filter(({ manifest }) => manifest.source === path)
  return { isOfFile: own.length > 0, backups: (own.length > 0 ? own : all).map(lineOf) }
}

const findBackup = async (state: State, name: string): Promise<Backup> =>
  (await listBackups(state.ports.files.backupsFolder)).find(({ manifest }) => manifest.file === name) ??
  fail('no-such-backup', { name })

/** By number: the clock may have been set back since. */
const lastOf = (all: readonly Backup[], path: string): BackupLine | null => {
  const own = all.filter(({ manifest }) => manifest.source === path)
  const [last] = own.sort((a, b) => b.manifest.number - a.manifest.number)
  return last ? lineOf(last) : null
}

const lineOf = ({ manifest: { file, takenAt, bytes, contents, source } }: Backup): BackupLine => ({
  name: file,
  takenAt,
  bytes,
  programme: contents.programme.name,
  contents,
  madeOf: basename(source),
})
