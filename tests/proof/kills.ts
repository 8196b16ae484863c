import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openProgrammeFile, type ProgrammeFile } from '../../db/programmeFile.ts'
import { verify } from '../../db/queries/verify.ts'
import type { EventRow, Reading, SubjectKind } from '../../db/schema.ts'
import { repositories } from '../../db/subjects.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { bundled } from '../support/bundled.ts'
import { inFolder, type Proof } from './proof.ts'
import type { Act } from './randomCommands.ts'
import { type Random, seededRandom } from './seededRandom.ts'
import { seedProgramme } from './seedProgramme.ts'

const script = fileURLToPath(new URL('killedProcess.ts', import.meta.url))

/** Programmes grow with every command; a fresh copy now and then keeps each look at one short. */
const KILLS_A_FILE = 40
const LANES = 2
/** The kill comes so many milliseconds at most after one of the first commands has begun, which is mostly within one. */
const LATEST_KILL = 25
const LATEST_COMMAND = 4
/** The start takes a fifth of a second and more. */
const LATEST_KILL_OF_START = 300
/** Of a hundred kills, those that come while the program starts, and those after which nobody looks before the next. */
const WHILE_STARTING = 10
const UNSEEN = 25

/**
 * Kills a process that gives random commands through the program's own door, at random moments; after it everything that
 * was acknowledged is there, in its order, and nothing is there by halves.
 */
export const kills = async (count: number, seed: number): Promise<Proof> =>
  await bundled(script, (bundle) =>
    inFolder(async (folder) => {
      const original = await seedProgramme(folder)
      await warmUp(bundle, original)
      const proof: Proof = {
        counts: { kills: 0, whileStarting: 0, withinACommand: 0, acknowledged: 0, writtenButNotTold: 0, lost: 0 },
        breaches: [],
      }
      const random = seededRandom(seed)
      let left = count
      const lane = async (number: number) => {
        for (let used = 0; left > 0; used += 1) {
          const mine = Math.min(left, KILLS_A_FILE)
          left -= mine
          const path = join(folder, `lane-${number}-${used}.bcf`)
          copyFileSync(original, path)
          await killOften({ path, bundle, times: mine, random, proof })
        }
      }
      await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)))
      return proof
    }),
  )

/** Node keeps what it compiled from an ordinary end on, which spares every later start a third of its work. */
const warmUp = async (bundle: string, original: string): Promise<void> => {
  const path = `${original}.warm`
  copyFileSync(original, path)
  mkdirSync(`${path}.folder`)
  const child = start(bundle, [path, '1', 'W'])
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('done ')) child.stdin.end()
  })
  await once(child, 'close')
}

const start = (bundle: string, args: string[]) =>
  spawn(process.execPath, [bundle, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(bundle), 'compiled') },
  })

interface Run {
  path: string
  bundle: string
  times: number
  random: Random
  proof: Proof
}

const killOften = async ({ path, bundle, times, random, proof }: Run): Promise<void> => {
  mkdirSync(`${path}.folder`)
  let seen = (await lookAt(path, async (db) => await lastOf(db))).seq
  let told: Act[][] = []
  for (let killed = 0; killed < times; killed += 1) {
    const isStarting = random.percent(WHILE_STARTING)
    const ended = await killOne(bundle, [path, String(random.below(2 ** 31)), `K${killed}`], {
      isStarting,
      command: 1 + random.below(LATEST_COMMAND),
      after: random.below(isStarting ? LATEST_KILL_OF_START : LATEST_KILL),
    })
    proof.counts.kills = (proof.counts.kills ?? 0) + 1
    if (ended.isStarting) proof.counts.whileStarting = (proof.counts.whileStarting ?? 0) + 1
    if (ended.isWithin) proof.counts.withinACommand = (proof.counts.withinACommand ?? 0) + 1
    proof.counts.acknowledged = (proof.counts.acknowledged ?? 0) + ended.acts.length
    if (ended.failure !== null) proof.breaches.push(`${basename(path)} kill ${killed}: ${ended.failure}`)
    told.push(ended.acts)
    if (killed < times - 1 && random.percent(UNSEEN)) continue
    const { faults, extra, last } = await lookAt(path, (db, file) => compare(db, file, seen, told))
    proof.counts.writtenButNotTold = (proof.counts.writtenButNotTold ?? 0) + extra
    proof.counts.lost = (proof.counts.lost ?? 0) + faults.filter((fault) => fault.startsWith('lost')).length
    proof.breaches.push(...faults.map((fault) => `${basename(path)} kill ${killed}: ${fault}`))
    seen = last
    told = []
  }
  const beside = readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)))
  const left = beside.filter((name) => ![basename(path), `${basename(path)}.folder`].includes(name))
  if (left.length > 0) proof.breaches.push(`${basename(path)}: ${left.join(', ')} stayed beside the closed file`)
}

interface When {
  isStarting: boolean
  /** Which command has to have begun, where the kill is not of the start. */
  command: number
  /** In milliseconds. */
  after: number
}

interface Ended {
  acts: Act[]
  isStarting: boolean
  isWithin: boolean
  failure: string | null
}

