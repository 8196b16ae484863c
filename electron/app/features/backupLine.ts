import { basename, dirname } from 'node:path'
import type { Backup } from '../../../db/backup.ts'
import type { Contents } from '../../../domain/backup/contents.ts'
import type { Instant } from '../../../domain/calendarDay.ts'

/** What the settings and the list of backups say of one. */
export interface BackupLine {
  name: string
  /** The full path, which no other backup has. */
  path: string
  takenAt: Instant
  /** The full path of the folder that it is in. */
  folder: string
  bytes: number
  programme: string
  contents: Contents
  /** The name of the programme file that it was made of. */
  madeOf: string
}

export const lineOf = ({ path, manifest: { file, takenAt, bytes, contents, source } }: Backup): BackupLine => ({
  name: file,
  path,
  folder: dirname(path),
  takenAt,
  bytes,
  programme: contents.programme.name,
  contents,
  madeOf: basename(source),
})
