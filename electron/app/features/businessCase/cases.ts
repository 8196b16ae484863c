import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { findDraft, listDrafts } from '../../../../db/drafts.ts'
import { balanceLines } from '../../../../db/queries/programmeFacts.ts'
import { subjectEvents } from '../../../../db/queries/subjectEvents.ts'
import type { Reading } from '../../../../db/schema.ts'
import { accounts, businessCases, fundingSources, routes, schemes } from '../../../../db/subjects.ts'
import { BusinessCase, type CaseStage, StartedStage } from '../../../../domain/businessCase/businessCase.ts'
import {
  acceptCase,
  notBefore,
  returnCase,
  submitCase,
  withdrawCase,
} from '../../../../domain/businessCase/caseLifecycle.ts'
import { blankCase, isUnderWay, nextVersion } from '../../../../domain/businessCase/nextVersion.ts'
import { checkDuplicate, checkSubmission } from '../../../../domain/businessCase/submitRules.ts'
import { CalendarDay, dayInLondon, type Instant } from '../../../../domain/calendarDay.ts'
import { dayOfAct } from '../../../../domain/dayOfAct.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import { checkRoleHeld } from '../../../../domain/people/checkRoleHeld.ts'
import { routeInForce } from '../../../../domain/route/routeInForce.ts'
import type { Acting, Outcome, Service } from '../../command.ts'
import { CaseAt, caseAt } from './caseAt.ts'
import { appliedDraft } from './drafts.ts'
import { REST } from './restedDrafts.ts'

export const NewCase = z.strictObject({
  schemeId: Id,
  stage: StartedStage,
  /** The scheme's name where none is given. */
  title: BusinessCase.shape.title.trim().nullable().default(null),
})

/** Begins a draft. The next stage takes the place of the approved one before it, once it is approved itself. */
export const startCase: Service<z.infer<typeof NewCase>, BusinessCase> = async (change, input, acting) => {
  const scheme = await schemes.get(change.tx, input.schemeId)
  const own = await businessCases.list(change.tx, { schemeId: input.schemeId })
  const blank = own.find((each) => each.stage === input.stage && each.status === 'draft' && each.revision === 1)
  // A second press, or a second person with the same thought.
  if (blank) fail('duplicate-case', { reference: blank.reference })
  const earlier = own.filter((each) => isApproved(each) && isEarlierStage(each.stage, input.stage)).at(-1)
  const made = blankCase({
    id: acting.newId(),
    schemeId: scheme.id,
    stage: input.stage,
    version: nextNumber(own, input.stage),
    reference: await freeReference(change),
    title: input.title ?? scheme.name,
    supersedesId: earlier?.id ?? null,
    actor: acting.actor,
  })
  return { ...saved(await businessCases.insert(change, made), 'started'), isUndoable: true }
}

const stages: readonly CaseStage[] = ['soc', 'obc', 'fbc']

const isEarlierStage = (stage: CaseStage, than: CaseStage): boolean =>
  stages.includes(stage) && stages.indexOf(stage) < stages.indexOf(than)

const isApproved = ({ status }: BusinessCase): boolean => status === 'approved' || status === 'approved_with_conditions'

/** One after the versions of the stage that a scheme has had. */
export const nextNumber = (own: readonly BusinessCase[], stage: CaseStage): number =>
  Math.max(0, ...own.filter((each) => each.stage === stage).map((each) => each.version)) + 1

/** `BC007`, one after the highest there has been. */
export const freeReference = async ({ tx }: Change): Promise<string> => {
  const rows = await tx.selectFrom('business_case').select('reference').execute()
  const numbers = rows.map(({ reference }) => Number(/^BC(\d+)/.exec(String(reference))?.[1] ?? 0))
  return `BC${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`
}

const Dated = CaseAt.extend({
  /** An earlier day, for what was done on paper; null for today. */
  on: CalendarDay.nullable().default(null),
})
const Reasoned = Dated.extend({ reason: z.string().trim().max(2000) })

export const Submission = Dated

/**
 * Sends a draft, with what the actor has written in it last, to the board secretary. Throws `case-incomplete`, `does-not-tie`,
 * `not-funded`, `no-route`, `date-order` for a day before its last word was written, and `still-writing` while somebody else has text in it that is not saved yet.
 */
export const submit: Service<z.infer<typeof Submission>, BusinessCase> = async (change, input, acting) => {
  const { tx } = change
  const read = await businessCases.get(tx, input.id)
  await refuseStale(change, read, input.revision, acting)
  const draft = await findDraft(tx, read.id, acting.actor)
  const written = (draft && (await appliedDraft(change, draft))?.after) ?? read
  await refuseWriters(change, read.id, acting)
  const on = dayOf(acting, input.on)
  notBefore(await lastWrittenOn(change, read.id, draft?.savedAt), on)
  const routeId = routeInForce(await routes.list(tx), 'business_case', on)?.id ?? null
  // One act is one revision, whatever it changes.
  const after = submitCase({ ...written, revision: read.revision }, { on, actor: acting.actor, routeId })
  await refuseGaps(change, after)
  if (routeId === null) fail('no-route', {})
  return saved(await businessCases.save(change, after), 'draft → submitted', { on })
}

