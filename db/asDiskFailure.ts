import { dirname } from 'node:path'
import { Failure } from '../domain/errors.ts'
import { asFileFailure } from './sqlite.ts'

/** What kept a file from being written, by the system or by SQLite; anything else is passed on as it is. */
export const asDiskFailure = (error: unknown, path: string): unknown => {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new Failure('disk-full', {})
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Failure('read-only', { file: path })
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure('folder-missing', { folder: dirname(path) })
    case 'EEXIST':
      return new Failure('file-exists', { file: path })
    default:
      return isOfSystem(error) ? new Failure('disk-failed', { file: path }) : asFileFailure(error, path)
  }
}

/** Disks and networks fail in more ways than have a sentence of their own. */
const isOfSystem = (error: unknown): boolean => {
  const { code, syscall } = error as NodeJS.ErrnoException
  return code === 'EIO' || syscall !== undefined
}
