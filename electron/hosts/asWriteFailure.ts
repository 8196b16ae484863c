import { dirname } from 'node:path'
import { writeFailure } from '../../domain/writeFailure.ts'

/** What kept a file from being written, with the code of its sentence; anything else is passed on as it is. */
export const asWriteFailure = (error: unknown, path: string): unknown =>
  writeFailure((error as NodeJS.ErrnoException).code, path, dirname(path)) ?? error
