import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { App } from '../../electron/app/app.ts'
import { post } from './post.ts'
import type { Random } from './seededRandom.ts'

/** A command that a person could give at this moment. */
export interface Command {
  operation: string
  input: unknown
}

/** What a command came back with, for whoever has to find it in the file again. */
export interface Act {
  operation: string
  /** What the command gave back. */
  value: unknown
  /** The words that only this command's movement carries. */
  reason: string
  /** Pence by which it changed the plan. */
  net: number
}

interface Thing {
  id: Id
  revision: number
}

interface Facts {
  programme: { startYear: number; endYear: number }
  themes: (Thing & { name: string })[]
  schemes: (Thing & { name: string })[]
  decisions: (Thing & { status: string; effectiveOn: CalendarDay })[]
  balances: { level: string; place: { kind: string; id: Id }; startYear: number; sourceId: Id | null; amount: number }[]
}

/** Refusals that random commands meet in the ordinary way, after an undo for example. */
const expected = ['stale', 'wrong-status', 'nothing-to-undo', 'still-in-use', 'name-taken', 'already-reversed']

const MADE_ON = '2020-09-01'
const NEVER_YET = '2099-04-01'

/** Gives random commands of every kind to an open programme; each `give` is one command with its answer. */
export const randomCommands = (app: App, random: Random, stamp: string, kinds: 'all' | 'no new things' = 'all') => {
  let facts: Facts | null = null
  let made = 0

  const know = async (): Promise<Facts> => {
    facts ??= (await post(app, 'programme.screen', { asAt: null })).data as Facts
    return facts
  }

  const cellsOf = ({ schemes, programme, balances }: Facts, count: number) => {
    const cells = new Map<string, { scheme: Id; year: number }>()
    for (let tried = 0; tried < count; tried += 1) {
      const scheme = random.pick(schemes).id
      const year = programme.startYear + random.below(programme.endYear - programme.startYear + 1)
      cells.set(`${scheme} ${year}`, { scheme, year })
    }
    return [...cells.values()].map(({ scheme, year }) => {
      const line = balances.find(
        ({ level, place, startYear, sourceId }) =>
          level === 'plan' && place.id === scheme && startYear === year && sourceId === null,
      )
      const was = line?.amount ?? 0
      const amount = was + 1 + random.below(100_000)
      return { place: { kind: 'scheme', id: scheme }, startYear: year, sourceId: null, nature: 'capital', was, amount }
    })
  }

  const plan = (known: Facts, count: number, reason: string): Command => ({
    operation: 'plan.set',
    input: { cells: cellsOf(known, count), reason },
  })

  const decision = (known: Facts, reason: string, effectiveOn: string | null): Command => {
    const line = {
      place: { kind: 'scheme', id: random.pick(known.schemes).id },
      startYear: known.programme.startYear,
      sourceId: null,
      nature: 'capital',
      amount: 1 + random.below(1_000_000),
    }
    const lines = [
      { level: 'allocation', ...line },
      { level: 'authority', ...line },
    ]
    const how = { decisionTaker: 'Director', kind: 'administrative', isCallInEligible: false, publishedOn: null }
    const what = { reference: reason, title: reason, allocationKind: 'injection', note: '', lines }
    const statedTotals = { allocation: null, authority: null }
    return { operation: 'decisions.record', input: { ...how, ...what, madeOn: MADE_ON, effectiveOn, statedTotals } }
  }

  const withdrawal = (known: Facts, reason: string): Command => {
    const waiting = known.decisions.filter(({ status }) => status === 'made')
    if (waiting.length === 0) return decision(known, reason, NEVER_YET)
    const { id, revision } = random.pick(waiting)
    return { operation: 'decisions.withdraw', input: { id, revision, reason } }
  }

  const schemeChange = (known: Facts, reason: string): Command => {
    const { id, revision } = random.pick(known.schemes)
    const attributes = { briefDescription: `${reason} ${'x'.repeat(random.below(1500))}`, tags: [reason] }
    return { operation: 'schemes.change', input: { id, revision, attributes } }
  }

  const newScheme = (known: Facts, reason: string): Command => ({
    operation: 'schemes.add',
    input: {
      themeId: random.pick(known.themes).id,
      fromOn: '2020-04-01',
      lifecycle: 'live',
      attributes: { name: `Scheme ${reason}` },
    },
  })

  const answerToFinding = async (known: Facts, reason: string): Promise<Command> => {
    const { data } = await post(app, 'checks.screen', { asAt: null })
    const { findings } = data as { findings: { finding: { id: string; fingerprint: string } }[] }
    if (findings.length === 0) return plan(known, 1, reason)
    const { id, fingerprint } = random.pick(findings).finding
    return {
      operation: 'checks.answer',
      input: { findings: [{ findingId: id, fingerprint }], answer: reason },
    }
  }

  const choose = async (known: Facts, reason: string): Promise<Command> => {
    const chance = random.below(100)
    if (kinds === 'no new things' && chance >= 45 && chance < 84) {
      return chance < 58 ? plan(known, 1, reason) : schemeChange(known, reason)
    }
    if (chance < 30) return plan(known, 1, reason)
    if (chance < 45) return plan(known, 2 + random.below(100), reason)
    if (chance < 58) return decision(known, reason, null)
    if (chance < 62) return withdrawal(known, reason)
    if (chance < 74) return schemeChange(known, reason)
    if (chance < 80) return newScheme(known, reason)
    if (chance < 84) {
      return { operation: 'themes.add', input: { name: `Theme ${reason}`, aliases: [reason], objective: '' } }
    }
    if (chance < 88) return await answerToFinding(known, reason)
    return { operation: chance < 96 ? 'undo.undo' : 'undo.redo', input: {} }
  }

  return {
    /** Chooses a command, tells `before` of it, gives it, and says what it did; null where it was refused as expected. */
    async give(before: (operation: string) => void = () => undefined): Promise<Act | null> {
      made += 1
      const reason = `${stamp}-${made}`
      const { operation, input } = await choose(await know(), reason)
      before(operation)
      const { data, refusal } = await post(app, operation, input)
      // What was known is no longer true, whatever the command did.
      facts = null
      if (refusal !== null) {
        if (expected.includes(refusal)) return null
        throw new Error(`${operation} was refused as ${refusal}`)
      }
      const { cells = [] } = input as { cells?: { was: number; amount: number }[] }
      const net = cells.reduce((total, { was, amount }) => total + amount - was, 0)
      return { operation, value: (data as { value: unknown }).value, reason, net }
    },
  }
}
