import { dirname } from 'node:path'
import { Failure } from '../../domain/errors.ts'

/** What kept a file from being written, with the code of its sentence; anything else is passed on as it is. */
export const asWriteFailure = (error: unknown, path: string): unknown => {
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
    case 'EIO':
      return new Failure('disk-failed', { file: path })
    default:
      return error
  }
}
