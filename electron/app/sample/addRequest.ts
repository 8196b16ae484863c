import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import type { DraftField } from '../../../domain/businessCase/draftFields.ts'
import { decide, publish } from '../features/authority/requestDecisions.ts'
import { leaveRequest, saveRequestDraft } from '../features/authority/requestDrafts.ts'
import {
  financeCheck,
  legalCheck,
  publishNoticeOf,
  publishReportOf,
  validateRequest,
} from '../features/authority/requests.ts'
import { startRequest } from '../features/authority/startRequest.ts'
import { moments } from './leeds2020.ts'
import { authorityDecision, request } from './leedsRequest.ts'
import type { SampleWriter } from './sampleWriter.ts'

const at = ({ id, revision }: AuthorityRequest) => ({ id, revision })
const on = null

/** The request of August 2020 from its draft to the report that is open to the public, in law's order and on its days. */
export const askForAuthority = async (sample: SampleWriter): Promise<AuthorityRequest> => {
  const director = await sample.as('director', 'programme_director')
  const { reference, title, decisionTaker, decisionDueOn } = request
  const started = await director.run('requests.start', startRequest, {
    reference,
    title,
    decisionTaker,
    decisionDueOn,
    linesBy: 'nothing',
  })
  sample.knows(reference, started.id)
  const { id, revision: baseRevision } = started
  await saveRequestDraft(director.acting, { id, baseRevision, fields: fieldsOf(sample) } as Parameters<
    typeof saveRequestDraft
  >[1])
  const written = await director.run('requests.leave', leaveRequest, { id })
  const ready = await director.run('requests.validate', validateRequest, at(written))
  sample.at(moments.checked)
  const finance = await sample.as('finance', 'finance_officer')
  const funded = await finance.run('requests.financeCheck', financeCheck, {
    ...at(ready),
    on,
    note: request.financeNote,
  })
  const s151 = await sample.as('s151', 's151_officer')
  const cleared = await s151.run('requests.legalCheck', legalCheck, { ...at(funded), on, note: request.legalNote })
  sample.at(moments.notice)
  const { notice } = request
  const noticed = await director.run('requests.publishNotice', publishNoticeOf, { ...at(cleared), on, notice })
  sample.at(moments.reportPublished)
  return await director.run('requests.publishReport', publishReportOf, { ...at(noticed), on })
}

const fieldsOf = (sample: SampleWriter): DraftField[] => [
  ...request.lines.map(({ place, startYear, amount }) => ({
    path: `lines.${place.kind}.${sample.idOf(place.key)}.${startYear}.none.capital`,
    base: null,
    value: amount,
  })),
  ...request.funding.map(({ source, startYear, amount }) => ({
    path: `funding.${sample.idOf(source)}.${startYear}`,
    base: null,
    value: amount,
  })),
  { path: 'cover.hasEqualityImplications', base: null, value: request.hasEqualityImplications },
  ...Object.entries(request.narrative).map(([part, value]) => ({ path: `narrative.${part}`, base: '', value })),
]

/** Decided and published on the day of the report; the call-in window runs from there. */
export const decideRequest = async (sample: SampleWriter, asked: AuthorityRequest): Promise<void> => {
  const { reference, wording } = authorityDecision
  const resources = await sample.as('resources', 'decision_taker')
  const given = { outcome: 'approved' as const, wording, reason: '', amended: null }
  const decided = await resources.run('requests.decide', decide, { ...at(asked), on, ...given })
  const secretary = await sample.as('secretary', 'board_secretary')
  const { decisionId } = await secretary.run('requests.publishDecision', publish, { ...at(decided), on, reference })
  if (decisionId) sample.knows(reference, decisionId)
}
