import { realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { type Backup, listBackups, proveFolder } from '../../../db/backup.ts'
import type { BackupPlace } from '../../../domain/backup/backupPlace.ts'
import { fail } from '../../../domain/errors.ts'
import { changeSettings, settledSettings } from '../changeSettings.ts'
import type { Context } from '../operation.ts'
import type { Ports } from '../ports.ts'
import type { State } from '../state.ts'

/** The folder that backups go to, and all that hold some: that one first, then the usual one. */
export const backupFolders = async (ports: Ports): Promise<{ current: string; isChosen: boolean; all: string[] }> => {
  const { backupsFolder } = ports.files
  const { backupFolder = null } = await settledSettings(ports)
  if (backupFolder === null) return { current: backupsFolder, isChosen: false, all: [backupsFolder] }
  return { current: backupFolder, isChosen: true, all: [backupFolder, backupsFolder] }
}

/** The verified backups of all programmes, wherever they are kept, the newest first. */
export const allBackups = async (ports: Ports): Promise<Backup[]> => {
  const { all } = await backupFolders(ports)
  return await listBackups(...all)
}

/** The folder of backups as the settings show it. */
export const folderScreen = async ({ ports, file }: State) => {
  const { current, isChosen } = await backupFolders(ports)
  return {
    path: current,
    isChosen,
    usual: ports.files.backupsFolder,
    place: await placeOf(current, isChosen, file().path, ports),
    canPick: ports.files.pickFolder !== undefined,
  }
}

const placeOf = async (folder: string, isChosen: boolean, programme: string, ports: Ports): Promise<BackupPlace> => {
  const beyond = ports.files.riskOf(join(folder, 'backup.bcf'))
  // The usual folder is made with the first backup, where its nearest folder is.
  const dev = isChosen ? await deviceOf(folder) : await nearestDevice(folder)
  if (dev === undefined) return { disk: 'away', beyond }
  const own = await deviceOf(dirname(programme))
  return { disk: own === undefined ? 'unknown' : own === dev ? 'same' : 'other', beyond }
}

const deviceOf = async (folder: string): Promise<number | undefined> => {
  const found = await stat(folder).catch(() => undefined)
  return found?.isDirectory() ? found.dev : undefined
}

const nearestDevice = async (folder: string): Promise<number | undefined> =>
  (await deviceOf(folder)) ?? (dirname(folder) === folder ? undefined : await nearestDevice(dirname(folder)))

export const FolderInput = z.strictObject({
  /** A full path; null for the usual folder. */
  folder: z.string().trim().min(1).max(4000).nullable(),
})

/** The folder that backups go to from now on, and the one before; null is the usual one. */
interface FolderSet {
  folder: string | null
  before: string | null
}

/**
 * Keeps backups in a folder that is there and takes a file, and makes none. Those in the usual one stay and are listed
 * with them. Throws `backup-folder`, `backups-among-programmes`, `disk-full`.
 */
export const setBackupFolder = async (
  { state }: Context,
  { folder: given }: z.infer<typeof FolderInput>,
): Promise<FolderSet> => {
  const { ports } = state
  const folder = given === null ? null : await usableFolder(state, unquoted(given))
  let before: string | null = null
  await changeSettings(ports, (settings) => {
    before = settings.backupFolder ?? null
    return { ...settings, backupFolder: folder }
  })
  return { folder, before }
}

/** The same with the folder that the person picks in the system's dialog; null where they picked none. */
export const pickBackupFolder = async (context: Context): Promise<FolderSet | null> => {
  const { pickFolder } = context.state.ports.files
  const folder = pickFolder ? await pickFolder() : fail('unknown-operation', { operation: 'backup.pickFolder' })
  return folder === null ? null : await setBackupFolder(context, { folder })
}

/** Windows copies the path of a folder with quotes about it. */
const unquoted = (text: string): string => /^"(.+)"$/.exec(text)?.[1] ?? text

/** Null where it is the usual folder by another name. */
const usableFolder = async ({ ports, file }: State, folder: string): Promise<string | null> => {
  const { backupsFolder, folder: programmes } = ports.files
  // What a short path begins at is the program's own business, and nothing that somebody could mean.
  if (!isAbsolute(folder)) return fail('backup-folder', { folder })
  const real = await whereItIs(folder)
  if (real === (await whereItIs(backupsFolder))) return null
  const ofProgrammes = [programmes, dirname(file().path)]
  for (const one of ofProgrammes) if (real === (await whereItIs(one))) fail('backups-among-programmes', { folder })
  await proveFolder(folder)
  return resolve(folder)
}

const whereItIs = async (folder: string): Promise<string> => await realpath(folder).catch(() => resolve(folder))
