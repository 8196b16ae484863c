import { existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { fail } from '../domain/errors.ts'

/** Gives what is whole a name that nothing has, also where another program wants the same one. Throws `file-exists`. */
export const giveName = async (unfinished: string, path: string): Promise<void> => {
  try {
    await link(unfinished, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') fail('file-exists', { file: path })
    // Memory sticks and some network drives know no second name for a file, and each says so in another way.
    await takeName(path)
    try {
      await rename(unfinished, path)
    } catch (failure) {
      await rm(path, { force: true })
      throw failure
    }
  }
}

/** Makes an empty file where nothing is. Throws `file-exists`. */
export const takeName = async (path: string): Promise<void> => {
  try {
    await (await open(path, 'wx')).close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') fail('file-exists', { file: path })
    throw error
  }
}

/**
 * Refuses the name of a file that is there, and one beside which a journal was left: SQLite would write the pages of a
 * programme that is gone into the new one. Throws `file-exists`.
 */
export const refuseTaken = (path: string): void => {
  for (const file of [path, `${path}-wal`, `${path}-journal`]) if (existsSync(file)) fail('file-exists', { file })
}
