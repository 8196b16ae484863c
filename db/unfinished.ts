import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** The path of a programme file while it is written, beside the one that it is to have. */
export const unfinishedPath = (target: string): string =>
  join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`)

const pattern = /^\..+\.bcf\.(\d+)-[0-9a-f]{8}\.tmp(-wal|-shm|-journal)?$/

/** Takes away what a process that was killed left unfinished in a folder; what a running one writes stays. */
export const removeUnfinished = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = pattern.exec(name)?.[1]
    // A folder that may not be written keeps what is in it: that must not keep anybody from their programme.
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
