import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openProgrammeFile } from '../../db/programmeFile.ts'
import { verify } from '../../db/queries/verify.ts'
import { bundled } from '../support/bundled.ts'
import { inFolder, type Proof } from './proof.ts'
import { seedProgramme } from './seedProgramme.ts'

const script = fileURLToPath(new URL('soakProcess.ts', import.meta.url))

const MOST_GROWTH_PERCENT = 10
const LARGEST_JOURNAL = 16 * 1024 * 1024
const MEGABYTE = 1024 * 1024

interface Used {
  /** In bytes, after each tenth of the actions. */
  rss: number[]
  heap: number[]
  files: number[]
  wal: number
  refusals: number
}

/**
 * Works in one programme for many actions: memory, the journal and open files stay where they are once it is warm. In a
 * short run only what is in use can be held to that: the engine is still making room for it.
 */
export const soak = async (actions: number, seed: number, memory: 'rss' | 'heap'): Promise<Proof> =>
  await bundled(script, (bundle) =>
    inFolder(async (folder) => {
      const path = join(folder, 'soak.bcf')
      copyFileSync(await seedProgramme(folder), path)
      mkdirSync(`${path}.folder`)
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ['--expose-gc', bundle, path, String(actions), String(seed)],
        { encoding: 'utf8', maxBuffer: 2 ** 24 },
      )
      if (status !== 0) return { counts: { actions }, breaches: [`the program ended with ${status}: ${stderr}`] }
      const used = JSON.parse(stdout) as Used
      const { files, wal, refusals } = used
      const file = await openProgrammeFile(path)
      const { events, faults } = await file.read((db) => verify(db))
      await file.close()
      const [warm = 0, last = 0] = [used[memory][WARM_PART], used[memory].at(-1)]
      const growth = Math.round((last / warm - 1) * 100)
      const breaches = faults.map(({ where, detail }) => `${where}: ${detail}`)
      if (growth > MOST_GROWTH_PERCENT) breaches.push(`memory grew by ${growth} %`)
      if (wal > LARGEST_JOURNAL) breaches.push(`the journal grew to ${wal} bytes`)
      if (files[WARM_PART] !== files.at(-1))
        breaches.push(`open files went from ${files[WARM_PART]} to ${files.at(-1)}`)
      if (refusals > 0) breaches.push(`${refusals} screens were refused`)
      const megabytes = { warmMegabytes: Math.round(warm / MEGABYTE), lastMegabytes: Math.round(last / MEGABYTE) }
      const counts = { actions, events, ...megabytes, growthPercent: growth, openFiles: files.at(-1) ?? 0 }
      return { counts: { ...counts, largestJournalKilobytes: Math.round(wal / 1024) }, breaches }
    }),
  )

/** By the third tenth the caches are full. */
const WARM_PART = 2
