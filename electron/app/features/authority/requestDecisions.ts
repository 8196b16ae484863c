import { z } from 'zod'
import { themesOfDay } from '../../../../db/queries/themesOfDay.ts'
import type { Reading } from '../../../../db/schema.ts'
import { authorityRequests, decisions, papers } from '../../../../db/subjects.ts'
import {
  type AuthorityRequest,
  CallIn,
  RequestContents,
  RequestDecision,
} from '../../../../domain/authority/authorityRequest.ts'
import { requestChecks, stopsOf } from '../../../../domain/authority/requestChecks.ts'
import {
  amendRequest,
  callInRequest,
  checkTaker,
  type DecisionTaker,
  decideRequest,
  isOpenToCallIn,
  publishDecision,
  scrutinise,
  windowClosedOn,
} from '../../../../domain/authority/requestDecision.ts'
import { reachStage } from '../../../../domain/authority/requestStages.ts'
import { CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { type Pence, pence } from '../../../../domain/money.ts'
import { limitOn } from '../../../../domain/people/delegationLimit.ts'
import { Decision } from '../../../../domain/programme/decision.ts'
import { effectiveDay } from '../../../../domain/programme/decisions.ts'
import type { Acting, Service } from '../../command.ts'
import { holidaysOf } from '../holidays.ts'
import { freezePaper } from '../papers.ts'
import { checkContext } from './checkContext.ts'
import { authorityLines, checkBesidePromises } from './promises.ts'
import { dayOfAct, requestAt, routeOf } from './requestAt.ts'
import { saveRequest } from './requests.ts'

const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })
const on = CalendarDay.nullable()

export const RequestDeciding = Seen.extend({
  on,
  outcome: RequestDecision.shape.outcome,
  wording: RequestDecision.shape.wording,
  reason: RequestDecision.shape.reason,
  /** What is approved instead, where it is approved as amended; null otherwise. */
  amended: z.strictObject({ lines: RequestContents.shape.lines, funding: RequestContents.shape.funding }).nullable(),
}).refine((given) => (given.outcome === 'approved_as_amended') === (given.amended !== null), { path: ['amended'] })

/**
 * The decision of the officer whom the request names. What is approved is held against every rule, the ledger and all that
 * is promised; as amended, it is the next version, approved, and what was asked for stays as it was.
 */
export const decide: Service<z.infer<typeof RequestDeciding>, AuthorityRequest> = async (change, input, acting) => {
  const before = await requestAt(change.tx, input)
  const day = dayOfAct(input.on, acting)
  const route = await routeOf(change.tx, before, day)
  const at = { actor: acting.actor, role: acting.role, on: day }
  const { outcome, wording, reason, amended } = input
  const given = { outcome, wording, reason, paperId: null }
  const judged = decideRequest(
    before,
    given,
    at,
    route,
    await takerOf(change.tx as unknown as Reading, before, day, acting),
  )
  const { id: paperId } = await freezePaper(change, { kind: 'authority_request', value: before }, acting.newId)
  const decided = { ...judged, decision: { ...given, paperId, madeOn: day, by: acting.actor } }
  if (amended) {
    const { passed } = reachStage(before, 'decide', route)
    const next = amendRequest(decided, amended, { id: acting.newId(), passed })
    // What is approved instead may lie where the limit is another.
    const taker = await takerOf(change.tx as unknown as Reading, next, day, acting)
    if (taker) checkTaker(next, taker)
    await refuseUnsound(change.tx as unknown as Reading, next, acting, day)
    const { value: _superseded, ...heading } = await saveRequest(change, before, decided, {
      outcome,
      version: next.version,
    })
    return { ...heading, value: await authorityRequests.insert(change, next) }
  }
  if (outcome === 'approved') await refuseUnsound(change.tx as unknown as Reading, decided, acting, day)
  return await saveRequest(change, before, decided, { outcome })
}

/** Throws `checks-stop`, and what the ledger says of the lines beside all that is promised. */
const refuseUnsound = async (
  db: Reading,
  request: AuthorityRequest,
  acting: Acting,
  day: CalendarDay,
): Promise<void> => {
  const today = dayInLondon(acting.clock())
  // The ledger says more exactly what is over; its rule is held to first.
  await checkBesidePromises(
    db,
    registered(request, { id: acting.newId(), effectiveOn: day, kind: 'key' }),
    acting.newId,
    {
      requestId: request.id,
    },
  )
  const rules = stopsOf(requestChecks(await checkContext(db, request, { day, today })), 'decide')
  // The limit of who decides is theirs, and was looked at: another person of the same office may have another.
  const others = rules.filter((rule) => rule !== 'R16')
  if (others.length > 0) fail('checks-stop', { rules: others })
}

const takerOf = async (
  db: Reading,
  request: AuthorityRequest,
  day: CalendarDay,
  { account, role }: Acting,
): Promise<DecisionTaker | null> => {
  if (account === null) return null
  const themes = await themesOfDay(db, day)
  const limits = request.lines.map(({ place }) => {
    const theme = place.kind === 'scheme' ? themes.get(place.id) : undefined
    return limitOn(account, role, day, [place.id, ...(theme ? [theme] : [])])
  })
  const least = limits.some((limit) => limit === null) ? null : pence(Math.min(...(limits as Pence[])))
  return { title: account.title, limit: limits.length === 0 ? pence(0) : least }
}

