import { readable } from '../../../../../db/readable.ts'
import type { Reading } from '../../../../../db/schema.ts'
import { accounts, papers } from '../../../../../db/subjects.ts'
import { AuthorityRequest } from '../../../../../domain/authority/authorityRequest.ts'
import type { AgendaItem, Meeting } from '../../../../../domain/board/meeting.ts'
import { BusinessCase } from '../../../../../domain/businessCase/businessCase.ts'
import { tieWithPlan } from '../../../../../domain/businessCase/tieWithPlan.ts'
import { findFigure } from '../../../../../domain/figures/evaluateFigure.ts'
import { figureContext } from '../../../../../domain/figures/figureContext.ts'
import { formatDay } from '../../../../../domain/inWords.ts'
import { titleOf } from '../../../../../domain/people/actorTitle.ts'
import type { ProgrammeFacts } from '../../../../../domain/programme/facts.ts'
import type { Exempt } from '../../../../../domain/report/exempt.ts'
import { exemptOfReason } from '../../../../../domain/report/exemptOfReason.ts'
import type { PackItem } from '../../../../../reports/boardPack/given.ts'
import { businessCaseReport } from '../../../../../reports/businessCase/report.ts'
import { decisionReport } from '../../../../../reports/decisionReport/report.ts'
import { stateInWords } from '../../../../../reports/document/listInWords.ts'
import { wordsOfRuns } from '../../../../../reports/model/wordsOfRuns.ts'
import { type Figures, runsOf } from '../../../../../reports/narrative/narrativeParts.ts'
import { subjectOf } from '../../boards/agendaSubject.ts'
import { exemptionOf } from '../../exempt/exemptionOf.ts'
import type { PaperSubject } from '../../papers.ts'
import type { ReportContext } from '../reportContext.ts'
import { caseGiven } from './businessCase.ts'
import { givenOf } from './decisionReport.ts'

type Context = Pick<ReportContext, 'facts' | 'db' | 'order' | 'figures'>

/** Why an item is kept from the public: by itself, or by the case or request that it is about. */
export const exemptionOfItem = async (
  db: Reading,
  { isExempt, exemptReason, subjectId }: AgendaItem,
): Promise<Exempt | null> => {
  if (!isExempt) return await exemptionOf(db, subjectId)
  return exemptReason === null ? null : exemptOfReason(exemptReason)
}

/** An item with its paper as it was frozen for the agenda, or as it stands where it is not. */
export const packItem = async (context: Context, meeting: Meeting, item: AgendaItem): Promise<PackItem> => {
  const { db, facts } = context
  const about = await subjectOf(db, item, meeting.heldOn)
  const frozen = item.paperId === null ? null : await papers.get(db, item.paperId)
  const subject = frozen ? readPaper(frozen) : (about?.of ?? null)
  const bare = {
    id: item.id,
    title: item.title,
    subjectKind: item.subjectKind,
    exempt: await exemptionOfItem(db, item),
    act: actOf(item, about?.asks?.boardId === meeting.boardId ? about.asks.act : null),
    paperSha256: frozen?.sha256 ?? null,
    outcome: item.outcome && stateInWords(item.outcome.result),
  }
  if (subject === null) return { ...bare, ...empty }
  const people = await accounts.list(db)
  const writers = subject.value.writers.map((writer) => titleOf(people, writer))
  const rest =
    subject.kind === 'business_case' ? await ofCase(context, subject.value) : await ofRequest(context, subject.value)
  return {
    ...bare,
    reference: `${subject.value.reference}, version ${subject.value.version}`,
    writers,
    ...rest,
    ...linesOf(facts, subject),
  }
}

const readPaper = ({ subjectKind, content }: { subjectKind: PaperSubject['kind']; content: string }): PaperSubject => {
  const value: unknown = readable(() => JSON.parse(content))
  return subjectKind === 'business_case'
    ? { kind: subjectKind, value: BusinessCase.parse(value) }
    : { kind: subjectKind, value: AuthorityRequest.parse(value) }
}

const actOf = ({ subjectKind }: AgendaItem, act: string | null): string | null =>
  act !== null ? `${act} it` : subjectKind === 'other' ? 'note it' : null

const empty = {
  reference: null,
  writers: [],
  lines: [],
  places: [],
  rating: null,
  benefits: [],
  risks: [],
  financeCheck: '',
  recommendation: '',
  paper: null,
}

const linesOf = ({ sources }: ProgrammeFacts, { kind, value }: PaperSubject): Pick<PackItem, 'lines' | 'places'> => {
  const name = (id: string | null) => sources.find((source) => source.id === id)?.name ?? 'Source not stated'
  if (kind === 'business_case') {
    const lines = value.costs
      .filter(({ amount }) => amount !== 0)
      .map(({ startYear, sourceId, amount }) => ({ startYear, source: name(sourceId), amount }))
    return { lines, places: [{ kind: 'scheme', id: value.schemeId }] }
  }
  const places = new Map(value.lines.map(({ place }) => [place.id, place]))
  return {
    lines: value.funding.map(({ startYear, sourceId, amount }) => ({ startYear, source: name(sourceId), amount })),
    places: [...places.values()],
  }
}

const read = (text: string, figures: Figures): string => wordsOfRuns(runsOf(text, figures))

const ofCase = async (
  { facts, db }: Context,
  value: BusinessCase,
): Promise<Pick<PackItem, 'rating' | 'benefits' | 'risks' | 'financeCheck' | 'recommendation' | 'paper'>> => {
  const figures = figuresFor(facts, { businessCase: value })
  const { ties, isFunded } = tieWithPlan(value, facts.balances)
  return {
    rating: facts.schemes.find(({ id }) => id === value.schemeId)?.dca ?? null,
    benefits: value.benefits.map(({ name, owner }) => (owner === '' ? name : `${name} (${owner})`)),
    risks: value.risks.map(({ title, likelihood, impact }) => ({
      title,
      score: likelihood === null || impact === null ? null : likelihood * impact,
    })),
    financeCheck: `Its costs ${ties ? 'are' : 'are not'} those of the plan, and ${isFunded ? 'all of them have' : 'not all of them have'} a source.`,
    recommendation: read(value.ask, figures),
    paper: businessCaseReport(await caseGiven(facts, db, value, { narrative: {}, figures })),
  }
}

const ofRequest = async (
  { facts, db, order }: Context,
  value: AuthorityRequest,
): Promise<Pick<PackItem, 'rating' | 'benefits' | 'risks' | 'financeCheck' | 'recommendation' | 'paper'>> => {
  const figures = figuresFor(facts, { request: value })
  const check = value.financeCheck
  const people = await accounts.list(db)
  return {
    rating: null,
    benefits: [],
    risks: [],
    financeCheck:
      check === null
        ? 'Not made yet'
        : `Made on ${formatDay(check.on)} by the ${titleOf(people, check.by)}. ${check.note}`.trim(),
    recommendation: read(value.narrative.recommendations, figures),
    paper: {
      ...decisionReport(await givenOf({ facts, db, order, narrative: {}, figures }, value)),
      title: 'Delegated decision report',
    },
  }
}

const figuresFor = (facts: ProgrammeFacts, about: Parameters<typeof figureContext>[1]): Figures => {
  const context = figureContext(facts, about)
  return (token) => findFigure(context, token)
}
