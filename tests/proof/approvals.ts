import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeProgrammeFile } from '../../db/programmeFile.ts'
import { verify } from '../../db/queries/verify.ts'
import type { Reading } from '../../db/schema.ts'
import { addDays, type CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { caseMoves } from './approvals/caseMoves.ts'
import { type Desk, type Given, openDesk } from './approvals/desk.ts'
import { disturbed } from './approvals/disturbed.ts'
import { meetingMoves } from './approvals/meetingMoves.ts'
import { type Move, pickMove } from './approvals/move.ts'
import { newProgramme } from './approvals/newProgramme.ts'
import { openReader } from './approvals/reader.ts'
import { requestMoves } from './approvals/requestMoves.ts'
import { ruleMoves } from './approvals/ruleMoves.ts'
import { type Fixed, fixedIn, type Seen, seenNow, whoMay } from './approvals/seenNow.ts'
import { writtenBy } from './approvals/writtenBy.ts'
import { wrongActs } from './approvals/wrongActs.ts'
import { wrongMoney } from './approvals/wrongMoney.ts'
import { inFolder, type Proof } from './proof.ts'
import { type Random, seededRandom } from './seededRandom.ts'

const STEPS = 12
/** Commands, at most, that bring a programme to where sequences begin. */
const MOST = 120

/** What a sequence comes to, by the things that it leaves and had not found. */
const ends = ['approved', 'released', 'effective', 'calledIn', 'referredBack', 'newCases', 'newRequests'] as const
type End = (typeof ends)[number]

type Moves = (seen: Seen, random: Random) => Move[]
const ofCases: Moves = (seen, random) => [...caseMoves(seen, random), ...meetingMoves(seen, random)]
const ofAll: Moves = (seen, random) => [
  ...ofCases(seen, random),
  ...requestMoves(seen, random),
  ...ruleMoves(seen, random),
]

/** A programme on its way, and its day. */
interface Start {
  path: string
  today: CalendarDay
}

/**
 * Random people give random commands on business cases, meetings, requests, rules and waivers through `fetch`: most of
 * them what comes next, a quarter by the wrong person, out of turn, on a wrong day or on a stale revision, under a clock
 * that goes on and sometimes back. After each command the trail has one event for it or none; after each sequence the
 * file has no authority, release, outcome or approval that nobody may give.
 */
export const approvals = async (count: number, seed: number): Promise<Proof> =>
  await inFolder(async (folder) => {
    const desk = openDesk(folder)
    const counts = {
      sequences: 0,
      accepted: 0,
      refused: 0,
      byTime: 0,
      ...Object.fromEntries(ends.map((end) => [end, 0])),
    }
    const breaches: string[] = []
    try {
      const starts = await makeStarts(desk, folder, seededRandom(seed))
      for (let run = 0; run < count; run += 1) {
        const random = seededRandom(seed + run)
        const { path, today } = random.pick(starts)
        const own = join(folder, `Sequence ${run}.bcf`)
        copyFileSync(path, own)
        desk.at(today)
        const { tally, left, wrong } = await sequence(desk, own, random)
        counts.sequences += 1
        for (const [name, more] of Object.entries({ ...tally, ...left })) {
          counts[name as keyof typeof counts] += more
        }
        breaches.push(...wrong.map((words) => `seed ${seed + run}: ${words}`))
      }
    } finally {
      await desk.app.close()
    }
    return { counts, breaches }
  })

/** One step: a command, or time that passes. */
const step = async (desk: Desk, look: Look, random: Random, moves: Moves, wrongIn100: number) => {
  const { db, fixed } = look
  // Nothing that is read anew would differ where nothing was written.
  const seen =
    look.seen && !look.isWritten
      ? { ...look.seen, today: desk.today() }
      : await seenNow(db, fixed, desk.today(), look.seen ?? undefined)
  look.seen = seen
  look.isWritten = false
  const move = pickMove(moves(seen, random), random)
  if (!move) return null
  if (!('input' in move)) {
    desk.at(addDays(seen.today, Math.max(1, move.days)))
    return null
  }
  const meant: Given = { operation: move.operation, input: move.input, ...random.pick(move.who) }
  const given = random.percent(wrongIn100) ? disturbed(meant, seen, random) : meant
  const reply = await desk.give(given)
  const written = await writtenBy(db, seen, given, reply)
  look.isWritten = reply.refusal === null || written.byTime > 0
  return { given, reply, ...written }
}

interface Look {
  db: Reading
  fixed: Fixed
  /** What was read last. */
  seen: Seen | null
  /** A command may have changed it since. */
  isWritten: boolean
}

/** Opens a file at the desk, and beside it for whoever looks on. */
const lookingOn = async <T>(desk: Desk, path: string, work: (look: Look) => Promise<T>): Promise<T> => {
  await desk.app.open(path)
  const reader = openReader(path)
  try {
    return await work({ db: reader.db, fixed: await fixedIn(reader.db), seen: null, isWritten: false })
  } finally {
    reader.close()
  }
}

const sequence = async (desk: Desk, path: string, random: Random) =>
  await lookingOn(desk, path, async (look) => {
    const { db } = look
    const tally = { accepted: 0, refused: 0, byTime: 0 }
    const wrong: string[] = []
    const before = await reached(look)
    for (let done = 0; done < STEPS; done += 1) {
      if (random.percent(4)) desk.at(addDays(desk.today(), 1 + random.below(10)))
      if (random.percent(3)) desk.at(addDays(desk.today(), -1 - random.below(5)))
      const acted = await step(desk, look, random, ofAll, 25)
      if (!acted) continue
      if (acted.reply.refusal !== null) tally.refused += 1
      else if (acted.reply.value !== null) tally.accepted += 1
      tally.byTime += acted.byTime
      wrong.push(...acted.wrong)
    }
    // A fortnight later somebody leaves a case in which they wrote nothing, and what has become due by then happens.
    desk.at(addDays(desk.today(), 14))
    const [somebody] = whoMay(await seenNow(db, look.fixed, desk.today()), 'writeCase')
    if (somebody) await desk.give({ operation: 'cases.leave', input: { id: somebody.by }, ...somebody })
    const after = await reached(look)
    const left = Object.fromEntries(ends.map((end) => [end, after[end] - before[end]])) as Record<End, number>
    const { faults } = await verify(db)
    wrong.push(...faults.map(({ kind, where, detail }) => `the check found ${kind} at ${where}: ${detail}`))
    wrong.push(...(await wrongActs(db)), ...(await wrongMoney(db)))
    return { tally, left, wrong }
  })

/** How many things have come to each of the ends. */
const reached = async ({ db, fixed }: Look): Promise<Record<End, number>> => {
  const { cases, requests } = await seenNow(db, fixed, '2020-09-01' as CalendarDay)
  const released = await db.selectFrom('entry').select('id').where('level', '=', 'released').execute()
  return {
    approved: cases.filter(({ approvedOn }) => approvedOn !== null).length,
    released: released.length,
    effective: requests.filter(({ status }) => status === 'effective').length,
    calledIn: requests.filter(({ callIn }) => callIn !== null).length,
    referredBack: requests.filter(({ callIn }) => callIn?.outcome === 'referred_back').length,
    newCases: cases.filter(({ version }) => version > 1).length,
    newRequests: requests.filter(({ version }) => version > 1).length,
  }
}

type IsThere = (seen: Seen) => boolean
const hasCase =
  (status: string): IsThere =>
  ({ cases }) =>
    cases.some((each) => each.status === status)
const hasRequest =
  (status: string): IsThere =>
  ({ requests }) =>
    requests.some((each) => each.status === status)
/** Authority is in force for all that a recommended case costs; what a theme has counts for each of its schemes. */
const isPaidFor: IsThere = ({ cases, requests }) => {
  const lines = requests.filter(({ status }) => status === 'effective').flatMap((each) => each.lines)
  const total = (list: readonly { amount: number }[]) => list.reduce((sum, { amount }) => sum + amount, 0)
  return cases.some(
    ({ status, schemeId, costs }) =>
      status === 'recommended' &&
      total(lines.filter(({ place }) => place.kind === 'theme' || place.id === schemeId)) >= total(costs),
  )
}

/** A board sits over a case that another one has recommended. */
const isBeforeBoard: IsThere = ({ cases, meetings }) => {
  const recommended = cases.filter(({ status }) => status === 'recommended').map(({ id }) => id)
  return meetings.some(
    ({ items, attendance }) =>
      attendance.length > 1 &&
      items.some((each) => recommended.includes(each.subjectId as Id) && each.outcome === null),
  )
}

/** What is done to a programme before sequences begin in it, part by part. */
const preparations: [name: string, ...[moves: Moves, isThere: IsThere][]][] = [
  ['Checked', [ofCases, hasCase('in_review')], [requestMoves, hasRequest('cleared')]],
  ['Announced', [ofCases, hasCase('recommended')], [requestMoves, hasRequest('report_published')]],
  ['In force', [ofCases, hasCase('recommended')], [requestMoves, isPaidFor], [ofCases, isBeforeBoard]],
]

/** A programme in which nothing was asked for yet, and others in which cases and requests are on their way. */
const makeStarts = async (desk: Desk, folder: string, random: Random): Promise<Start[]> => {
  const path = await newProgramme(desk, folder)
  await desk.app.open(path)
  const today = desk.today()
  const starts: Start[] = [{ path, today }]
  for (const [name, ...parts] of preparations) {
    const next = join(folder, `${name}.bcf`)
    for (let tried = 1; !(await isBrought(desk, { path, next, today }, parts, random)); tried += 1) {
      if (tried === 20) throw new Error('The programme did not come to where sequences begin')
    }
    starts.push({ path: next, today: desk.today() })
  }
  await desk.app.close()
  return starts
}

/** Whether chance has brought a copy of a programme where it was to come; it may have led to a refusal of everything. */
const isBrought = async (
  desk: Desk,
  { path, next, today }: { path: string; next: string; today: CalendarDay },
  parts: readonly [moves: Moves, isThere: IsThere][],
  random: Random,
): Promise<boolean> => {
  await desk.app.close()
  await removeProgrammeFile(next)
  copyFileSync(path, next)
  desk.at(today)
  return await lookingOn(desk, next, async (look) => {
    for (const [moves, isThere] of parts) if (!(await bring(desk, look, random, moves, isThere))) return false
    return true
  })
}

const bring = async (desk: Desk, look: Look, random: Random, moves: Moves, isThere: IsThere): Promise<boolean> => {
  for (let done = 0; done < MOST; done += 1) {
    if (isThere(await seenNow(look.db, look.fixed, desk.today()))) return true
    const acted = await step(desk, look, random, moves, 0)
    if (acted && acted.wrong.length > 0) throw new Error(acted.wrong.join('; '))
  }
  return false
}
