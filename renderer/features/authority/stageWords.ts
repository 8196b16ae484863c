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

/** Who does a stage: the board or the role of the route, the office that the request names, or whoever has the duty. */
export const whoDoes = (
  { request, boards }: Pick<RequestFacts, 'request' | 'boards'>,
  { act, by }: Pick<ShownStage, 'act' | 'by'>,
): string => {
  if (by?.kind === 'board') return `the ${boards.find(({ id }) => id === by.boardId)?.name ?? 'board'}`
  if (by?.kind === 'clock') return 'time'
  if (act === 'decide' && request.decisionTaker !== '') return `the ${request.decisionTaker}`
  if (by?.kind === 'role') return `the ${roleTitles[by.role].toLowerCase()}`
  const duty = dutyOf[act]
  return duty ? `the ${orList.format(duties[duty].map((role) => roleTitles[role].toLowerCase()))}` : 'a board'
}

/** The name of a stage within a sentence; one that begins with a name in capitals keeps them. */
export const stageInSentence = (name: string): string =>
  /^.\p{Lu}/u.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`
