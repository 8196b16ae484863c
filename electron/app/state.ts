import { existsSync } from 'node:fs'
import { createProgrammeFile, openProgrammeFile, type ProgrammeFile, seqAsAt } from '../../db/programmeFile.ts'
import { lastSeq } from '../../db/queries/events.ts'
import { programmeFacts } from '../../db/queries/programmeFacts.ts'
import type { Reading } from '../../db/schema.ts'
import { CalendarDay, dayInLondon, endOfDayInLondon, type Instant } from '../../domain/calendarDay.ts'
import { fail } from '../../domain/errors.ts'
import { type Actor, roleAlone } from '../../domain/people/actor.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Finding } from '../../domain/tieOut/finding.ts'
import { tieOut } from '../../domain/tieOut/tieOut.ts'
import type { Acting } from './command.ts'
import { createReadingDrafts, type ReadingDrafts } from './features/documents/readingDrafts.ts'
import { createExtractDrafts, type ExtractDrafts } from './features/spend/extractDrafts.ts'
import type { Ports } from './ports.ts'
import { createSeats, type Seats } from './seats.ts'
import { bringAboutWhatIsDue } from './timeDriven.ts'
import type { JobName, Jobs, LoneJobName } from './work/jobs.ts'
import { type Asked, createWorks, isCancelled, type Works } from './work/works.ts'

/** A day (its end in London), a moment, or null for now. */
export type AsAt = CalendarDay | Instant | null

/** The program between requests: the file that is open, who sits at each session, and facts just read. */
export interface State {
  ports: Ports
  /** Throws `no-programme-open`. */
  file: () => ProgrammeFile
  hasFile: () => boolean
  /** Opens a file in its turn, in which it is looked for too where that takes steps of its own; gives its path. */
  open: (path: string | (() => Promise<string>)) => Promise<string>
  create: (path: string, fill: (file: ProgrammeFile) => Promise<void>) => Promise<void>
  close: () => Promise<void>
  seats: Seats
  /** Documents that are being looked at and belong to no programme. */
  readings: ReadingDrafts
  /** Extracts of a finance system that are being looked at. */
  extracts: ExtractDrafts
  acting: (actor: Actor) => Acting
  /** Runs queries on a snapshot of now or of an earlier moment, and on its day, without the facts of the whole programme. */
  look: <T>(asAt: AsAt, work: (db: Reading, day: CalendarDay) => Promise<T> | T) => Promise<T>
  /** Runs queries on a snapshot of now or of an earlier moment; the facts are read once for each event number and day. */
  read: <T>(asAt: AsAt, work: (facts: ProgrammeFacts, db: Reading) => Promise<T> | T) => Promise<T>
  /** The same with the findings over the facts, which are kept as long as the facts are. */
  readChecked: <T>(
    asAt: AsAt,
    work: (facts: ProgrammeFacts, db: Reading, findings: Finding[]) => Promise<T> | T,
  ) => Promise<T>
  /** The findings where they are known or quickly found; null where they are still being looked for, beside the screens. */
  findingsAtHand: (facts: ProgrammeFacts) => Finding[] | null
  /** Runs a job on a snapshot of now, of an earlier moment or of an event, in a thread of its own where it is large. */
  run: <Name extends JobName>(
    name: Name,
    asAt: AsAt | { seq: number },
    input: Jobs[Name]['input'],
    isLarge: boolean,
    asked?: Asked,
  ) => Promise<Jobs[Name]['result']>
  /** Runs a job that writes to the open programme over a connection of its own, while other writes wait. */
  runWriting: <Name extends 'bringIn' | 'takeBack'>(
    name: Name,
    input: Jobs[Name]['input'],
    isLarge: boolean,
    asked?: Asked,
  ) => Promise<Jobs[Name]['result']>
  /** Runs a job that needs no programme, in a thread of its own and within bounds. */
  runAlone: <Name extends LoneJobName>(
    name: Name,
    input: Jobs[Name]['input'],
    asked?: Asked,
  ) => Promise<Jobs[Name]['result']>
  /** How far a piece of work has come, how to stop it, and how to let work be stopped that is done elsewhere or in several pieces. */
  works: Pick<Works, 'follow' | 'progress' | 'cancel' | 'hold' | 'whole'>
}

/** Enough for the screen of today beside one of an earlier day. */
const KEPT_FACTS = 4
/** Balances. Fewer are held against each other sooner than a thread is started for it. */
const LONG_TIE_OUT = 2000

