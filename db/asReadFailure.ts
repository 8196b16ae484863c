import { Failure } from '../domain/errors.ts'
import { asDiskFailure } from './asDiskFailure.ts'

/** What kept a file from being read, with the code of its sentence; anything else is passed on as it is. */
export const asReadFailure = (error: unknown, file: string): unknown => {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
      return new Failure('unreadable-file', { file })
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure('file-missing', { file })
    default:
      return asDiskFailure(error, file)
  }
}