export const DecisionPublication = Seen.extend({ on, reference: Decision.shape.reference })

/** Publishes the decision and puts it on the register; its lines reach the ledger on the day on which it has effect. */
export const publish: Service<z.infer<typeof DecisionPublication>, AuthorityRequest> = async (
  change,
  input,
  acting,
) => {
  const before = await requestAt(change.tx, input)
  const day = dayOfAct(input.on, acting)
  const madeOn = before.decision?.madeOn ?? day
  const route = await routeOf(change.tx, before, madeOn)
  const at = { actor: acting.actor, role: acting.role, on: day }
  const id = acting.newId()
  const after = publishDecision(before, id, at, route)
  const taken = await decisions.list(change.tx, { reference: input.reference })
  if (taken.length > 0) fail('name-taken', { entity: 'decision', name: input.reference })
  const isCallInEligible = isOpenToCallIn(before, route.stages)
  const effectiveOn = effectiveDay(
    // Nothing has effect before the public can read it.
    { madeOn, publishedOn: day, isCallInEligible, effectiveOn: isCallInEligible ? null : day },
    await holidaysOf(change.tx),
    route.own,
  )
  const paperId = before.decision?.paperId ?? null
  const decision: Decision = {
    ...registered(before, { id, effectiveOn, kind: route.isKey ? 'key' : 'significant_operational' }),
    reference: input.reference,
    publishedOn: day,
    isCallInEligible,
    paperSha256: paperId === null ? null : (await papers.get(change.tx, paperId)).sha256,
  }
  await checkBesidePromises(change.tx, decision, acting.newId, { requestId: before.id })
  await decisions.insert(change, decision)
  return await saveRequest(change, before, after, { decision: decision.reference, effectiveOn })
}

/** The request's decision as it stands on the register. */
const registered = (
  request: AuthorityRequest,
  { id, effectiveOn, kind }: Pick<Decision, 'id' | 'effectiveOn' | 'kind'>,
): Decision => ({
  id,
  revision: 1,
  isRemoved: false,
  reference: request.reference,
  title: request.title,
  decisionTaker: request.decisionTaker,
  kind,
  madeOn: request.decision?.madeOn ?? effectiveOn,
  publishedOn: null,
  isCallInEligible: false,
  effectiveOn,
  allocationKind: 'injection',
  status: 'made',
  lines: authorityLines(request).filter(({ amount }) => amount !== 0),
  note: request.decision?.wording.slice(0, 2000) ?? '',
  about: { kind: 'authority_request', id: request.id },
  paperSha256: null,
})

export const CallInGiven = Seen.extend({
  /** The day on which it was received; null for today. */
  on,
  ...CallIn.pick({ signatories: true, grounds: true, scrutinyBoard: true, hearingOn: true }).shape,
})

/** Calls a published decision in, on the last day of its window at the latest: it has no effect until scrutiny has spoken. */
export const callIn: Service<z.infer<typeof CallInGiven>, AuthorityRequest> = async (change, input, acting) => {
  const { id: _id, revision: _revision, on: receivedOn, ...given } = input
  // A window that closed while the page was open is the reason that they are told, rather than the effect that came of it.
  const now = await authorityRequests.get(change.tx, input.id)
  const before = now.status === 'effective' ? now : await requestAt(change.tx, input)
  const route = await routeOf(change.tx, before, before.decision?.madeOn ?? dayOfAct(null, acting))
  const decision = await decisionOf(change.tx as unknown as Reading, before)
  // The council received it, whoever held the role that day.
  const at = { ...given, receivedOn: dayOfAct(receivedOn, { ...acting, account: null }) }
  const after = callInRequest(before, at, route, windowClosedOn(decision))
  await decisions.save(change, { ...decision, status: 'called_in', revision: decision.revision + 1 })
  return await saveRequest(change, before, after, { grounds: input.grounds })
}

export const ScrutinyGiven = Seen.extend({
  on,
  outcome: CallIn.shape.outcome.unwrap(),
  note: CallIn.shape.note,
})

/** What scrutiny did with a decision that was called in: let it go, sent it back to who made it, or to full council. */
export const scrutinyOutcome: Service<z.infer<typeof ScrutinyGiven>, AuthorityRequest> = async (
  change,
  input,
  acting,
) => {
  const before = await requestAt(change.tx, input)
  const route = await routeOf(change.tx, before, before.decision?.madeOn ?? dayOfAct(null, acting))
  const day = dayOfAct(input.on, acting)
  const after = scrutinise(before, { outcome: input.outcome, on: day, actor: acting.actor, note: input.note }, route)
  const decision = await decisionOf(change.tx as unknown as Reading, before)
  const next = { ...decision, revision: decision.revision + 1 }
  if (input.outcome === 'released') {
    // Released early, it still waits for the end of the window.
    const effectiveOn = decision.effectiveOn > day ? decision.effectiveOn : day
    await decisions.save(change, { ...next, status: 'made', effectiveOn })
  }
  if (input.outcome === 'referred_back') await decisions.save(change, { ...next, isRemoved: true })
  return await saveRequest(change, before, after, { outcome: input.outcome })
}

const decisionOf = async (db: Reading, { decisionId, status }: AuthorityRequest): Promise<Decision> =>
  decisionId === null ? fail('wrong-status', { is: status, needs: 'published' }) : await decisions.get(db, decisionId)
