import type { inferInput } from '@trpc/tanstack-react-query'
import type { Meeting, Outcome, OutcomeResult, Vote } from '../../../domain/board/meeting.ts'
import { bears, type Tally } from '../../../domain/board/voting.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { messages } from '../../../domain/messages.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'
import type { trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import type { MeetingFacts, MeetingItem, MeetingSeat } from './meetingFacts.ts'

export interface ConditionDraft {
  key: string
  text: string
  owner: string
  dueOn: string
  isAfterRelease: boolean
}

/** What the secretary enters of an item: what was decided, in which words, by which votes. */
export interface OutcomeDraft {
  result: OutcomeResult | ''
  wording: string
  /** The wording is the secretary's own, and no longer goes with the outcome that is chosen. */
  isWordingOwn: boolean
  reason: string
  /** By seat; a seat that is not in it has not voted. */
  votes: Readonly<Record<string, Vote['vote']>>
  areVotesOwn: boolean
  conditions: readonly ConditionDraft[]
}

export type OutcomeInput = Omit<inferInput<typeof trpc.meetings.recordOutcome>, 'conditions'> &
  Pick<Outcome, 'conditions'>

export const fieldOf = (name: 'result' | 'wording' | 'reason' | 'votes'): string => `outcome-${name}`
export const conditionField = ({ key }: ConditionDraft, name: 'text' | 'owner' | 'due'): string =>
  `condition-${key}-${name}`

export const blankCondition = (key: string): ConditionDraft => ({
  key,
  text: '',
  owner: '',
  dueOn: '',
  isAfterRelease: false,
})

/** The draft of an item's outcome: what is recorded already, or nothing yet. */
export const draftOf = ({ outcome, votes }: Pick<MeetingItem, 'outcome' | 'votes'>): OutcomeDraft => ({
  result: outcome?.result ?? '',
  wording: outcome?.wording ?? '',
  isWordingOwn: outcome !== null,
  reason: outcome?.reason ?? '',
  votes: Object.fromEntries(votes.map(({ seatId, vote }) => [seatId, vote])),
  areVotesOwn: votes.length > 0 || outcome !== null,
  conditions: (outcome?.conditions ?? []).map((condition, index) => ({
    ...condition,
    key: String(index + 1),
    dueOn: dayText(condition.dueOn),
  })),
})

const consents: readonly OutcomeResult[] = ['recommended', 'approved', 'approved_with_conditions']
const refusals: readonly OutcomeResult[] = ['not_recommended', 'refused']

/** Chooses an outcome. Until somebody enters votes and words of their own, all vote one way and the words are the usual ones. */
export const choose = (
  draft: OutcomeDraft,
  result: OutcomeResult | '',
  item: Pick<MeetingItem, 'title' | 'amount' | 'voters'>,
): OutcomeDraft => {
  const common = result === '' ? null : consents.includes(result) ? 'for' : refusals.includes(result) ? 'against' : null
  const votes = Object.fromEntries(
    common === null ? [] : item.voters.filter(({ bar }) => bar === null).map(({ seatId }) => [seatId, common] as const),
  )
  return {
    ...draft,
    result,
    wording: draft.isWordingOwn ? draft.wording : result === '' ? '' : wordingFor(result, item),
    votes: draft.areVotesOwn ? draft.votes : votes,
    conditions:
      mayHaveConditions(result) && draft.conditions.length === 0 && result === 'approved_with_conditions'
        ? [blankCondition('1')]
        : draft.conditions,
  }
}

export const mayHaveConditions = (result: OutcomeResult | ''): boolean =>
  result === 'recommended' || result === 'approved_with_conditions'

const wordingFor = (result: OutcomeResult, { title, amount }: Pick<MeetingItem, 'title' | 'amount'>): string => {
  const what = amount === null ? title : `${title}, ${formatInSentence(amount)}`
  const verbs: Record<OutcomeResult, string> = {
    recommended: `To recommend ${what}.`,
    not_recommended: `Not to recommend ${what}.`,
    approved: `To approve ${what}.`,
    approved_with_conditions: `To approve ${what}, under the conditions below.`,
    deferred: `To defer ${title}.`,
    refused: `To refuse ${what}.`,
    referred_back: `To refer ${title} back to who wrote it.`,
    noted: `To note ${title}.`,
  }
  return verbs[result]
}

/** The votes of a draft, counted by those who may vote. */
export const tallyOfDraft = (
  votes: OutcomeDraft['votes'],
  voters: MeetingItem['voters'],
  seats: readonly Pick<MeetingSeat, 'id' | 'isChair'>[],
): Tally => {
  const cast = voters.filter(({ bar }) => bar === null).map(({ seatId }) => ({ seatId, vote: votes[seatId] }))
  const count = (wanted: Vote['vote']) => cast.filter(({ vote }) => vote === wanted).length
  const isChair = (seatId: string) => seats.find(({ id }) => id === seatId)?.isChair ?? false
  const chairs = new Set(
    cast.flatMap(({ seatId, vote }) => (isChair(seatId) && (vote === 'for' || vote === 'against') ? [vote] : [])),
  )
  const [chair = null] = chairs.size === 1 ? [...chairs] : []
  return { for: count('for'), against: count('against'), abstained: count('abstain'), chair }
}

interface Around {
  meeting: Pick<Meeting, 'id' | 'revision' | 'kind' | 'heldOn'>
  board: MeetingFacts['board']
  seats: readonly Pick<MeetingSeat, 'id' | 'isChair'>[]
}

/** What the draft means as a command; or what has to be put right, field by field. */
export const readOutcome = (draft: OutcomeDraft, item: MeetingItem, around: Around): Read<OutcomeInput> => {
  const { meeting, board, seats } = around
  const { result } = draft
  if (result === '') return { errors: [{ fieldId: fieldOf('result'), message: 'Choose what the board decided' }] }
  const isWritten = meeting.kind === 'written_procedure'
  const tally = isWritten ? item.tally : tallyOfDraft(draft.votes, item.voters, seats)
  const conditions = mayHaveConditions(result) ? draft.conditions : []
  const read = conditions.map((condition) => readCondition(condition, meeting.heldOn))
  const needsReason = item.outcomes.find((each) => each.result === result)?.needsReason ?? false
  return readOf(
    {
      id: meeting.id,
      revision: meeting.revision,
      itemId: item.id,
      result,
      wording: draft.wording.trim(),
      reason: needsReason ? draft.reason.trim() : '',
      conditions: read.map(({ value }) => value),
      votes: isWritten
        ? null
        : item.voters.flatMap(({ seatId, accountId, bar }) => {
            const vote = draft.votes[seatId]
            const note = item.votes.find((each) => each.seatId === seatId)?.note ?? ''
            return bar !== null || vote === undefined ? [] : [{ seatId, accountId, vote, note }]
          }),
    },
    [
      bears(board.voting, tally, result)
        ? null
        : {
            fieldId: isWritten ? fieldOf('result') : fieldOf('votes'),
            message: messages['vote-lost']({ result, ...tally }),
          },
      refuseText(fieldOf('wording'), draft.wording, {
        label: 'Wording',
        ask: 'Enter what the board resolved',
        longest: 5000,
      }),
      needsReason
        ? refuseText(fieldOf('reason'), draft.reason, { label: 'Reason', ask: 'Enter why', longest: 2000 })
        : null,
      ...read.flatMap(({ errors }) => errors),
    ],
  )
}

const readCondition = (condition: ConditionDraft, heldOn: CalendarDay) => {
  const due = readFormDay(conditionField(condition, 'due'), condition.dueOn, { isNeeded: true })
  const isEarly = due.day !== null && due.day < heldOn
  const errors: (FieldError | null)[] = [
    refuseText(conditionField(condition, 'text'), condition.text, {
      label: 'Condition',
      ask: 'Enter what has to be met',
      longest: 2000,
    }),
    refuseText(conditionField(condition, 'owner'), condition.owner, {
      label: 'Owner',
      ask: 'Enter the office that sees to it',
      longest: 200,
    }),
    isEarly && due.day
      ? {
          fieldId: conditionField(condition, 'due'),
          message: messages['date-order']({ earlier: heldOn, later: due.day }),
        }
      : due.error,
  ]
  const { text, owner, isAfterRelease } = condition
  return {
    value: { text: text.trim(), owner: owner.trim(), dueOn: due.day ?? heldOn, isAfterRelease },
    errors: errors.filter((error) => error !== null),
  }
}
