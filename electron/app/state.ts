import {
  createProgrammeFile,
  openProgrammeFile,
  type ProgrammeFile,
  removeProgrammeFile,
  seqAsAt,
} from '../../db/programmeFile.ts'
import { lastSeq } from '../../db/queries/events.ts'
import { programmeFacts } from '../../db/queries/programmeFacts.ts'
import type { Reading } from '../../db/schema.ts'
import { CalendarDay, dayInLondon, endOfDayInLondon, type Instant } from '../../domain/calendarDay.ts'
import { fail } from '../../domain/errors.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Role } from '../../domain/roles.ts'
import type { Finding } from '../../domain/tieOut/finding.ts'
import { tieOut } from '../../domain/tieOut/tieOut.ts'
import type { Acting } from './command.ts'
import type { Ports } from './ports.ts'
import { bringAboutWhatIsDue } from './timeDriven.ts'

/** A day (its end in London), a moment, or null for now. */
export type AsAt = CalendarDay | Instant | null

/** The program between requests: the file that is open, the role that each session acts in, and facts just read. */
export interface State {
  ports: Ports
  /** Throws `no-programme-open`. */
  file: () => ProgrammeFile
  hasFile: () => boolean
  open: (path: string) => Promise<void>
  create: (path: string, fill: (file: ProgrammeFile) => Promise<void>) => Promise<void>
  close: () => Promise<void>
  roleOf: (session: string) => Role
  setRole: (session: string, role: Role) => void
  acting: (role: Role) => Acting
  /** Runs queries on a snapshot of now or of an earlier moment; the facts are read once for each event number and day. */
  read: <T>(asAt: AsAt, work: (facts: ProgrammeFacts, db: Reading) => Promise<T> | T) => Promise<T>
  /** The findings over these facts; asked for by several screens, so kept as long as the facts are. */
  findings: (facts: ProgrammeFacts) => Finding[]
  /** The findings where they are known, or took no time last time; null where looking would keep a screen waiting. */
  findingsAtHand: (facts: ProgrammeFacts) => Finding[] | null
}

/** Enough for the screen of today beside one of an earlier day. */
const KEPT_FACTS = 4
/** Screens that only count the findings do not wait longer than this for them, in milliseconds. */
const QUICK = 400
/** A browser that was closed leaves its session behind; the oldest go first. */
const MOST_SESSIONS = 1000

export const createState = (ports: Ports): State => {
  let current: ProgrammeFile | null = null
  const roles = new Map<string, Role>()
  // By file, so that a slow read of the file before cannot leave its figures to the next one.
  const factsOfFile = new WeakMap<ProgrammeFile, Map<string, ProgrammeFacts>>()
  const findings = new WeakMap<ProgrammeFacts, Finding[]>()
  let lastRun = 0

  const file = () => current ?? fail('no-programme-open', {})
  const acting = (role: Role): Acting => ({
    file: file(),
    role,
    clock: ports.clock,
    newId: ports.newId,
    log: ports.log,
  })
  const use = async (next: ProgrammeFile) => {
    const before = current
    current = next
    lastRun = 0
    await before?.close()
    await bringAboutWhatIsDue(acting('viewer'))
  }

  return {
    ports,
    file,
    hasFile: () => current !== null,
    acting,
    async open(path) {
      await use(await openProgrammeFile(path))
    },
    async create(path, fill) {
      const made = await createProgrammeFile(path)
      try {
        await fill(made)
      } catch (error) {
        await made.close()
        await removeProgrammeFile(path)
        throw error
      }
      await use(made)
    },
    async close() {
      const closing = current
      current = null
      await closing?.close()
    },
    roleOf: (session) => roles.get(session) ?? 'programme_director',
    setRole(session, role) {
      if (roles.size >= MOST_SESSIONS) roles.delete(roles.keys().next().value ?? session)
      roles.set(session, role)
    },
    async read(asAt, work) {
      const programme = file()
      const now = ports.clock()
      const moment = asAt === null ? now : isDay(asAt) ? endOfDayInLondon(asAt) : asAt
      const seq = asAt === null ? null : await programme.read((db) => seqAsAt(db, moment, asAt))
      return await programme.read(async (db) => {
        const day = asAt !== null && isDay(asAt) ? asAt : dayInLondon(moment)
        return await work(await factsOf(programme, db, day), db)
      }, seq)
    },
    findings: find,
    findingsAtHand: (of) => findings.get(of) ?? (lastRun <= QUICK ? find(of) : null),
  }

  function find(of: ProgrammeFacts): Finding[] {
    const known = findings.get(of)
    if (known) return known
    const from = performance.now()
    const found = tieOut(of)
    lastRun = performance.now() - from
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
    for (const old of [...facts.keys()].slice(0, -KEPT_FACTS)) facts.delete(old)
    return read
  }
}

const isDay = (asAt: CalendarDay | Instant): asAt is CalendarDay => CalendarDay.safeParse(asAt).success
