import fs, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/** What happens at a step: it fails once, it and all that follow fail, or the process is killed before or after it. */
export type Fault = 'once' | 'for ever' | 'kill before' | 'kill after'

/** The calls that leave something behind on a disk, or see what is there. */
const calls = ['open', 'rename', 'rm', 'link', 'mkdir', 'readdir', 'realpath', 'stat', 'chmod'] as const
const onHandle = ['writeFile', 'sync', 'close'] as const

let steps = 0
let failing: { at: number; fault: Fault } | null = null

/** Numbers the program's calls to the file system from one on, and lets one of them fail. */
export const failAt = (at: number, fault: Fault): void => {
  steps = 0
  failing = { at, fault }
}

/** Lets everything work again, and says whether the work came as far as the step that was to fail. */
export const failNoMore = (): boolean => {
  const wasReached = failing !== null && steps >= failing.at
  failing = null
  return wasReached
}

const step = async <T>(call: string, work: () => Promise<T>): Promise<T> => {
  steps += 1
  const isHere = failing?.at === steps
  if (isHere && failing?.fault === 'kill before') process.kill(process.pid, 'SIGKILL')
  const isFailing = isHere ? failing?.fault === 'once' : failing?.fault === 'for ever' && steps > failing.at
  if (isFailing || (isHere && failing?.fault === 'for ever')) {
    throw Object.assign(new Error(`EIO: i/o error, ${call}`), { code: 'EIO' })
  }
  const result = await work()
  if (isHere && failing?.fault === 'kill after') process.kill(process.pid, 'SIGKILL')
  return result
}

/** Puts the failpoints under every module that takes its calls from `node:fs/promises`. */
export const putFailpoints = (): void => {
  const real = { ...fs } as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
  const faulty = fs as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
  for (const call of calls) {
    faulty[call] = async (...args) => {
      const result = await step(call, async () => await real[call]?.(...args))
      return call === 'open' ? withFailpoints(result as FileHandle) : result
    }
  }
  syncBuiltinESMExports()
}

const withFailpoints = (handle: FileHandle): FileHandle => {
  const faulty = handle as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
  for (const call of onHandle) {
    const real = (faulty[call] as (...args: unknown[]) => Promise<unknown>).bind(handle)
    faulty[call] = async (...args) => {
      try {
        return await step(call, () => real(...args))
      } catch (error) {
        // A close that fails has closed all the same.
        if (call === 'close') await real().catch(() => undefined)
        throw error
      }
    }
  }
  return handle
}
