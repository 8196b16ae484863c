import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundled } from '../support/bundled.ts'
import type { Fault } from './failpoints.ts'
import { type Writing, write } from './fileWriters.ts'
import { inFolder, type Proof } from './proof.ts'

const script = fileURLToPath(new URL('faultyProcess.ts', import.meta.url))

/** More than any of the writers takes. */
const MOST_STEPS = 1000

/**
 * Lets every step of some ways to write a file fail once, fail for ever, and kill the process before and after it, where
 * kills are wanted for it: the file is then all old or all new, and the next start leaves nothing beside it.
 */
export const ioFaults = async (failed: Writing[], killed: Writing[]): Promise<Proof> =>
  await bundled(script, (bundle) =>
    inFolder(async (folder) => {
      const counts = { steps: 0, failedOnce: 0, failedForEver: 0, killed: 0, old: 0, new: 0, torn: 0, leftover: 0 }
      const breaches: string[] = []
      const look = async (what: Writing, fault: Fault, at: number, said: string) => {
        const here = join(folder, what, fault, String(at))
        const breach = (found: string) => breaches.push(`${what}, step ${at} fails ${fault}: ${found}`)
        const state = await write[what].state(here).catch((error: unknown) => String(error))
        if (state === 'old') counts.old += 1
        else if (state === 'new') counts.new += 1
        else {
          counts.torn += 1
          breach(`the file is ${state}`)
        }
        // A step that only tidies up may fail without a word, but no file is said to be written that is not.
        if (said === 'written' && state !== 'new') breach('it was said to be written and is not')
        const left = await write[what].after(here).catch((error: unknown) => [String(error)])
        if (left.sort().join() === write[what].wanted.join()) return
        counts.leftover += 1
        breach(`${left.join(', ')} stands there after the next start`)
      }
      for (const what of failed) {
        for (const fault of ['once', 'for ever'] as const) {
          const lines = runFaulty(bundle, [join(folder, what, fault), what, fault, '1']).lines
          if (lines.length === 0) breaches.push(`${what}: no step was made to fail`)
          counts[fault === 'once' ? 'failedOnce' : 'failedForEver'] += lines.length
          counts.steps += fault === 'once' ? lines.length : 0
          for (const line of lines) {
            const [at, said] = line.split(' ')
            await look(what, fault, Number(at), said ?? '')
          }
        }
        for (const fault of killed.includes(what) ? (['kill before', 'kill after'] as const) : []) {
          for (let at = 1; at < MOST_STEPS; at += 1) {
            const { isKilled } = runFaulty(bundle, [join(folder, what, fault), what, fault, String(at)])
            if (!isKilled) break
            counts.killed += 1
            await look(what, fault, at, '')
          }
        }
      }
      return { counts, breaches }
    }),
  )

const runFaulty = (bundle: string, args: [folder: string, ...rest: string[]]) => {
  mkdirSync(args[0], { recursive: true })
  const { stdout, stderr, signal, status } = spawnSync(process.execPath, [bundle, ...args], { encoding: 'utf8' })
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return { lines: stdout.split('\n').filter((line) => line !== ''), isKilled: signal === 'SIGKILL' }
}
