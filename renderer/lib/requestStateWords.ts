import type { RequestState } from '../../domain/authority/authorityRequest.ts'
import type { StatusTag } from '../ui/StatusTag.tsx'

type Tint = NonNullable<Parameters<typeof StatusTag>[0]['tint']>

/** The state of a request for authority to spend in an adjective, and how its tag is drawn. */
export const requestStateWords: Record<RequestState, { words: string; tint: Tint }> = {
  draft: { words: 'Draft', tint: 'grey' },
  ready: { words: 'Ready for its checks', tint: 'blue' },
  finance_cleared: { words: 'Finance cleared', tint: 'blue' },
  cleared: { words: 'Cleared', tint: 'blue' },
  recommended: { words: 'Recommended', tint: 'blue' },
  notice_published: { words: 'Notice published', tint: 'blue' },
  report_published: { words: 'Report published', tint: 'blue' },
  approved: { words: 'Approved, not yet published', tint: 'yellow' },
  published: { words: 'Published, open to call-in', tint: 'yellow' },
  called_in: { words: 'Called in', tint: 'yellow' },
  effective: { words: 'Effective', tint: 'green' },
  deferred: { words: 'Deferred', tint: 'yellow' },
  refused: { words: 'Refused', tint: 'grey' },
  referred_back: { words: 'Referred back', tint: 'yellow' },
  withdrawn: { words: 'Withdrawn', tint: 'grey' },
  superseded: { words: 'Superseded', tint: 'grey' },
}
