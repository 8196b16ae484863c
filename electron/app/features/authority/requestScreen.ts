import { listDrafts } from '../../../../db/drafts.ts'
import { listEvents } from '../../../../db/queries/events.ts'
import { readable } from '../../../../db/readable.ts'
import type { Reading } from '../../../../db/schema.ts'
import { accounts, authorityRequests, boards, decisions } from '../../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../../domain/authority/authorityRequest.ts'
import { earlierAuthority } from '../../../../domain/authority/earlierAuthority.ts'
import { lawfulSpendInWords } from '../../../../domain/authority/lawfulSpend.ts'
import { requestActs } from '../../../../domain/authority/requestActs.ts'
import { requestChecks } from '../../../../domain/authority/requestChecks.ts'
import { callInClosesOn, windowClosedOn } from '../../../../domain/authority/requestDecision.ts'
import { mergeRequestDraft } from '../../../../domain/authority/requestDraft.ts'
import { nextStage } from '../../../../domain/authority/requestStages.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { ruleOn } from '../../../../domain/route/rulesInForce.ts'
import { fieldsIn } from '../businessCase/drafts.ts'
import { checkContext } from './checkContext.ts'
import { standingUnder } from './register.ts'
import { dueDay } from './requestAt.ts'
import { requestClock } from './requestClock.ts'

/** Events of a request that are shown; it has a dozen steps and as many writings. */
const MOST_EVENTS = 200

/** One request: what it holds, its checks, its days, what the actor may do with it and why not, and what was done so far. */
export const requestScreen = async (facts: ProgrammeFacts, db: Reading, id: Id, actor: Actor) => {
  const request = await authorityRequests.get(db, id)
  const today = facts.asAt.day
  const drafts = await listDrafts(db, id)
  const ownDraft = drafts.find((draft) => draft.actor === actor.id)
  // The checks follow what its reader is writing, before that is an act.
  const ownFields = request.status === 'draft' ? fieldsIn(ownDraft) : []
  const written = { ...request, ...mergeRequestDraft(request, ownFields).contents }
  const ahead = asDecidedNext(written)
  const context = await checkContext(db, ahead, { day: dueDay(ahead, today), today, facts })
  const { own, holidays, route, key } = context
  const everybody = await accounts.list(db)
  const decision = request.decisionId === null ? null : ((await decisions.find(db, request.decisionId)) ?? null)
  const workingDays = ruleOn(own, 'call_in_working_days', request.decision?.madeOn ?? today)
  // Released late by scrutiny, it has effect after another day than that of its window.
  const isCounted = decision?.isCallInEligible === true && request.callIn === null
  const closesOn = isCounted
    ? windowClosedOn(decision)
    : request.publishedOn && callInClosesOn(request.publishedOn, { workingDays, holidays })
  const clock = requestClock(context)
  return {
    asAt: facts.asAt,
    programme: facts.programme,
    themes: facts.themes,
    schemes: facts.schemes.map(({ id: schemeId, name, shortName, nature }) => ({
      id: schemeId,
      name,
      shortName,
      nature,
    })),
    sources: facts.sources,
    request,
    /** The same with the reader's own draft in it. */
    written,
    earlier: earlierAuthority(facts, dueDay(written, today)),
    writers: request.writers.map((writer) => titleOf(everybody, writer)),
    key,
    stages: route.stages,
    nextStage: nextStage(request, route)?.stage ?? null,
    boards: (await boards.list(db)).map(({ id: boardId, name }) => ({ id: boardId, name })),
    decision,
    /** What is effective, released, held and left under its decision; null while that is not in force. */
    standing: decision?.status === 'effective' ? await standingUnder(db, decision.id, today) : null,
    callInClosesOn: closesOn,
    checks: requestChecks(context),
    waivers: context.waivers.map((waiver) => ({
      ...waiver,
      asker: titleOf(everybody, waiver.askedBy),
      approver: waiver.approvedBy === null ? null : titleOf(everybody, waiver.approvedBy),
    })),
    clock: { ...clock, sentences: lawfulSpendInWords(clock) },
    acts: requestActs(
      request,
      { actor: actor.id, role: actor.role, title: actor.account?.title ?? null, today },
      route,
      closesOn,
    ),
    draft: ownDraft
      ? { savedAt: ownDraft.savedAt, baseRevision: ownDraft.baseRevision, fields: fieldsIn(ownDraft) }
      : null,
    writing: drafts.filter((draft) => draft.actor !== actor.id).map((draft) => titleOf(everybody, draft.actor)),
    ...(await siblingsOf(db, id)),
    versions: (await versionsOf(db, request.reference)).filter((each) => each.id !== id),
    timeline: await timelineOf(db, request, (named) => titleOf(everybody, named)),
  }
}

/** The requests before and after it in the list, which shows the newest first. */
const siblingsOf = async (db: Reading, id: Id): Promise<{ previousId: Id | null; nextId: Id | null }> => {
  const live = db.selectFrom('authority_request').where('is_removed', '=', 0).select('id').limit(1)
  const newer = await live.where('id', '>', id).orderBy('id').executeTakeFirst()
  const older = await live.where('id', '<', id).orderBy('id', 'desc').executeTakeFirst()
  return { previousId: (newer?.id as Id | undefined) ?? null, nextId: (older?.id as Id | undefined) ?? null }
}

/** A request that is decided again, or published again, without the decision and the publication that no longer count. */
const asDecidedNext = (request: AuthorityRequest): AuthorityRequest => {
  if (request.status === 'referred_back' || request.status === 'deferred')
    return { ...request, decision: null, publishedOn: null }
  return request.status === 'approved' ? { ...request, publishedOn: null } : request
}

const versionsOf = async (db: Reading, reference: string) =>
  (await authorityRequests.list(db, { reference })).map(({ id, version, status }) => ({ id, version, status }))

/** The events of a request, the newest first; of one that was approved as amended also those of the version that was asked for. */
const eventsOf = async (db: Reading, { id, decision, supersedesId }: AuthorityRequest) => {
  const own = await listEvents(db, { subjectId: id }, MOST_EVENTS)
  if (decision?.outcome !== 'approved_as_amended' || supersedesId === null) return own
  const known = new Set(own.map(({ seq }) => seq))
  const before = await listEvents(db, { subjectId: supersedesId }, MOST_EVENTS)
  return [...own, ...before.filter(({ seq }) => !known.has(seq))]
}

/** What was done with it, oldest first, by whom and when; its decision's effect among it. */
const timelineOf = async (db: Reading, request: AuthorityRequest, titled: (actor: string) => string) =>
  (await eventsOf(db, request))
    .map(({ seq, recorded_at, actor, role, operation, transition, detail_json }) => ({
      seq,
      recordedAt: recorded_at,
      by: titled(actor),
      role,
      operation,
      transition,
      detail: readable(() => JSON.parse(detail_json) as Record<string, unknown>),
    }))
    .reverse()