/** Starts the process, kills it, and gives what it had acknowledged. */
const killOne = (bundle: string, args: string[], when: When): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = start(bundle, args)
    const ended: Ended = { acts: [], isStarting: true, isWithin: false, failure: null }
    let errors = ''
    let begun = 0
    const kill = () => setTimeout(() => child.kill('SIGKILL'), when.after)
    if (when.isStarting) kill()
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'open') ended.isStarting = false
      ended.isWithin = line.startsWith('give ')
      if (ended.isWithin) begun += 1
      if (ended.isWithin && begun === when.command && !when.isStarting) kill()
      if (line.startsWith('done ')) ended.acts.push(JSON.parse(line.slice(5)) as Act)
    })
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') ended.failure = `the program ended by itself with ${code}: ${errors.trim()}`
      resolve(ended)
    })
  })

/** Opens a file as the program does, with the recovery that this brings, and closes it again. */
const lookAt = async <T>(path: string, look: (db: Reading, file: ProgrammeFile) => Promise<T>): Promise<T> => {
  const file = await openProgrammeFile(path)
  try {
    return await file.read((db) => look(db, file))
  } finally {
    await file.close()
  }
}

const lastOf = async (db: Reading): Promise<{ seq: number }> => {
  const last = await db.selectFrom('event').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return { seq: last?.seq ?? 0 }
}

/** Each run's acknowledged commands are the next events in their order, with at most one that nobody was told of after them. */
const compare = async (db: Reading, file: ProgrammeFile, seen: number, told: Act[][]) => {
  const faults: string[] = []
  const integrity = file.integrity()
  if (integrity !== 'ok') faults.push(`corrupt: ${integrity}`)
  faults.push(...(await verify(db)).faults.map(({ where, detail }) => `broken: ${where} ${detail}`))
  const events = await db.selectFrom('event').selectAll().where('seq', '>', seen).orderBy('seq').execute()
  const effective = new Set(
    events.filter(({ operation }) => operation === 'decisions.takeEffect').map(({ subject_id }) => subject_id),
  )
  const given = events.filter(({ actor }) => actor !== 'system')
  let next = 0
  let extra = 0
  for (const [run, acts] of told.entries()) {
    for (const [index, act] of acts.entries()) {
      let missing = await missingAt(db, given[next], act, effective)
      // Each run before may have ended with a command that nobody was told of; it is known by not being this one.
      while (missing !== null && index === 0 && extra < run && given[next + 1] !== undefined) {
        next += 1
        extra += 1
        missing = await missingAt(db, given[next], act, effective)
      }
      if (missing === null) next += 1
      else faults.push(`lost: ${act.operation} ${act.reason}: ${missing}`)
    }
  }
  const untold = given.length - next
  extra += untold
  if (extra > told.length) faults.push(`half: ${extra} commands were written and not told in ${told.length} runs`)
  return { faults, extra, last: (await lastOf(db)).seq }
}

const missingAt = async (db: Reading, event: EventRow | undefined, act: Act, effective: Set<string>) =>
  event === undefined ? 'there is no such event' : await missingOf(db, event, act, effective)

/** What an acknowledged command set and its event does not hold; null where all of it is there. */
const missingOf = async (db: Reading, event: EventRow, act: Act, effective: Set<string>): Promise<string | null> => {
  if (event.operation !== act.operation) return `event ${event.seq} is ${event.operation}`
  if (act.operation === 'plan.set') return await missingPlan(db, event, act)
  if (act.operation.startsWith('undo.')) {
    const { seq } = act.value as { seq: number }
    return event.undoes_seq === seq ? null : `event ${event.seq} undoes ${event.undoes_seq} and not ${seq}`
  }
  const kept = JSON.parse(event.rows_json) as { kind: SubjectKind; row: unknown }[]
  for (const value of [act.value].flat()) {
    const isKept = kept.some(({ kind, row }) => canonicalJson(row) === rowOf(kind, value))
    if (!isKept) return `event ${event.seq} does not hold what was told`
  }
  const { id, effectiveOn } = act.value as { id: string; effectiveOn?: string }
  const isDue = act.operation === 'decisions.record' && effectiveOn !== undefined && effectiveOn <= event.recorded_at
  return isDue && !effective.has(id) ? `decision ${id} has not taken effect` : null
}

const rowOf = (kind: SubjectKind, value: unknown): string => canonicalJson(repositories[kind].toRow(value as never))

const missingPlan = async (db: Reading, event: EventRow, { value, reason, net }: Act): Promise<string | null> => {
  const posted = await db
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .where('movement.seq', '=', event.seq)
    .where('movement.reason', '=', reason)
    .select((eb) => [eb.fn.countAll<number>().as('cells'), eb.fn.sum<number>('amount_pence').as('net')])
    .executeTakeFirst()
  const { changed } = value as { changed: number }
  if (posted?.cells === changed && posted.net === net) return null
  return `event ${event.seq} posted ${posted?.cells} cells of ${posted?.net} pence and not ${changed} of ${net}`
}
