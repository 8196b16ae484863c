import type { z } from 'zod'
import { listDrafts } from '../../../../db/drafts.ts'
import { agendaItemOf } from '../../../../db/queries/agendaItemOf.ts'
import { subjectEvents } from '../../../../db/queries/subjectEvents.ts'
import type { Reading } from '../../../../db/schema.ts'
import { accounts, boards, businessCases, routes } from '../../../../db/subjects.ts'
import type { BoardAct } from '../../../../domain/businessCase/applyOutcome.ts'
import type { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import { checklist } from '../../../../domain/businessCase/completeness.ts'
import { difference } from '../../../../domain/businessCase/difference.ts'
import { fieldOf } from '../../../../domain/businessCase/draftFields.ts'
import { countWords, sectionOrder, wordRange } from '../../../../domain/businessCase/guidance.ts'
import { tieWithPlan } from '../../../../domain/businessCase/tieWithPlan.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import { coverage } from '../../../../domain/portfolio/coverage.ts'
import { schemeMoney } from '../../../../domain/portfolio/schemeMoney.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { themeOf } from '../../../../domain/programme/themeMembership.ts'
import { routeInForce } from '../../../../domain/route/routeInForce.ts'
import { exemptReasonOf, refuseWithheld, type Withheld } from '../exempt/withheld.ts'
import { caseActs, conditionActs } from './caseActs.ts'
import { caseRows, isAmong, type Whose } from './caseList.ts'
import { type CaseWait, caseWaitsFor } from './caseWaits.ts'
import { fieldsIn } from './drafts.ts'

/** Everything that the editor and the review of one case show, and what the reader may do with it. Throws `not-found` and `exempt`. */
export const caseScreen = async (
  facts: ProgrammeFacts,
  db: Reading,
  actor: Actor,
  { id, against, whose }: { id: Id; against: Id | null; whose: z.infer<typeof Whose> },
  withheld: Withheld,
) => {
  const businessCase = await businessCases.get(db, id)
  refuseWithheld(withheld, id)
  const { schemeId, stage } = businessCase
  const own = await businessCases.list(db, { schemeId })
  const [people, allBoards, allRoutes] = [await accounts.list(db), await boards.list(db), await routes.list(db)]
  const route =
    allRoutes.find((each) => each.id === businessCase.routeId) ??
    routeInForce(allRoutes, 'business_case', facts.asAt.day) ??
    null
  const wait = caseWaitsFor(businessCase, allRoutes, allBoards)
  const asked = { facts, actor, boardAct: boardActOf(wait), hasRoute: route !== null, others: own }
  const drafts = await listDrafts(db, id)
  const earlier = own.find((each) => each.id === (against ?? businessCase.supersedesId) && !withheld.has(each.id))
  const { programme } = facts
  const inList = caseRows(facts, actor, allRoutes, allBoards)
    .filter((row) => row.each.id === id || isAmong(row, whose))
    .map((row) => row.each.id)
    .reverse()
  const at = inList.indexOf(id)
  return {
    asAt: facts.asAt,
    actor: { id: actor.id, role: actor.role, title: titleOf(people, actor.id) },
    programme,
    sources: facts.sources,
    scheme: facts.schemes.find((each) => each.id === schemeId) ?? null,
    theme: facts.themes.find((each) => each.id === themeOf(facts.memberships, schemeId, facts.asAt.day)) ?? null,
    money: schemeMoney(facts, schemeId),
    plan: facts.balances.filter(({ level, place }) => level === 'plan' && place.id === schemeId),
    coverage: coverage(facts, { from: programme.startYear, to: programme.endYear }),
    businessCase,
    writers: businessCase.writers.map((writer) => titleOf(people, writer)),
    checklist: checklist(businessCase),
    words: sectionOrder.map((name) => ({
      name,
      count: countWords(businessCase.sections[name]),
      ...wordRange[stage][name],
    })),
    tie: tieWithPlan(businessCase, facts.balances),
    route: route && {
      id: route.id,
      name: route.name,
      stages: route.stages.map(({ name, act }, at) => ({ name, act, isPassed: at < businessCase.stagesPassed })),
    },
    wait,
    /** Why it is kept from the public; null where all may read it. */
    exemptReason: await exemptReasonOf(db, id),
    /** Where it stands on an agenda that is still open; there its members answer. */
    agenda: (await agendaItemOf(db, id)) ?? null,
    /** By the order of the list, which shows the newest first. */
    previousId: inList[at - 1] ?? null,
    nextId: inList[at + 1] ?? null,
    acts: caseActs(businessCase, asked),
    conditionActs: conditionActs(businessCase, asked),
    /** What the reader is writing themselves, with what stands in the case by now, and who else is writing. */
    draft: draftOf(businessCase, drafts, actor.id),
    othersWriting: drafts
      .filter((draft) => draft.actor !== actor.id)
      .map((draft) => ({ by: titleOf(people, draft.actor), savedAt: draft.savedAt })),
    versions: own
      .filter((each) => each.stage === stage || each.id === businessCase.supersedesId)
      .map(({ id, reference, stage, version, status }) => ({ id, reference, stage, version, status })),
    comparedWith: earlier ? { id: earlier.id, reference: earlier.reference, version: earlier.version } : null,
    differences: earlier ? difference(earlier, businessCase) : [],
    papers: await papersOf(db, id),
    timeline: (await subjectEvents(db, 'business_case', id)).map(({ actor, ...event }) => ({
      ...event,
      by: titleOf(people, actor),
    })),
  }
}

const boardActOf = (wait: CaseWait | null): BoardAct | null =>
  wait?.kind === 'board' && (wait.act === 'recommend' || wait.act === 'approve') ? wait.act : null

/** The papers on which it was decided, without what they hold. */
const papersOf = async (db: Reading, id: Id) => {
  const rows = await db
    .selectFrom('paper')
    .select(['id', 'sha256', 'subject_revision'])
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(({ id, sha256, subject_revision }) => ({
    id,
    sha256: String(sha256),
    revision: Number(subject_revision),
  }))
}

const draftOf = (businessCase: BusinessCase, drafts: Awaited<ReturnType<typeof listDrafts>>, actor: string) => {
  const draft = drafts.find((each) => each.actor === actor)
  if (!draft) return null
  const fields = fieldsIn(draft).map((field) => ({ ...field, now: fieldOf(businessCase, field.path) }))
  return { savedAt: draft.savedAt, baseRevision: draft.baseRevision, fields }
}
