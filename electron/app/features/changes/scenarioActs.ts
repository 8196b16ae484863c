import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { scenarios } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { checkChange } from '../../../../domain/change/checkChange.ts'
import { Scenario, TriedChange } from '../../../../domain/change/scenario.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Outcome, Service } from '../../command.ts'
import { Seen } from './changeActs.ts'
import { raiseChange } from './raiseChange.ts'

export const NewScenario = Scenario.pick({ name: true, note: true })

/** Begins an empty copy of the live programme, on which changes can be tried. */
export const addScenario: Service<z.infer<typeof NewScenario>, Scenario> = async (change, input, { actor, newId }) => {
  const taken = (await scenarios.list(change.tx)).some(({ name }) => name === input.name)
  if (taken) fail('name-taken', { entity: 'scenario', name: input.name })
  const value = { ...input, id: newId(), revision: 1, isRemoved: false, changes: [], writers: [actor] }
  return outcomeOf(await scenarios.insert(change, value), 'added')
}

export const Trial = Seen.extend({ change: TriedChange.omit({ id: true, changeId: true }) })

/** Tries a change in a scenario. No money is touched. Throws what the kind of change throws of its lines. */
export const tryChange: Service<z.infer<typeof Trial>, Scenario> = async (change, input, { actor, newId }) => {
  const before = await scenarioAt(change, input)
  const lines = input.change.lines.filter(({ amount }) => amount !== 0)
  if (lines.length === 0) return fail('empty-change', {})
  checkChange(input.change.kind, lines)
  const tried = { ...input.change, lines, id: newId(), changeId: null }
  return outcomeOf(await saveScenario(change, before, actor, [...before.changes, tried]), 'change tried')
}

export const TriedInput = Seen.extend({ changeId: Id })

/** Leaves a change out of a scenario. Throws `wrong-status` for one that is a request already. */
export const dropTried: Service<z.infer<typeof TriedInput>, Scenario> = async (change, input, { actor }) => {
  const before = await scenarioAt(change, input)
  const tried = before.changes.find(({ id }) => id === input.changeId)
  if (!tried) return fail('not-found', { entity: 'change_request', id: input.changeId })
  if (tried.changeId !== null) fail('wrong-status', { is: 'sent', needs: 'tried' })
  const rest = before.changes.filter(({ id }) => id !== input.changeId)
  return outcomeOf(await saveScenario(change, before, actor, rest), 'change left out')
}

/** Puts a scenario away. What came of it stays. */
export const removeScenario: Service<z.infer<typeof Seen>, Scenario> = async (change, input) => {
  const before = await scenarioAt(change, input)
  const after = await scenarios.save(change, { ...before, isRemoved: true, revision: before.revision + 1 })
  return outcomeOf(after, 'removed')
}

export const ChosenChanges = Seen.extend({ changeIds: z.array(Id).min(1).max(200) })

/** Turns the chosen changes of a scenario into requests, in their order: all of them or none. Everybody who wrote in it is their writer. */
export const raiseChosen: Service<z.infer<typeof ChosenChanges>, Scenario> = async (change, input, acting) => {
  const before = await scenarioAt(change, input)
  const chosen = before.changes.filter(({ id }) => input.changeIds.includes(id))
  if (chosen.length < input.changeIds.length) {
    return fail('not-found', { entity: 'change_request', id: input.changeIds[0] ?? '' })
  }
  if (chosen.some(({ changeId }) => changeId !== null)) return fail('wrong-status', { is: 'sent', needs: 'tried' })
  const became = new Map<Id, Id>()
  for (const { id, changeId: _, ...tried } of chosen) {
    const origin = { kind: 'scenario' as const, id: before.id }
    const raised = await raiseChange(change, { ...tried, origin }, acting, before.writers)
    became.set(id, raised.id)
  }
  const changes = before.changes.map((each) => ({ ...each, changeId: became.get(each.id) ?? each.changeId }))
  const after = await saveScenario(change, before, acting.actor, changes)
  return { ...outcomeOf(after, 'sent'), detail: { changes: chosen.length, on: dayInLondon(acting.clock()) } }
}

const scenarioAt = async (change: Change, { id, revision }: z.infer<typeof Seen>): Promise<Scenario> => {
  const found = await scenarios.get(change.tx, id)
  return found.revision === revision ? found : fail('stale', { entity: 'scenario', id })
}

const saveScenario = async (
  change: Change,
  before: Scenario,
  actor: string,
  changes: TriedChange[],
): Promise<Scenario> =>
  await scenarios.save(change, {
    ...before,
    changes,
    writers: [...new Set([...before.writers, actor])],
    revision: before.revision + 1,
  })

const outcomeOf = (value: Scenario, transition: string): Outcome<Scenario> => ({
  subject: { kind: 'scenario', id: value.id },
  transition,
  value,
  detail: { name: value.name },
})