/** The day of the last word: what was sent to the boards earlier was another text. */
const lastWrittenOn = async ({ tx }: Change, id: Id, savedAt: Instant | undefined): Promise<CalendarDay | null> => {
  const last = (await subjectEvents(tx as unknown as Reading, 'business_case', id)).at(-1)?.recordedAt
  const latest = savedAt !== undefined && (last === undefined || savedAt > last) ? savedAt : last
  return latest === undefined ? null : dayInLondon(latest)
}

/** What came of the actor's own text after a rest is not somebody else's change. Throws `stale` for everything else. */
const refuseStale = async ({ tx }: Change, read: BusinessCase, revision: number, { actor }: Acting): Promise<void> => {
  if (read.revision === revision) return
  const since = await tx
    .selectFrom('event_row')
    .innerJoin('event', 'event.seq', 'event_row.seq')
    .where('event_row.id', '=', read.id)
    .select(['event.actor', 'event.operation'])
    .orderBy('event.seq', 'desc')
    .limit(Math.max(0, read.revision - revision))
    .execute()
  const isOwn = since.length > 0 && since.every((each) => each.actor === actor && each.operation === 'cases.leave')
  if (!isOwn) fail('stale', { entity: 'business_case', id: read.id })
}

const refuseGaps = async ({ tx }: Change, businessCase: BusinessCase): Promise<void> => {
  const names = new Map((await fundingSources.list(tx)).map(({ id, name }) => [id, name]))
  checkSubmission(businessCase, await balanceLines(tx), (id) => names.get(id) ?? '')
}

/** Text that somebody is still writing would stand beside a case that is closed to it. */
const refuseWriters = async ({ tx }: Change, id: Id, { actor, clock }: Acting): Promise<void> => {
  const since = new Date(Date.parse(clock()) - REST).toISOString() as Instant
  const other = (await listDrafts(tx, id)).find((draft) => draft.actor !== actor && draft.savedAt > since)
  if (other) fail('still-writing', { by: titleOf(await accounts.list(tx), other.actor) })
}

export const Acceptance = Dated

/** Takes a submitted case to the boards, once it still is complete, ties and has no twin. */
export const accept: Service<z.infer<typeof Acceptance>, BusinessCase> = async (change, input, acting) => {
  const { tx } = change
  const before = await caseAt(tx, input)
  const after = acceptCase(before, { on: dayOf(acting, input.on), actor: acting.actor })
  await refuseGaps(change, after)
  checkDuplicate(after, await businessCases.list(tx, { schemeId: after.schemeId }))
  return saved(await businessCases.save(change, after), 'submitted → in_review', { on: dayOf(acting, input.on) })
}

export const Return = Reasoned

export const returnToWriter: Service<z.infer<typeof Return>, BusinessCase> = async (change, input, acting) => {
  const on = dayOf(acting, input.on)
  const act = { on, actor: acting.actor, reason: input.reason }
  const after = await businessCases.save(change, returnCase(await caseAt(change.tx, input), act))
  return saved(after, 'submitted → returned', { on, reason: after.reason })
}

export const Withdrawal = CaseAt.extend({ reason: z.string().trim().max(2000) })

export const withdraw: Service<z.infer<typeof Withdrawal>, BusinessCase> = async (change, input) => {
  const before = await caseAt(change.tx, input)
  const after = await businessCases.save(change, withdrawCase(before, input))
  return saved(after, `${before.status} → withdrawn`, { reason: after.reason })
}

/** Begins the next version of a case that came to an end, or that has to change after its approval. Throws `duplicate-case` for a second one. */
export const newVersion: Service<z.infer<typeof CaseAt>, BusinessCase> = async (change, input, acting) => {
  const before = await caseAt(change.tx, input)
  const own = await businessCases.list(change.tx, { schemeId: before.schemeId })
  const known = own.find((each) => each.stage === before.stage && each.id !== before.id && isUnderWay(each))
  if (known) fail('duplicate-case', { reference: known.reference })
  const version = nextNumber(own, before.stage)
  const reference = `${before.reference.replace(/\.\d+$/, '')}.${version}`
  const next = nextVersion(before, { id: acting.newId(), actor: acting.actor, version, reference })
  return saved(await businessCases.insert(change, next), `version ${version} started`, { follows: before.reference })
}

/** What a command on a case gives back, and what its event says. */
export const saved = (
  value: BusinessCase,
  transition: string,
  detail: Record<string, unknown> = {},
): Outcome<BusinessCase> => ({ subject: { kind: 'business_case', id: value.id }, transition, value, detail })

/** The day of an act on a case. Throws `date-order` for a day to come, and `role-not-held` for who did not hold the role then. */
export const dayOf = ({ clock, account, role }: Acting, stated: CalendarDay | null): CalendarDay => {
  const on = dayOfAct(dayInLondon(clock()), stated)
  if (stated !== null) checkRoleHeld(account, role, on)
  return on
}
