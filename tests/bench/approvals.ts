import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { Instant } from '../../domain/calendarDay.ts'
import type { Role } from '../../domain/roles.ts'
import { createApp } from '../../electron/app/app.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { compare, timed } from './compare.ts'
import type { Files } from './files.ts'
import { type Line, ms, ratio } from './line.ts'
import { benchDay, benchMember, makeApprovals } from './makeApprovals.ts'
import { type Recorded, recordStatements } from './recordStatements.ts'

const CASES = 5000
const DECISIONS = 50_000

interface Asked {
  what: string
  operation: string
  input: object
  role: Role
}

const inbox = { asAt: null, tab: 'waiting', page: 1 }
const years = { from: 2020, to: 2025 }
const firstPage = { status: null, decisionId: null, after: null }
const asked: Asked[] = [
  { what: 'inbox of a board secretary', operation: 'inbox.screen', input: inbox, role: 'board_secretary' },
  { what: 'inbox of a board member', operation: 'inbox.screen', input: inbox, role: 'board_member' },
  {
    what: 'register of authority',
    operation: 'authority.screen',
    input: { ...years, ...firstPage, beforeEntry: null, asAt: null },
    role: 'board_secretary',
  },
]

/** What an inbox and the register cost from the request to the answer, beside the same reads by the driver alone. */
export const approvals = async ({ folder }: Files): Promise<Line[]> => {
  const path = join(folder, 'approvals.bcf')
  await makeApprovals(path, { cases: CASES, decisions: DECISIONS })
  const lines: Line[] = []
  for (const { what, operation, input, role } of asked) {
    // Opened for each asking, which is not counted: so nothing is kept of an earlier one, and all that it reads is recorded.
    const anew = async (measure: (ask: () => Promise<void>) => Promise<number>): Promise<number> => {
      const app = createApp({
        ...nodePorts(null, { programmes: folder, config: folder }),
        clock: () => `${benchDay}T09:00:00.000Z` as Instant,
        log: () => undefined,
      })
      await app.open(path)
      const taken = await measure(async () => {
        const request = new Request(`http://bcf.bench/api/${operation}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        })
        const response = await app.fetch(request, { session: 'bench', role, accountId: benchMember })
        if (!response.ok) throw new Error(await response.text())
        await response.arrayBuffer()
      })
      await app.close()
      return taken
    }
    let recorded: Recorded[] = []
    await anew(async (ask) => {
      recorded = await recordStatements(ask)
      return 0
    })
    const found = await compare({ program: () => anew(timed), driver: () => readAnew(path, recorded) })
    lines.push(
      ms(`${what}, 5,000 cases and 50,000 decisions`, found.program),
      ms('… its reads through the bare driver', found.driver),
      ratio('… program beside driver', found.program / found.driver, 3),
    )
  }
  return lines
}

/** The milliseconds of the same reads by the driver alone on a connection of its own, each text prepared once. */
const readAnew = async (path: string, recorded: readonly Recorded[]): Promise<number> => {
  const bare = new SQLite(path, { readonly: true })
  const took = await timed(() => {
    const prepared = new Map<string, SQLite.Statement>()
    for (const { text, parameters } of recorded) {
      const statement = prepared.get(text) ?? bare.prepare(text)
      prepared.set(text, statement)
      if (statement.reader) statement.all(...parameters)
      else statement.run(...parameters)
    }
  })
  bare.close()
  return took
}
