import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { type Backup, copyBackup, hashInBackup } from '../../../db/backup.ts'
import { hashAt, readContents } from '../../../db/backupContents.ts'
import { openProgrammeFile, type ProgrammeFile, removeProgrammeFile } from '../../../db/programmeFile.ts'
import { restoredName } from '../../../domain/backup/backupName.ts'
import { compareContents, relationInWords, relationOf } from '../../../domain/backup/compare.ts'
import { dayInLondon } from '../../../domain/calendarDay.ts'
import { Failure, fail } from '../../../domain/errors.ts'
import { mayDo } from '../../../domain/roles.ts'
import { changeSettings } from '../changeSettings.ts'
import type { Context } from '../operation.ts'
import type { Settings } from '../ports.ts'
import type { State } from '../state.ts'
import { isLargeFile } from '../work/isLargeFile.ts'
import type { Asked } from '../work/works.ts'
import { allBackups } from './backupFolder.ts'
import { lineOf } from './backupLine.ts'
import { openProgramme } from './session.ts'

export const BackupInput = z.strictObject({
  /** The full path of one of the backups that are listed. */
  path: z.string().min(1).max(4000),
})

/**
 * What the open file and a backup hold, side by side, after proving that the backup is still what was checked. Throws
 * `work-cancelled` where its reader has stopped it.
 */
export const compareBackup = async (state: State, { path }: z.infer<typeof BackupInput>, asked?: Asked) => {
  const backup = await findBackup(state, path)
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
  { path }: z.infer<typeof BackupInput>,
): Promise<{ path: string }> => {
  const { state } = context
  // Where nothing is open nobody has a role in it, and a damaged programme must not keep anybody from its backups.
  if (state.hasFile() && !mayDo(context.role, 'file'))
    fail('not-permitted', { operation: 'backup.restore', role: context.role })
  const { clock, files } = state.ports
  const backup = await findBackup(state, path)
  const before = state.hasFile() ? state.file().path : null
  await files.makeFolders()
  const to = await copyBeside(backup, before === null ? files.folder : dirname(before), dayInLondon(clock()))
  const { file: name, takenAt, contents } = backup.manifest
  await openProgramme(state, to)
  const restored = { from: before, to, seq: contents.lastEvent.seq, backup: { name, takenAt } }
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
  const all = await allBackups(state.ports)
  const own = all.filter(({ manifest }) => manifest.source === path)
  return { isOfFile: own.length > 0, backups: (own.length > 0 ? own : all).map(lineOf) }
}

const findBackup = async (state: State, path: string): Promise<Backup> =>
  (await allBackups(state.ports)).find((backup) => backup.path === path) ??
  fail('no-such-backup', { name: basename(path) })
