import type { z } from 'zod'
import { accountTitles } from '../../../../db/queries/accountTitles.ts'
import type { Reading } from '../../../../db/schema.ts'
import { changeRequests, decisions, scenarios } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { changeEffect, changeWarnings } from '../../../../domain/change/changeEffect.ts'
import type { ChangeFacts } from '../../../../domain/change/changeFacts.ts'
import { type ChangeRequest, NewChange } from '../../../../domain/change/changeRequest.ts'
import { compareScenario } from '../../../../domain/change/compareScenario.ts'
import { changeLimit } from '../../../../domain/change/mayApproveChange.ts'
import { registerRows } from '../../../../domain/change/registerRows.ts'
import { routeOf } from '../../../../domain/change/routeOf.ts'
import type { TriedChange } from '../../../../domain/change/scenario.ts'
import { Failure, fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { changeFacts } from './changeFacts.ts'
import { refuseUnsoundChange } from './soundChange.ts'

/** The register of changes, the newest first, in the columns of the national return. */
export const changesScreen = async (facts: ProgrammeFacts, db: Reading) => {
  const people = await accountTitles(db)
  const all = (await changeRequests.list(db)).sort((a, b) => b.number - a.number)
  return {
    asAt: facts.asAt,
    rows: registerRows(all, facts, (id) => titleOf(people, id)),
  }
}

/** What a form of a change starts from: the places, sources, years and balances of now. */
export const changeForm = (facts: ProgrammeFacts) => ({
  asAt: facts.asAt,
  programme: facts.programme,
  themes: facts.themes,
  schemes: facts.schemes,
  memberships: facts.memberships,
  sources: facts.sources,
  years: facts.years,
  balances: facts.balances.filter(({ level }) => level === 'plan' || level === 'allocation' || level === 'authority'),
})

export const PreviewInput = NewChange.pick({ kind: true, lines: true }).extend({
  /** The scenario in which it is tried, whose changes count as made. */
  scenarioId: Id.nullable(),
})

/** What a change would do, by which route it goes and why, and what stops it. It changes nothing. */
export const previewChange = async (
  db: Reading,
  { scenarioId, ...given }: z.infer<typeof PreviewInput>,
  day: CalendarDay,
  newId: () => Id,
) => {
  const change = { ...given, lines: given.lines.filter(({ amount }) => amount !== 0) }
  const facts = await changeFacts(db, day)
  const tried = scenarioId === null ? [] : (await scenarios.get(db, scenarioId)).changes
  const counted = tried.filter(isStillTried(await requestsById(db)))
  const balances = [...facts.balances, ...counted.flatMap(({ lines }) => lines)]
  return {
    effect: changeEffect(change.lines, { ...facts, balances }),
    warnings: changeWarnings(change.lines, facts),
    route: routeOf(change, facts),
    refusal: scenarioId === null ? await refusalOf(db, change, facts, { day, newId }) : null,
  }
}

/** The rule that stops a change now, as a failure; null where none does. */
const refusalOf = async (
  db: Reading,
  change: Pick<ChangeRequest, 'kind' | 'lines'>,
  facts: ChangeFacts,
  at: { day: CalendarDay; newId: () => Id },
) => {
  try {
    if (change.lines.length === 0) fail('empty-change', {})
    await refuseUnsoundChange(db, change, facts, at)
    return null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { code: error.code, detail: error.detail }
  }
}

/** One change with its effect while it waits, its route on that day, and what whoever acts may approve. */
export const changeScreen = async (programme: ProgrammeFacts, db: Reading, id: Id, actor: Actor, newId: () => Id) => {
  const change = await changeRequests.get(db, id)
  const people = await accountTitles(db)
  const { day } = programme.asAt
  const facts = await changeFacts(db, day, id)
  const isOpen = change.status === 'sent'
  const decision = change.decisionId === null ? undefined : await decisions.find(db, change.decisionId)
  const origin = change.origin?.kind === 'scenario' ? await scenarios.find(db, change.origin.id) : undefined
  return {
    asAt: programme.asAt,
    programme: programme.programme,
    change,
    row:
      registerRows([change], programme, (each) => titleOf(people, each))[0] ??
      fail('not-found', { entity: 'change_request', id }),
    writers: change.writers.map((each) => titleOf(people, each)),
    decider: change.decidedBy === null ? null : titleOf(people, change.decidedBy),
    decision: decision
      ? {
          id: decision.id,
          reference: decision.reference,
          decisionTaker: decision.decisionTaker,
          effectiveOn: decision.effectiveOn,
          status: decision.status,
        }
      : null,
    scenario: origin ? { id: origin.id, name: origin.name } : null,
    themes: programme.themes.map(({ id: themeId, name }) => ({ id: themeId, name })),
    schemes: programme.schemes.map(({ id: schemeId, name }) => ({ id: schemeId, name })),
    sources: programme.sources.map(({ id: sourceId, name }) => ({ id: sourceId, name })),
    route: isOpen ? routeOf(change, facts) : change.route,
    effect: isOpen ? changeEffect(change.lines, facts) : null,
    warnings: isOpen ? changeWarnings(change.lines, facts) : [],
    refusal: isOpen ? await refusalOf(db, change, facts, { day, newId }) : null,
    isOwn: change.writers.includes(actor.id),
    limit: changeLimit(
      actor,
      change.lines.map(({ place }) => place.id),
      facts,
    ),
  }
}

/** The scenarios, and one of them beside the live programme, scheme by scheme, with the route of each change. */
export const scenarioScreen = async (programme: ProgrammeFacts, db: Reading, id: Id | null) => {
  const all = await scenarios.list(db)
  const chosen =
    id === null ? undefined : (all.find((each) => each.id === id) ?? fail('not-found', { entity: 'scenario', id }))
  const facts = await changeFacts(db, programme.asAt.day)
  const requests = await requestsById(db)
  return {
    asAt: programme.asAt,
    programme: programme.programme,
    scenarios: all.map(({ id: scenarioId, name, note, changes }) => ({
      id: scenarioId,
      name,
      note,
      changes: changes.length,
      sent: changes.filter(({ changeId }) => changeId !== null).length,
    })),
    chosen: chosen
      ? {
          ...chosen,
          changes: chosen.changes.map((each) => {
            const request = each.changeId === null ? undefined : requests.get(each.changeId)
            return {
              ...each,
              route: routeOf(each, facts),
              request: request ? { id: request.id, number: request.number, status: request.status } : null,
            }
          }),
          comparison: compareScenario(chosen.changes.filter(isStillTried(requests)), facts),
        }
      : null,
  }
}

const requestsById = async (db: Reading): Promise<ReadonlyMap<Id, ChangeRequest>> =>
  new Map((await changeRequests.list(db)).map((each) => [each.id, each]))

/** Whether a scenario differs by a change from the live programme: what is posted is in that already, what was not let pass is in neither. */
const isStillTried =
  (requests: ReadonlyMap<Id, ChangeRequest>) =>
  ({ changeId }: TriedChange): boolean => {
    const status = changeId === null ? null : requests.get(changeId)?.status
    return status === null || status === 'sent' || status === 'approved'
  }
