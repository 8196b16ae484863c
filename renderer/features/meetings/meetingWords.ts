import type { Interest, Meeting, MeetingState, OutcomeResult, Vote } from '../../../domain/board/meeting.ts'
import { gapInWords, type NamedGap } from '../../../domain/board/quorumInWords.ts'
import { countOf } from '../../lib/format.ts'

type Tint = 'blue' | 'green' | 'yellow' | 'grey'

export const meetingStateWords: Record<MeetingState, { words: string; tint: Tint }> = {
  planned: { words: 'Planned', tint: 'grey' },
  agenda_published: { words: 'Agenda published', tint: 'blue' },
  confirmed: { words: 'Record confirmed', tint: 'green' },
  cancelled: { words: 'Called off', tint: 'grey' },
}

export const kindWords: Record<Meeting['kind'], string> = {
  meeting: 'Meeting',
  written_procedure: 'Written procedure',
}

export const outcomeWords: Record<OutcomeResult, string> = {
  recommended: 'Recommended',
  not_recommended: 'Not recommended',
  approved: 'Approved',
  approved_with_conditions: 'Approved with conditions',
  deferred: 'Deferred',
  refused: 'Refused',
  referred_back: 'Referred back',
  noted: 'Noted',
}

export const askWords: Record<'recommend' | 'approve' | 'decide' | 'note', string> = {
  recommend: 'Recommend',
  approve: 'Approve',
  decide: 'Decide',
  note: 'Note',
}

export const subjectKindWords = { business_case: 'Business case', authority_request: 'Request for authority' } as const

export const voteWords: Record<Vote['vote'], string> = { for: 'For', against: 'Against', abstain: 'Abstain' }

export const interestWords: Record<Interest['kind'], string> = {
  pecuniary: 'Pecuniary',
  organisational: 'Organisational',
  personal: 'Personal',
}

/** `4 for, 1 against, 0 abstained`. */
export const tallyInWords = (tally: { for: number; against: number; abstained: number }): string =>
  `${tally.for} for, ${tally.against} against, ${tally.abstained} abstained`

/** The quorum as one sentence: what it is, or what is missing for it. */
export const quorumInWords = (
  quorum: { isQuorate: boolean; present: number; missing: readonly NamedGap[] },
  kind: Meeting['kind'],
): string => {
  const here = kind === 'meeting' ? 'present' : 'answered'
  const counted = `${countOf(quorum.present, 'member')} ${here}`
  if (quorum.isQuorate) return `There is a quorum: ${counted}.`
  const gaps = quorum.missing.map(gapInWords).join(', and ')
  const missing = kind === 'meeting' ? gaps : gaps.replaceAll('be present', 'answer')
  return `No quorum yet: ${counted}. Before anything can be decided, ${missing}.`
}
