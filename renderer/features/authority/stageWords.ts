import { type Duty, duties, roleTitles } from '../../../domain/roles.ts'
import type { RequestFacts, ShownStage } from './requestFacts.ts'
import type { ActTask } from './requestSearch.ts'

/** The act of a person by which a stage is done; none for what a board or the clock does. */
export const taskOf: Partial<Record<ShownStage['act'], ActTask>> = {
  finance_check: 'financeCheck',
  legal_check: 'legalCheck',
  notice: 'publishNotice',
  report: 'publishReport',
  decide: 'decide',
  publish: 'publishDecision',
}

const dutyOf: Partial<Record<ShownStage['act'], Duty>> = {
  finance_check: 'financeCheck',
  legal_check: 'legalCheck',
  notice: 'notice',
  report: 'notice',
  decide: 'decide',
  publish: 'notice',
  call_in: 'callIn',
}

const orList = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** Who does a stage: the office that the request names, the role of the route, or whoever has the duty. */
export const whoDoes = (
  { request }: Pick<RequestFacts, 'request'>,
  { act, by }: Pick<ShownStage, 'act' | 'by'>,
): string => {
  if (by?.kind === 'board') return 'a board'
  if (by?.kind === 'clock') return 'time'
  if (act === 'decide' && request.decisionTaker !== '') return `the ${request.decisionTaker}`
  if (by?.kind === 'role') return `the ${roleTitles[by.role].toLowerCase()}`
  const duty = dutyOf[act]
  return duty ? `the ${orList.format(duties[duty].map((role) => roleTitles[role].toLowerCase()))}` : 'a board'
}
