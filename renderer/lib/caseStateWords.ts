import type { CaseState } from '../../domain/businessCase/businessCase.ts'

/** The word for each state of a business case, with the tint of its tag; plain text where nothing is left to do. */
export const caseStateWords: Record<CaseState, { words: string; tint: 'blue' | 'green' | 'yellow' | 'grey' }> = {
  draft: { words: 'Draft', tint: 'grey' },
  submitted: { words: 'Submitted', tint: 'blue' },
  in_review: { words: 'In review', tint: 'blue' },
  returned: { words: 'Returned', tint: 'yellow' },
  recommended: { words: 'Recommended', tint: 'blue' },
  deferred: { words: 'Deferred', tint: 'yellow' },
  not_recommended: { words: 'Not recommended', tint: 'yellow' },
  approved: { words: 'Approved', tint: 'green' },
  approved_with_conditions: { words: 'Approved with conditions', tint: 'green' },
  refused: { words: 'Refused', tint: 'yellow' },
  superseded: { words: 'Superseded', tint: 'grey' },
  withdrawn: { words: 'Withdrawn', tint: 'grey' },
  lapsed: { words: 'Lapsed', tint: 'grey' },
}
