import { Failure } from './errors.ts'

/** What kept a file from being written, by the system's name for it (`ENOSPC`); undefined for what has no sentence of its own. */
export const writeFailure = (code: string | undefined, file: string, folder: string): Failure | undefined => {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new Failure('disk-full', {})
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Failure('read-only', { file })
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure('folder-missing', { folder })
    case 'EIO':
      return new Failure('disk-failed', { file })
  }
}
