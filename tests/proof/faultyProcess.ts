import { mkdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, failAt, failNoMore, putFailpoints } from './failpoints.ts'
import { isWriting, write } from './fileWriters.ts'

/**
 * Run as a process of its own: lets the program write a file in a folder of its own for each step that fails, from a first
 * step to the last that it takes, and prints each step with what it said. Arguments: folder, what to write, fault, first step.
 */
const [folder = '', what = '', fault = '', first = '1'] = process.argv.slice(2)
if (!isWriting(what)) throw new Error(`Nothing is called ${what}`)
putFailpoints()
for (let at = Number(first); ; at += 1) {
  const here = join(folder, String(at))
  mkdirSync(here, { recursive: true })
  await write[what].prepare(here)
  failAt(at, fault as Fault)
  const said = await write[what].run(here).then(
    () => 'written',
    (error: { code?: string }) => error.code ?? 'failed',
  )
  const wasReached = failNoMore()
  await write[what].end()
  if (!wasReached) break
  writeSync(1, `${at} ${said}\n`)
}