export const createState = (ports: Ports): State => {
  let current: ProgrammeFile | null = null
  const seats = createSeats()
  // By file, so that a slow read of the file before cannot leave its figures to the next one.
  const factsOfFile = new WeakMap<ProgrammeFile, Map<string, ProgrammeFacts>>()
  const fileOfFacts = new WeakMap<ProgrammeFacts, ProgrammeFile>()
  const findings = new WeakMap<ProgrammeFacts, Finding[]>()
  const looking = new WeakMap<ProgrammeFacts, Promise<Finding[]>>()
  const soon = new WeakSet<ProgrammeFacts>()
  const works = createWorks(ports.log)
  const extracts = createExtractDrafts()

  const file = () => current ?? fail('no-programme-open', {})
  const acting = ({ id, role, account }: Actor): Acting => ({
    file: file(),
    actor: id,
    role,
    account,
    clock: ports.clock,
    newId: ports.newId,
    log: ports.log,
  })
  // One file is opened or closed at a time, so that of two at the same moment neither stays open unseen.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const own = turn.then(work)
    turn = own.catch(() => undefined)
    return await own
  }
  const use = async (next: ProgrammeFile) => {
    const before = current
    current = next
    // Who somebody is in one programme says nothing in another.
    seats.clear()
    await works.stopAll()
    await extracts.dropAll()
    await before?.close()
    await bringAboutWhatIsDue(acting(roleAlone('viewer')))
  }

  return {
    ports,
    file,
    hasFile: () => current !== null,
    acting,
    open: (asked) =>
      inTurn(async () => {
        const path = typeof asked === 'string' ? asked : await asked()
        await use(await openProgrammeFile(path))
        return path
      }),
    create: (path, fill) => inTurn(async () => use(await createProgrammeFile(path, fill))),
    close: () =>
      inTurn(async () => {
        const closing = current
        current = null
        seats.clear()
        await works.stopAll()
        await extracts.dropAll()
        await closing?.close()
      }),
    seats,
    readings: createReadingDrafts(),
    extracts,
    look,
    read,
    async readChecked(asAt, work) {
      // Not within the snapshot: the screens share its connection, and would wait as long.
      await find(await read(asAt, (facts) => facts))
      // Where somebody has saved in between, the few that remain are looked for at once.
      return await read(asAt, (facts, db) => work(facts, db, findings.get(facts) ?? findNow(facts)))
    },
    findingsAtHand(of) {
      const known = findings.get(of)
      if (known) return known
      if (!isLong(of)) return findNow(of)
      findSoon(of)
      return null
    },
    async run(name, asAt, input, isLarge, asked) {
      const programme = file()
      const seq = asAt !== null && typeof asAt === 'object' ? asAt.seq : await seqOf(programme, asAt)
      refuseClosed(programme)
      // Work has a connection of its own, and finds the file by its name.
      if (!existsSync(programme.path)) fail('file-moved', { file: programme.path })
      return await works.run({ name, path: programme.path, seq, input }, isLarge, asked)
    },
    async runWriting(name, input, isLarge, asked) {
      const programme = file()
      // What was pulled away would be made anew, and empty, by a connection of its own.
      if (!existsSync(programme.path)) fail('file-moved', { file: programme.path })
      const { path } = programme
      return await programme.whileBeside(() => works.run({ name, path, seq: 0, input }, isLarge, asked))
    },
    runAlone: (name, input, asked) => works.run({ name, path: '', seq: 0, input }, true, asked),
    works,
  }

  async function look<T>(asAt: AsAt, work: (db: Reading, day: CalendarDay) => Promise<T> | T): Promise<T> {
    const programme = file()
    const moment = momentOf(asAt)
    const seq = asAt === null ? null : await seqOf(programme, asAt)
    const day = asAt !== null && isDay(asAt) ? asAt : dayInLondon(moment)
    return await programme.read(async (db) => await work(db, day), seq)
  }

  async function read<T>(asAt: AsAt, work: (facts: ProgrammeFacts, db: Reading) => Promise<T> | T): Promise<T> {
    const programme = file()
    return await look(asAt, async (db, day) => await work(await factsOf(programme, db, day), db))
  }

  function momentOf(asAt: AsAt): Instant {
    return asAt === null ? ports.clock() : isDay(asAt) ? endOfDayInLondon(asAt) : asAt
  }

  async function seqOf(programme: ProgrammeFile, asAt: AsAt): Promise<number> {
    return await programme.read((db) => (asAt === null ? lastSeq(db) : seqAsAt(db, momentOf(asAt), asAt)))
  }

  /** Work that is asked for as the file is being closed would hold it afterwards. */
  function refuseClosed(programme: ProgrammeFile): void {
    if (programme !== current) fail('no-programme-open', {})
  }

  async function find(of: ProgrammeFacts): Promise<Finding[]> {
    const known = findings.get(of)
    if (known) return known
    if (!isLong(of)) return findNow(of)
    const { seq, day } = of.asAt
    // The facts may be those of the file before.
    const programme = fileOfFacts.get(of) ?? file()
    refuseClosed(programme)
    const found = looking.get(of) ?? works.run({ name: 'tieOut', path: programme.path, seq, input: { day } }, true)
    looking.set(of, found)
    try {
      return keep(of, await found)
    } finally {
      looking.delete(of)
    }
  }

  /** The answer that is under way goes first: a thread that starts takes from it. */
  function findSoon(of: ProgrammeFacts): void {
    if (soon.has(of)) return
    soon.add(of)
    setTimeout(() => {
      soon.delete(of)
      // The file may have been closed meanwhile.
      if ((fileOfFacts.get(of) ?? current) !== current || current === null) return
      find(of).catch((error: unknown) => {
        if (!isCancelled(error)) ports.log({ level: 'error', what: 'checks could not be run', name: String(error) })
      })
    }, ANSWER_FIRST_MS).unref()
  }

  function findNow(of: ProgrammeFacts): Finding[] {
    return keep(of, tieOut(of))
  }

  function keep(of: ProgrammeFacts, found: Finding[]): Finding[] {
    findings.set(of, found)
    return found
  }

  async function factsOf(programme: ProgrammeFile, db: Reading, day: CalendarDay): Promise<ProgrammeFacts> {
    const facts = factsOfFile.get(programme) ?? new Map<string, ProgrammeFacts>()
    factsOfFile.set(programme, facts)
    const key = `${await lastSeq(db)} ${day}`
    const known = facts.get(key)
    if (known) return known
    const read = await programmeFacts(db, day)
    facts.set(key, read)
    fileOfFacts.set(read, programme)
    for (const old of [...facts.keys()].slice(0, -KEPT_FACTS)) facts.delete(old)
    return read
  }
}

const isDay = (asAt: CalendarDay | Instant): asAt is CalendarDay => CalendarDay.safeParse(asAt).success

/** As long as the answer of a screen takes. */
const ANSWER_FIRST_MS = 200

const isLong = (facts: ProgrammeFacts): boolean => facts.balances.length > LONG_TIE_OUT
