import { formatDeadline } from '../../lib/format.ts'
import type { ItemFacts } from './meetingFacts.ts'
import { outcomeWords, voteWords } from './meetingWords.ts'

/** What happens next with an item, from where its reader stands. */
export const itemNextStep = ({
  meeting,
  item,
  reader,
  nextId,
}: Pick<ItemFacts, 'meeting' | 'item' | 'reader' | 'nextId'>): string => {
  const { kind, heldOn, status } = meeting
  const isWritten = kind === 'written_procedure'
  const day = formatDeadline(heldOn)
  if (item.isConfirmed && item.outcome) {
    return `nothing here. It was decided: ${outcomeWords[item.outcome.result].toLowerCase()}.`
  }
  if (status === 'cancelled') return 'nothing here. It was called off, and the item can come to another agenda.'
  if (status === 'confirmed') return 'no decision was taken. The item can come to another agenda.'
  if (item.outcome) return `a chair confirms “${outcomeWords[item.outcome.result].toLowerCase()}”.`
  if (status === 'planned') return 'the board secretary publishes the agenda and its papers.'
  if (reader.vote) {
    const next = nextId === null ? '' : ' Alt+PgDn goes to the next item.'
    const whose = isWritten ? `members answer until ${day}` : 'the secretary records what was decided'
    return `your answer is kept (${voteWords[reader.vote.vote].toLowerCase()}); ${whose}, and a chair confirms it.${next}`
  }
  const isYours = !item.isWithheld && mayAnswer({ reader, item })
  if (isWritten) return isYours ? `you answer at the end of this page, by ${day}.` : `members answer by ${day}.`
  if (isYours) return 'you answer at the end of this page, or in the room.'
  if (reader.bar === 'absent' && item.act !== null) {
    return 'the secretary records you as present. Then you answer at the end of this page, or in the room.'
  }
  return reader.bar === 'too-early'
    ? `the board considers it on ${day}.`
    : 'the board considers it. The secretary records what was decided, and a chair confirms it.'
}

/** Whether the reader can answer here and now. */
export const mayAnswer = ({ reader, item }: Pick<ItemFacts, 'reader' | 'item'>): boolean =>
  reader.seatId !== null && reader.bar === null && !reader.isWriter && item.act !== null && !item.isConfirmed
