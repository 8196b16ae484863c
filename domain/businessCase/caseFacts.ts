import type { BusinessCase, CaseState } from './businessCase.ts'

/** What lists, checks and coverage need to know of a case: all but what its writers say at length. */
export type CaseFacts = Pick<
  BusinessCase,
  | 'id'
  | 'revision'
  | 'schemeId'
  | 'stage'
  | 'version'
  | 'reference'
  | 'status'
  | 'title'
  | 'writers'
  | 'routeId'
  | 'stagesPassed'
  | 'submittedOn'
  | 'recommendedOn'
  | 'approvedOn'
  | 'validUntilOn'
  | 'supersedesId'
  | 'reason'
  | 'costs'
  | 'approved'
  | 'conditions'
  /** Of a case that has come to an end none are read. */
  | 'benefits'
>

/** States from which nothing follows any more but a next version. */
export const ended: readonly CaseState[] = ['superseded', 'withdrawn', 'lapsed', 'refused', 'not_recommended']
