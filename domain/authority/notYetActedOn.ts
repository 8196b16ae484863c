import type { AuthorityRequest } from './authorityRequest.ts'

/** What a draft has of the steps ahead of it: nothing. */
export const notYetActedOn = {
  status: 'draft',
  routeId: null,
  stagesPassed: 0,
  readyOn: null,
  financeCheck: null,
  legalCheck: null,
  notice: null,
  reportPublishedOn: null,
  decision: null,
  publishedOn: null,
  callIn: null,
  decisionId: null,
  reason: '',
} as const satisfies Partial<AuthorityRequest>
