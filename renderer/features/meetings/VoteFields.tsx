import { Button, Radio } from '@mantine/core'
import { Vote } from '../../../domain/board/meeting.ts'
import { errorAt } from '../../lib/readText.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './Meetings.module.css'
import type { MeetingFacts, MeetingItem } from './meetingFacts.ts'
import { voteWords } from './meetingWords.ts'
import { fieldOf, type OutcomeDraft } from './outcomeDraft.ts'

interface VoteFieldsProps {
  facts: Pick<MeetingFacts, 'seats'>
  item: MeetingItem
  draft: OutcomeDraft
  errors: readonly FieldError[]
  onDraft: (draft: OutcomeDraft) => void
}

const barWords = {
  absent: 'not present',
  conflicted: 'has an interest, does not vote',
  'own-item': 'wrote it, does not vote',
} as const

/** How each member voted, as the secretary takes it down. */
export function VoteFields({ facts, item, draft, errors, onDraft }: VoteFieldsProps) {
  const titleOf = ({ seatId, accountId }: MeetingItem['voters'][number]) => {
    const seat = facts.seats.find(({ id }) => id === seatId)
    const alternate = seat?.alternates.find((each) => each.accountId === accountId)
    return alternate ? `${alternate.title}, for ${seat?.title}` : (seat?.title ?? '')
  }
  const error = errorAt(errors, fieldOf('votes'))
  const isAlone = item.voters.every(({ bar }) => bar !== null)
  return (
    <fieldset id={fieldOf('votes')} className={classes.choices} tabIndex={-1}>
      <legend>Votes</legend>
      {error && <p className={classes.error}>{error}</p>}
      {isAlone && <p>Nobody who is present may vote on it.</p>}
      {item.voters.map((voter) => {
        const title = titleOf(voter)
        return (
          <div key={voter.seatId} className={classes.voter}>
            {voter.bar === null ? (
              <Radio.Group
                label={title}
                value={draft.votes[voter.seatId] ?? ''}
                onChange={(value) =>
                  onDraft({
                    ...draft,
                    votes: { ...draft.votes, [voter.seatId]: Vote.shape.vote.parse(value) },
                    areVotesOwn: true,
                  })
                }
              >
                <div className={classes.options}>
                  {Vote.shape.vote.options.map((each) => (
                    <Radio key={each} value={each} label={voteWords[each]} />
                  ))}
                </div>
              </Radio.Group>
            ) : (
              <p>
                {title}: <span className={classes.muted}>{barWords[voter.bar]}</span>
              </p>
            )}
          </div>
        )
      })}
      {Object.keys(draft.votes).length > 0 && (
        <div className={classes.acts}>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => onDraft({ ...draft, votes: {}, areVotesOwn: true })}
          >
            Clear the votes
          </Button>
        </div>
      )}
    </fieldset>
  )
}
