import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openProgrammeFile } from '../../db/programmeFile.ts'
import { verify } from '../../db/queries/verify.ts'
import { bundled } from '../support/bundled.ts'
import { spendingProgramme } from '../support/spendingProgramme.ts'
import { inFolder, type Proof } from './proof.ts'
import { seededRandom } from './seededRandom.ts'
import { seedProgramme } from './seedProgramme.ts'

const script = fileURLToPath(new URL('bulkProcess.ts', import.meta.url))
const thread = fileURLToPath(new URL('../../electron/app/work/worker.ts', import.meta.url))

const kinds = ['plan', 'document', 'sample', 'import'] as const
type Kind = (typeof kinds)[number]

/**
 * What is said of a bulk command given once more: its cells have moved, its figures are on record, the sample is there, every
 * row of the extract is.
 */
const again: Record<Kind, string> = {
  plan: 'stale',
  document: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  sample: 'done',
  import: 'nothing-to-bring-in',
}
const broken: Partial<Record<Kind, string>> = { plan: 'stale', document: 'SQLITE_CONSTRAINT_PRIMARYKEY' }
/** In blocks of 512 bytes: more than the file has before the command, and less than the command needs. */
const roomFor: Record<Kind, number> = { plan: 900, document: 900, sample: 200, import: 5000 }
/** In milliseconds; a bulk command takes some tenths of a second. */
const LATEST_KILL: Record<Kind, number> = { plan: 300, document: 300, sample: 900, import: 1000 }

/**
 * Cuts bulk commands short: a last row that does not fit, a full disk, so many kills in the middle of each, and the folder
 * pulled away under an import. The command is there whole or not at all afterwards, and is accepted once.
 */
export const bulk = async (count: number, seed: number, asked: readonly Kind[] = kinds): Promise<Proof> =>
  await bundled(
    script,
    (bundle) =>
      inFolder(async (folder) => {
        const random = seededRandom(seed)
        const counts = {
          commands: 0,
          brokenAtTheEnd: 0,
          diskFull: 0,
          killed: 0,
          pulledAway: 0,
          nothingThere: 0,
          allThere: 0,
          half: 0,
        }
        const breaches: string[] = []
        const seeded = await seedProgramme(folder)
        const spending = await spendingProgramme(folder)
        const eventsBefore = { seeded: await eventsIn(seeded), spending: await eventsIn(spending) }
        const cut = async (kind: Kind, way: 'broken' | 'full' | 'killed' | 'pulled', number: number) => {
          const name = kind === 'sample' ? 'Leeds 2020 sample.bcf' : 'bulk.bcf'
          let here = join(folder, `${kind}-${way}-${number}`)
          mkdirSync(here)
          let path = join(here, name)
          if (kind !== 'sample') copyFileSync(kind === 'import' ? spending : seeded, path)
          const before = kind === 'import' ? eventsBefore.spending : eventsBefore.seeded
          const breach = (what: string) => breaches.push(`${kind} ${way} ${number}: ${what}`)
          const give = (options: GiveOptions = {}) => giveBulk(bundle, [path, kind], options)
          const said = await give({
            isBroken: way === 'broken',
            blocks: way === 'full' ? roomFor[kind] : undefined,
            cutAfter: way === 'killed' || way === 'pulled' ? random.below(LATEST_KILL[kind]) : undefined,
            cut: (kill) => {
              if (way === 'killed') kill()
              else renameSync(here, `${here} elsewhere`)
            },
          })
          counts.commands += 1
          if (way === 'pulled') {
            counts.pulledAway += 1
            if (existsSync(path)) breach('a file was made where it had been')
            here = `${here} elsewhere`
            path = join(here, name)
          }
          const wanted = { broken: broken[kind], full: 'disk-full', killed: null, pulled: null }[way]
          if (wanted !== null && said !== wanted) breach(`it was told as ${said} and not as ${wanted}`)
          if (way === 'broken') counts.brokenAtTheEnd += 1
          if (way === 'full') counts.diskFull += 1
          if (way === 'killed' && said === null) counts.killed += 1
          const nothing = kind === 'sample' ? 0 : before
          const left = await eventsIn(path)
          const isThere = kind === 'sample' ? left === SAMPLE_EVENTS : left === before + 1
          if (left === nothing) counts.nothingThere += 1
          else if (isThere && (way === 'killed' || way === 'pulled')) counts.allThere += 1
          else {
            counts.half += 1
            breach(`${left} events are there`)
          }
          if (way === 'pulled' && (said === 'done') !== isThere) breach(`it was told as ${said}`)
          if (left === nothing) {
            const retried = await give()
            if (retried !== 'done') breach(`the same command was then told as ${retried}`)
          }
          const repeated = await give()
          if (repeated !== again[kind]) breach(`the same command was told once more as ${repeated}`)
          const all = kind === 'sample' ? SAMPLE_EVENTS : before + 1
          const found = await eventsIn(path)
          if (found !== all) breach(`${found} events are there at the end and not ${all}`)
          const beside = readdirSync(here).filter((name) => name.startsWith('.') || /-(wal|shm)$/.test(name))
          if (beside.length > 0) breach(`${beside.join(', ')} stayed beside the file`)
        }
        for (const kind of asked) {
          if (broken[kind] !== undefined) await cut(kind, 'broken', 0)
          await cut(kind, 'full', 0)
          for (let number = 0; number < count; number += 1) await cut(kind, 'killed', number)
          for (let number = 0; kind === 'import' && number < count; number += 1) await cut(kind, 'pulled', number)
        }
        return { counts, breaches }
      }),
    [thread],
  )

const SAMPLE_EVENTS = 92

/** How many events a programme has, none where there is no file; one that does not verify counts as minus one. */
const eventsIn = async (path: string): Promise<number> => {
  if (!existsSync(path)) return 0
  const file = await openProgrammeFile(path)
  const { events, faults } = await file.read((db) => verify(db))
  const isSound = faults.length === 0 && file.integrity() === 'ok'
  await file.close()
  return isSound ? events : -1
}

interface GiveOptions {
  isBroken?: boolean
  /** How large a file may grow, in blocks of 512 bytes. */
  blocks?: number | undefined
  /** In milliseconds after the command has begun. */
  cutAfter?: number | undefined
  cut?: (kill: () => void) => void
}

/** What a process that gives the command says became of it; null where it was killed before. */
const giveBulk = (bundle: string, args: string[], { isBroken, blocks, cutAfter, cut }: GiveOptions) =>
  new Promise<string | null>((resolve, reject) => {
    const limit = blocks === undefined ? '' : `ulimit -f ${blocks}; `
    const child = spawn(
      '/bin/sh',
      ['-c', `${limit}exec "$0" "$@"`, process.execPath, bundle, ...args, isBroken ? 'broken' : 'whole'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said: string | null = null
    let timer: NodeJS.Timeout | undefined
    let isCut = cutAfter === undefined
    const cutNow = () => {
      if (!isCut) cut?.(() => child.kill('SIGKILL'))
      isCut = true
    }
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line !== 'give') said = line
      else if (cutAfter !== undefined) timer = setTimeout(cutNow, cutAfter)
    })
    child.on('error', reject)
    child.on('close', () => {
      // A command that is done sooner is cut as it ends.
      clearTimeout(timer)
      cutNow()
      resolve(said)
    })
  })
