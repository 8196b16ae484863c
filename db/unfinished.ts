import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** On a network drive the number of a process says nothing without its computer. */
const computer = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/** The path of a file while it is written, beside the one that it is to have. */
export const unfinishedPath = (target: string): string =>
  join(dirname(target), `.${basename(target)}.${computer}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`)

const pattern = new RegExp(`^\\..+\\.${computer}-(\\d+)-[0-9a-f]{8}\\.tmp(-wal|-shm|-journal)?$`)

/**
 * Takes away what a process of this computer that was killed left unfinished in a folder; what a running one writes stays,
 * and so does what another computer writes. A thread that was stopped leaves its own process running.
 */
export const removeUnfinished = async (folder: string, alsoOwn = false): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = pattern.exec(name)?.[1]
    if (pid === undefined) continue
    const isLeft = Number(pid) === process.pid ? alsoOwn : !isRunning(Number(pid))
    // A folder that may not be written keeps what is in it: that must not keep anybody from their programme.
    if (isLeft) await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}

/** Whether somebody is writing a file of this name, on whatever computer. */
export const isUnfinished = (name: string, names: readonly string[]): boolean =>
  names.some((each) => each.startsWith(`.${name}.`) && each.endsWith('.tmp'))

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
