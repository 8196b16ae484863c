import { createHash, randomBytes } from 'node:crypto'
import { open, readdir, realpath, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** On a network drive the number of a process says nothing without its computer. */
const computer = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/** Writes a whole file: afterwards, also after a power cut, the path holds all of the old bytes or all of the new. */
export const replaceFile = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  const folder = await realpath(dirname(path))
  const name = basename(path)
  await removeLeftovers(folder, name)
  const temporary = join(folder, `.${name}.${computer}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`)
  try {
    // 'wx' is O_EXCL: a file or a link that somebody put there is not followed.
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, join(folder, name))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** A process of this computer that was killed between writing and renaming leaves its temporary file behind. */
async function removeLeftovers(folder: string, name: string): Promise<void> {
  const prefix = `.${name}.${computer}-`
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(prefix)) continue
    const pid = /^(\d+)-[0-9a-f]{8}\.tmp$/.exec(entry.slice(prefix.length))?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, entry), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Makes the new name itself durable; Windows has no such call for a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
