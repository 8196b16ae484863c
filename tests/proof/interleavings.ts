import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { openProgrammeFile, type ProgrammeFile } from '../../db/programmeFile.ts'
import { programmeFacts } from '../../db/queries/programmeFacts.ts'
import { verify } from '../../db/queries/verify.ts'
import { type CalendarDay, dayInLondon, type Instant } from '../../domain/calendarDay.ts'
import { Failure } from '../../domain/errors.ts'
import type { Id } from '../../domain/id.ts'
import { ZERO } from '../../domain/money.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { type Acting, runCommand, type Service } from '../../electron/app/command.ts'
import { recordDecision } from '../../electron/app/features/decisions.ts'
import { setPlan } from '../../electron/app/features/plan.ts'
import { changeScheme } from '../../electron/app/features/schemes.ts'
import { addTheme } from '../../electron/app/features/themes.ts'
import { inFolder, type Proof } from './proof.ts'
import { type Random, seededRandom } from './seededRandom.ts'
import { seedProgramme } from './seedProgramme.ts'

const FLOWS = 20
const NOW = '2100-01-01T09:00:00.000Z' as Instant
/** In pence: enough for some of the flows that want authority, and not for all. */
const ALLOCATED = 500
const WANTED = 90

/** What two flows at once may well run into. */
const expected = ['stale', 'name-taken', 'over-allocation']

/** A command as it was accepted, to be given again. */
interface Given {
  seq: number
  flow: number
  give: (acting: Acting) => Promise<unknown>
}

/**
 * Lets twenty flows read and write at the same time in a random order of steps; what they leave is what the accepted
 * commands leave when they are given one after the other: the same last hash.
 */
export const interleavings = async (count: number, seed: number): Promise<Proof> =>
  await inFolder(async (folder) => {
    const random = seededRandom(seed)
    const counts = { interleavings: 0, accepted: 0, refused: 0, unlikeAnyOrder: 0, brokenReads: 0 }
    const breaches: string[] = []
    const original = await seedProgramme(folder)
    await allocate(original)
    for (let run = 0; run < count; run += 1) {
      const [path, again] = [join(folder, 'mixed.bcf'), join(folder, 'serial.bcf')]
      copyFileSync(original, path)
      copyFileSync(original, again)
      const mixed = await openProgrammeFile(path)
      const given: Given[] = []
      const flows = Array.from({ length: FLOWS }, (_, flow) => flowOf(mixed, flow, random, given))
      for (const { refusal, isWholeRead } of await Promise.all(flows)) {
        if (refusal === null) counts.accepted += 1
        else counts.refused += 1
        if (refusal !== null && !expected.includes(refusal)) breaches.push(`interleaving ${run}: ${refusal}`)
        if (!isWholeRead) counts.brokenReads += 1
        if (!isWholeRead) breaches.push(`interleaving ${run}: a reader saw half a command`)
      }
      const left = await stateOf(mixed)
      await mixed.close()
      const serial = await openProgrammeFile(again)
      for (const { flow, give } of given.sort((a, b) => a.seq - b.seq)) await give(actingOn(serial, flow))
      const wanted = await stateOf(serial)
      await serial.close()
      counts.interleavings += 1
      if (left === wanted) continue
      counts.unlikeAnyOrder += 1
      breaches.push(`interleaving ${run}: left ${left}, one after the other ${wanted}`)
    }
    return { counts, breaches }
  })

const stateOf = async (file: ProgrammeFile): Promise<string> => {
  const { events, lastHash, faults } = await file.read((db) => verify(db))
  return `${events} events, ${lastHash}, ${faults.length} faults`
}

/** The same ids for a flow's command whenever it is given. */
const actingOn = (file: ProgrammeFile, flow: number): Acting => {
  let made = 0
  return {
    file,
    actor: 'programme_director',
    role: 'programme_director',
    account: null,
    clock: () => NOW,
    newId: () => {
      made += 1
      return `01F${String(flow).padStart(3, '0')}${String(made).padStart(20, '0')}` as Id
    },
    log: () => undefined,
  }
}

