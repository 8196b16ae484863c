import { addDays } from '../../../domain/calendarDay.ts'
import { rolesHeld } from '../../../domain/people/rolesHeld.ts'
import { roleOrder } from '../../../domain/roles.ts'
import type { Random } from '../seededRandom.ts'
import type { Given } from './desk.ts'
import type { Seen } from './seenNow.ts'

/** Operations that ask for no more than the thing and a reason, to be tried in whatever state it is. */
const bare = {
  cases: ['cases.submit', 'cases.accept', 'cases.returnToWriter', 'cases.withdraw', 'cases.newVersion'],
  requests: [
    'requests.validate',
    'requests.financeCheck',
    'requests.legalCheck',
    'requests.publishReport',
    'requests.publishDecision',
    'requests.withdraw',
    'requests.newVersion',
    'requests.decide',
    'requests.callIn',
    'requests.scrutinyOutcome',
  ],
  meetings: ['meetings.publishAgenda', 'meetings.confirmRecord', 'meetings.cancel', 'meetings.recordOutcome'],
}

const more: Record<string, object> = {
  'cases.returnToWriter': { reason: 'Why' },
  'cases.withdraw': { reason: 'Why' },
  'requests.financeCheck': { on: null, note: '' },
  'requests.legalCheck': { on: null, note: '' },
  'requests.publishReport': { on: null },
  'requests.publishDecision': { on: null, reference: 'D-OTHER' },
  'requests.withdraw': { reason: 'Why' },
  'requests.decide': { on: null, outcome: 'approved', wording: '', reason: '', amended: null },
  'requests.callIn': { on: null, signatories: 'Two', grounds: 'Why', scrutinyBoard: 'Scrutiny', hearingOn: null },
  'requests.scrutinyOutcome': { on: null, outcome: 'released', note: 'Why' },
  'meetings.cancel': { reason: 'Why' },
}

/** The same by somebody else, on what was seen before another was there, on a day to come, or something out of its turn. */
export const disturbed = (given: Given, seen: Seen, random: Random): Given => {
  const how = random.below(5)
  if (how === 0) return { ...given, by: random.pick(seen.people).id, role: random.pick(roleOrder) }
  if (how === 1) return { ...given, ...(writerOf(given, seen, random) ?? somebodyElse(seen, random)) }
  if (how === 2 && typeof given.input.revision === 'number') {
    return { ...given, input: { ...given.input, revision: Math.max(1, given.input.revision + random.pick([-1, 1])) } }
  }
  if (how === 3 && 'on' in given.input) return { ...given, input: { ...given.input, on: dayAway(seen, random) } }
  return outOfTurn(seen, random) ?? { ...given, ...somebodyElse(seen, random) }
}

const dayAway = ({ today }: Seen, random: Random) => addDays(today, random.pick([1, 30, -1, -10, -40]))

/** Somebody in a role that they do hold today. */
const somebodyElse = (seen: Seen, random: Random): Pick<Given, 'by' | 'role'> => {
  const person = random.pick(seen.people)
  const held = rolesHeld(person, seen.today)
  return { by: person.id, role: held.length > 0 ? random.pick(held) : 'viewer' }
}

/** One who wrote what the command is about, in a role that they hold today. */
const writerOf = ({ input }: Given, seen: Seen, random: Random): Pick<Given, 'by' | 'role'> | undefined => {
  const meeting = seen.meetings.find(({ id }) => id === input.id)
  const about = [input.id, ...(meeting?.items.map(({ subjectId }) => subjectId) ?? [])]
  const writers = [...seen.cases, ...seen.requests]
    .filter(({ id }) => about.includes(id))
    .flatMap((each) => each.writers)
  const people = seen.people.filter(({ id }) => writers.includes(id))
  if (people.length === 0) return undefined
  const person = random.pick(people)
  const held = rolesHeld(person, seen.today)
  return held.length > 0 ? { by: person.id, role: random.pick(held) } : undefined
}

const outOfTurn = (seen: Seen, random: Random): Given | undefined => {
  const kind = random.pick(['cases', 'requests', 'meetings'] as const)
  if (seen[kind].length === 0) return undefined
  const thing = random.pick<{ id: string; revision: number }>(seen[kind])
  const operation = random.pick(bare[kind])
  const outcome =
    operation === 'meetings.recordOutcome'
      ? {
          itemId: seen.meetings.find(({ id }) => id === thing.id)?.items[0]?.id ?? thing.id,
          result: random.pick(['recommended', 'approved']),
          wording: '',
          reason: '',
          conditions: [],
        }
      : {}
  const input = { id: thing.id, revision: thing.revision, ...more[operation], ...outcome }
  return { operation, input, ...somebodyElse(seen, random) }
}
