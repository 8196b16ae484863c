import { expect, test } from 'vitest'
import { Failure } from '../../../domain/errors.ts'
import { seededRandom } from '../../proof/seededRandom.ts'
import { commands, pickCommand, pickPerson, settingOut } from './allCommands.ts'
import { type Done, newWorld, people, type World } from './approvalWorld.ts'
import { wrongSteps } from './wrongSteps.ts'

const SEQUENCES = 10_000
const COMMANDS = 45

/** What a sequence has to come to now and then, or it would show nothing of it. */
const ends: Record<string, (before: World, after: World) => boolean> = {
  'authority in force': ({ request }, after) => request.status === 'published' && after.request.status === 'effective',
  'referred back by scrutiny': ({ request }, after) =>
    request.status === 'called_in' && after.request.status === 'referred_back',
  'released by scrutiny': ({ request }, after) =>
    request.status === 'called_in' && after.request.status === 'published',
  'recommended under a condition': (_before, { case: { status, conditions } }) =>
    status === 'recommended' && conditions.length > 0,
  'deferred and recommended': (before, after) =>
    before.case.status === 'deferred' && after.case.status === 'recommended',
  'deferred and approved': (before, after) => before.case.status === 'deferred' && after.case.approvedOn !== null,
  'referred back by a board': (before, after) =>
    before.meeting !== null && after.meeting === null && after.case.status === 'returned',
  'not recommended': (_before, after) => after.case.status === 'not_recommended',
  refused: (_before, after) => after.case.status === 'refused',
  'approved with conditions': (_before, after) => after.case.status === 'approved_with_conditions',
  'free of its conditions': (before, after) =>
    before.case.status === 'approved_with_conditions' && after.case.status === 'approved',
  'released with a condition that may be met later': (before, after) =>
    after.case.status === 'approved_with_conditions' &&
    after.ledger.balances.length > before.ledger.balances.length &&
    after.ledger.balances.some(({ level }) => level === 'released'),
  'a next version approved': (_before, after) => after.case.version > 1 && after.case.approvedOn !== null,
}

test('no random sequence of commands by random people gets past the law, the quorum, a condition or a second person', () => {
  const found: string[] = []
  const reached = new Set<string>()
  const { stackTraceLimit } = Error
  // Two thirds of the commands are refused, and where a refusal was thrown is of no interest.
  Error.stackTraceLimit = 0
  for (let seed = 1; seed <= SEQUENCES; seed += 1) {
    const random = seededRandom(seed)
    let world = newWorld(random)
    const done: Done[] = []
    const first = settingOut.flatMap((part) => (random.percent(70) ? part : []))
    for (let count = 0; count < COMMANDS; count += 1) {
      const given = first[count]
      const name = given ? given[0] : pickCommand(world, random)
      const by = (given && people[given[1]]) ?? pickPerson(world, name, random)
      try {
        const after = commands[name]?.(world, by, random) ?? world
        const entry = { command: name, by, on: world.today }
        done.push(entry)
        found.push(...wrongSteps(world, after, entry, done).map((wrong) => `seed ${seed}, ${wrong}`))
        reached.add(name)
        for (const [end, isReached] of Object.entries(ends)) {
          if (!reached.has(end) && isReached(world, after)) reached.add(end)
        }
        world = after
      } catch (error) {
        // A refusal leaves the world as it was; anything unmeant is a fault of the program.
        if (!(error instanceof Failure)) throw error
      }
    }
  }
  Error.stackTraceLimit = stackTraceLimit
  expect(found.slice(0, 5)).toEqual([])
  // A property over sequences that never get there would prove nothing.
  expect([...Object.keys(commands), ...Object.keys(ends)].filter((name) => !reached.has(name))).toEqual([])
}, 120_000)
