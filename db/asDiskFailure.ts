import { dirname } from 'node:path'
import { Failure } from '../domain/errors.ts'
import { writeFailure } from '../domain/writeFailure.ts'
import { asFileFailure } from './sqlite.ts'

/** What kept a file from being written, by the system or by SQLite; anything else is passed on as it is. */
export const asDiskFailure = (error: unknown, path: string): unknown => {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'EEXIST') return new Failure('file-exists', { file: path })
  const known = writeFailure(code, path, dirname(path))
  if (known) return known
  // Disks and networks fail in more ways than have a sentence of their own.
  return syscall === undefined ? asFileFailure(error, path) : new Failure('disk-failed', { file: path })
}
