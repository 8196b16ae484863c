import { accessSync, constants, readFileSync, statfsSync } from 'node:fs'

const FOLDER = '/dev/shm'

/** In bytes: several times what all suites keep at one time. */
const ENOUGH = 4 * 1024 ** 3

/**
 * The folder that Linux keeps in memory, where it has room: thousands of programmes are made, and each commit of each waits
 * for the disk otherwise. Nothing where there is none; what the tests hold is the same on a disk.
 */
export const memoryFolder = (): string | undefined => {
  try {
    accessSync(FOLDER, constants.W_OK)
    const { bavail, bsize } = statfsSync(FOLDER)
    return bavail * bsize >= ENOUGH && mayRunPrograms() ? FOLDER : undefined
  } catch {
    return undefined
  }
}

/** Some tests put a program where they work, which a container may forbid there. */
const mayRunPrograms = (): boolean => {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n')
  const options = mounts.map((line) => line.split(' ')).find(([, folder]) => folder === FOLDER)?.[3]
  return options !== undefined && !options.split(',').includes('noexec')
}
