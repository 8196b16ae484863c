import { timelineEvents } from '../../../../db/queries/timelineEvents.ts'
import type { Reading } from '../../../../db/schema.ts'
import {
  accounts,
  authorityRequests,
  boards,
  businessCases,
  decisions,
  routes,
  ruleValues,
} from '../../../../db/subjects.ts'
import { keyDecisionOf } from '../../../../domain/authority/keyDecision.ts'
import { nextStage, type OnRoute, stagesOf } from '../../../../domain/authority/requestStages.ts'
import { statusesBefore } from '../../../../domain/businessCase/caseLifecycle.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import { roleTitles } from '../../../../domain/roles.ts'
import { decisionTimeline, type TimelineSubject } from '../../../../domain/timeline/decisionTimeline.ts'

/** A case or a request from its draft to its effect: each step with who and when, and the stages that are still to come. */
export const timelineOf = async (db: Reading, subject: TimelineSubject, day: CalendarDay) => {
  const people = await accounts.list(db)
  const bodies = await boards.list(db)
  const steps = decisionTimeline(await timelineEvents(db, subject)).map((step) => ({
    ...step,
    actorTitle: titleOf(people, step.actor),
  }))
  const toCome = (await stagesToCome(db, subject, day)).map(({ name, by }) => ({
    name,
    by:
      by?.kind === 'board'
        ? (bodies.find(({ id }) => id === by.boardId)?.name ?? '')
        : by?.kind === 'role'
          ? roleTitles[by.role]
          : '',
  }))
  const made = await decisions.list(db, { about: subject })
  return {
    subject,
    steps,
    toCome,
    /** The decisions in the register that came of it, and from when they have effect. */
    decisions: made.map(({ id, reference, status, madeOn, publishedOn, effectiveOn }) => ({
      id,
      reference,
      status,
      madeOn,
      publishedOn,
      effectiveOn,
    })),
  }
}

const stagesToCome = async (
  db: Reading,
  { kind, id }: TimelineSubject,
  day: CalendarDay,
): Promise<OnRoute['stages'][number][]> => {
  const known = await routes.list(db)
  if (kind === 'business_case') {
    const { status, routeId, stagesPassed } = await businessCases.get(db, id)
    const isOpen = status === 'submitted' || statusesBefore('recommend').includes(status)
    return isOpen ? (known.find((route) => route.id === routeId)?.stages.slice(stagesPassed) ?? []) : []
  }
  const request = await authorityRequests.get(db, id)
  const isOver = ['effective', 'refused', 'withdrawn', 'superseded'].includes(request.status)
  if (isOver || request.status === 'draft') return []
  const stages = stagesOf(request, known)
  const dueOn = request.decision?.madeOn ?? request.decisionDueOn ?? day
  const { isKey } = keyDecisionOf(request, dueOn, await ruleValues.list(db))
  const left = []
  for (let passed = request.stagesPassed; ; ) {
    const next = nextStage({ stagesPassed: passed }, { stages, isKey })
    if (!next) return left
    left.push(next.stage)
    passed = next.passed
  }
}
