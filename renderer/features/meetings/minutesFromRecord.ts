import { formatDay } from '../../../domain/inWords.ts'
import type { MeetingFacts } from './meetingFacts.ts'
import { interestWords, kindWords, outcomeWords, tallyInWords } from './meetingWords.ts'

/** A first text of the minutes, made of what was recorded: who was there, and what was decided on each item. */
export const minutesFromRecord = ({
  meeting,
  board,
  seats,
}: Pick<MeetingFacts, 'meeting' | 'board' | 'seats'>): string => {
  const titled = (presence: 'present' | 'apologies') =>
    meeting.attendance
      .filter((each) => each.presence === presence)
      .map(({ seatId, accountId }) => {
        const seat = seats.find(({ id }) => id === seatId)
        const alternate = seat?.alternates.find((each) => each.accountId === accountId)
        return alternate ? `${alternate.title} (for ${seat?.title})` : (seat?.title ?? '')
      })
  const [present, apologies] = [titled('present'), titled('apologies')]
  const place = meeting.venue === '' ? '' : `, ${meeting.venue}`
  const head = [
    `${board.name}: ${kindWords[meeting.kind].toLowerCase()} of ${formatDay(meeting.heldOn)}${place}`,
    ...(present.length > 0 ? [`Present: ${present.join('; ')}`] : []),
    ...(apologies.length > 0 ? [`Apologies: ${apologies.join('; ')}`] : []),
  ]
  const items = meeting.items.map(({ title, interests, outcome, votes, tally }, at) =>
    [
      `${at + 1}. ${title}`,
      ...interests.map(
        (each) =>
          `Interest: ${each.title}, ${interestWords[each.kind].toLowerCase()}: ${each.description}${each.withdrew ? '. Left for this item' : ''}.`,
      ),
      ...(outcome === null
        ? ['No decision was taken.']
        : [
            `${outcomeWords[outcome.result]}. ${outcome.wording}`.trim(),
            ...(outcome.reason === '' ? [] : [`Reason: ${outcome.reason}`]),
            ...outcome.conditions.map(
              ({ text, owner, dueOn }, index) => `Condition ${index + 1}: ${text}. ${owner}, by ${formatDay(dueOn)}.`,
            ),
          ]),
      ...(votes.length > 0 ? [`Votes: ${tallyInWords(tally)}.`] : []),
    ].join('\n'),
  )
  return [head.join('\n'), ...items].join('\n\n')
}
