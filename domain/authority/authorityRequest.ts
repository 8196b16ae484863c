import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature, Place } from '../ledger/entry.ts'
import { Pence } from '../money.ts'

const text = (limit: number) => z.string().max(limit)

/** Named after the last act done on it (domain A3.3). */
export const RequestState = z.enum([
  'draft',
  'ready',
  'finance_cleared',
  'cleared',
  'recommended',
  'notice_published',
  'report_published',
  'approved',
  'published',
  'called_in',
  'effective',
  'deferred',
  'refused',
  'referred_back',
  'withdrawn',
  'superseded',
])
export type RequestState = z.infer<typeof RequestState>

export const RequestLine = z.strictObject({
  place: Place,
  startYear: StartYear,
  sourceId: Id.nullable(),
  nature: Nature,
  amount: Pence,
})
export type RequestLine = z.infer<typeof RequestLine>

/** What pays for a year of the request; each year has to equal its lines (R04). */
export const RequestFunding = z.strictObject({ sourceId: Id, startYear: StartYear, amount: Pence })
export type RequestFunding = z.infer<typeof RequestFunding>

/** The answers on the cover of a delegated decision report. */
export const RequestCover = z.strictObject({
  wards: z.array(text(100)).max(200),
  /** Stated to be significant for communities in two or more wards, with why (SI 2012/2089 regulation 8). */
  isSignificantForWards: z.boolean(),
  significance: text(2000),
  hasEqualityImplications: z.boolean().nullable(),
  isCallInEligible: z.boolean(),
  /** Why a decision that could be called in is not open to it, and who agreed. */
  callInExemption: text(2000),
  isExempt: z.boolean(),
  /** The paragraph of Schedule 12A, and why the public interest is in keeping it from the public (R29). */
  exemptParagraph: text(100),
  publicInterest: text(2000),
})
export type RequestCover = z.infer<typeof RequestCover>

/** The parts of the report in the council's order. */
export const RequestNarrative = z.strictObject({
  summary: text(20_000),
  background: text(20_000),
  mainIssues: text(20_000),
  consultation: text(20_000),
  equality: text(20_000),
  policies: text(20_000),
  resources: text(20_000),
  legal: text(20_000),
  risks: text(20_000),
  conclusions: text(20_000),
  recommendations: text(20_000),
})
export type RequestNarrative = z.infer<typeof RequestNarrative>

/** A check by somebody who did not write it. */
export const Clearance = z.strictObject({ by: text(100), on: CalendarDay, note: text(2000) })
export type Clearance = z.infer<typeof Clearance>

/** Regulation 9: what the public is told before a key decision; or regulations 10 and 11 where that is impracticable. */
export const KeyDecisionNotice = z.strictObject({
  publishedOn: CalendarDay,
  by: text(100),
  route: z.enum(['notice', 'general_exception', 'special_urgency']),
  /** For the exceptions: who agreed, when, and why it could not wait. */
  agreedBy: text(200),
  agreedOn: CalendarDay.nullable(),
  reason: text(2000),
  matter: text(2000),
  decisionTaker: text(500),
  decisionDue: text(200),
  documents: text(2000),
  copiesFrom: text(500),
  isMoreToCome: z.boolean(),
  requestDocumentsFrom: text(500),
})
export type KeyDecisionNotice = z.infer<typeof KeyDecisionNotice>

export const RequestDecision = z.strictObject({
  madeOn: CalendarDay,
  by: text(100),
  outcome: z.enum(['approved', 'approved_as_amended', 'deferred', 'refused']),
  wording: text(5000),
  reason: text(2000),
  paperId: Id.nullable(),
})
export type RequestDecision = z.infer<typeof RequestDecision>

export const CallIn = z.strictObject({
  receivedOn: CalendarDay,
  signatories: text(2000),
  grounds: text(5000),
  scrutinyBoard: text(200),
  hearingOn: CalendarDay.nullable(),
  outcome: z.enum(['released', 'referred_back', 'full_council']).nullable(),
  outcomeOn: CalendarDay.nullable(),
  note: text(2000),
})
export type CallIn = z.infer<typeof CallIn>

/** What its writers may change while it is a draft. */
export const RequestContents = z.strictObject({
  title: text(300).min(1),
  /** The office that decides, as in an account's title. */
  decisionTaker: text(200),
  /** The day on which the decision is wanted. */
  decisionDueOn: CalendarDay.nullable(),
  lines: z.array(RequestLine).max(2000),
  funding: z.array(RequestFunding).max(500),
  cover: RequestCover,
  narrative: RequestNarrative,
})
export type RequestContents = z.infer<typeof RequestContents>

/** A request for authority to spend. An amended one is a next version, and what was decided on stays (R31). */
export const AuthorityRequest = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  reference: text(60).min(1),
  version: z.int().min(1),
  supersedesId: Id.nullable(),
  status: RequestState,
  /** Everybody who has written in it or sent it off: none of them checks it or decides on it (R14). */
  writers: z.array(text(100)).max(200),
  /** The route it goes by, fixed when it is made ready (null is the order of law), and how many of its stages it has passed. */
  routeId: Id.nullable(),
  stagesPassed: z.int().min(0),
  /** The day on which it was made ready: nothing that follows is dated before it. */
  readyOn: CalendarDay.nullable(),
  financeCheck: Clearance.nullable(),
  legalCheck: Clearance.nullable(),
  notice: KeyDecisionNotice.nullable(),
  reportPublishedOn: CalendarDay.nullable(),
  decision: RequestDecision.nullable(),
  publishedOn: CalendarDay.nullable(),
  callIn: CallIn.nullable(),
  /** The decision in the register that carries its lines to the ledger, from publication on. */
  decisionId: Id.nullable(),
  /** Why it was withdrawn, deferred, refused or referred back. */
  reason: text(2000),
  ...RequestContents.shape,
})
export type AuthorityRequest = z.infer<typeof AuthorityRequest>