const allocate = async (path: string): Promise<void> => {
  const file = await openProgrammeFile(path)
  const facts = await factsOf(file)
  await runCommand(
    actingOn(file, 999),
    'decisions.record',
    recordDecision,
    decision(facts, 'D0', 'allocation', ALLOCATED),
  )
  await file.close()
}

const factsOf = (file: ProgrammeFile): Promise<ProgrammeFacts> =>
  file.read((db) => programmeFacts(db, dayInLondon(NOW)))

const firstScheme = ({ schemes }: ProgrammeFacts) => {
  const [scheme] = schemes
  if (!scheme) throw new Error('The programme has no scheme')
  return scheme
}

const decision = (facts: ProgrammeFacts, reference: string, level: 'allocation' | 'authority', amount: number) => ({
  reference,
  title: reference,
  decisionTaker: 'Director',
  kind: 'administrative' as const,
  madeOn: '2020-09-01' as CalendarDay,
  publishedOn: null,
  isCallInEligible: false,
  allocationKind: 'injection' as const,
  note: '',
  lines: [
    {
      level,
      place: { kind: 'scheme' as const, id: firstScheme(facts).id },
      startYear: 2020,
      sourceId: null,
      nature: 'capital' as const,
      amount: amount as never,
    },
  ],
  effectiveOn: null,
  statedTotals: { allocation: null, authority: null },
})

const flowOf = async (file: ProgrammeFile, flow: number, random: Random, given: Given[]) => {
  const pause = async () => {
    for (let turns = random.below(6); turns > 0; turns -= 1) await (random.percent(50) ? setImmediate() : undefined)
  }
  await pause()
  const facts = await factsOf(file)
  await pause()
  const isWholeRead = await readsWhole(file, pause)
  const acting = actingOn(file, flow)
  const run = async <I, T>(operation: string, service: Service<I, T>, input: I): Promise<string | null> => {
    const noting: Service<I, T> = async (change, asked, by) => {
      const outcome = await service(change, asked, by)
      const give = (again: Acting) => runCommand(again, operation, service, input)
      if (outcome) given.push({ seq: change.seq, flow, give })
      return outcome
    }
    try {
      await runCommand(acting, operation, noting, input)
      return null
    } catch (error) {
      if (error instanceof Failure) return error.code
      throw error
    }
  }
  const give = (): Promise<string | null> => {
    const { id, revision } = firstScheme(facts)
    switch (random.below(4)) {
      case 0: {
        const place = { kind: 'scheme' as const, id }
        const plan = facts.balances.find((line) => line.level === 'plan' && line.place.id === id)
        const cell = { place, startYear: 2020, sourceId: null, nature: 'capital' as const }
        const cells = [{ ...cell, was: plan?.amount ?? ZERO, amount: (flow + 1) as never }]
        return run('plan.set', setPlan, { cells, reason: `Flow ${flow}` })
      }
      case 1:
        return run('decisions.record', recordDecision, decision(facts, `D${flow + 1}`, 'authority', WANTED))
      case 2:
        return run('schemes.change', changeScheme, { id, revision, attributes: { briefDescription: `Flow ${flow}` } })
      default:
        return run('themes.add', addTheme, { name: `Theme ${flow % 3}`, aliases: [], objective: '' })
    }
  }
  return { refusal: await give(), isWholeRead }
}

/** A reader sees a whole number of commands, however many are given while it reads. */
const readsWhole = (file: ProgrammeFile, pause: () => Promise<void>): Promise<boolean> =>
  file.read(async (db) => {
    const sumOf = async (table: 'balance' | 'entry') =>
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.sum<number | null>('amount_pence').as('sum'))
          .executeTakeFirst()
      )?.sum
    const balances = await sumOf('balance')
    await pause()
    return balances === (await sumOf('entry'))
  })
