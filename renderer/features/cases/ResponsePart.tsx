import { Link } from '@tanstack/react-router'
import { type FailureReply, messageFor } from '../../../domain/messages.ts'
import { formatDeadline } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import type { CaseFacts } from './caseFacts.ts'
import { Part } from './Part.tsx'

/** Where a member answers. Who wrote the case is told who decides, and is never offered an answer. */
export function ResponsePart({ facts }: { facts: CaseFacts }) {
  const { wait, agenda, acts, businessCase, actor } = facts
  const { view } = useView()
  const isWriter = businessCase.writers.includes(actor.id)
  if (wait?.kind !== 'board') {
    return (
      <Part anchor="response" title="Your response">
        <p>No board is asked anything about this business case now.</p>
      </Part>
    )
  }
  const why = wait.act === 'approve' ? acts.approve : acts.recommend
  const decides = `${wait.name} ${wait.act === 'approve' ? 'decides' : 'recommends'}`
  if (isWriter) {
    return (
      <Part anchor="response" title="Who decides">
        <p>You wrote in this business case, so you take no part in deciding on it. {decides} on it.</p>
      </Part>
    )
  }
  return (
    <Part anchor="response" title="Your response">
      {why?.code === 'not-permitted' && <p>Its members answer, acting as board member or board chair.</p>}
      {agenda === null ? (
        <p>{decides} once it is on the agenda of a meeting. The board secretary puts it there.</p>
      ) : (
        <p>
          {decides}{' '}
          {agenda.kind === 'written_procedure'
            ? `by written procedure, until ${formatDeadline(agenda.heldOn)}.`
            : `at its meeting on ${formatDeadline(agenda.heldOn)}.`}{' '}
          {agenda.isPublished && (
            <Link to="/meetings/$id/items/$itemId" params={{ id: agenda.meetingId, itemId: agenda.itemId }}>
              {why === null && view.asAt === null ? 'Read the frozen paper and answer' : 'Read the frozen paper'}
            </Link>
          )}
        </p>
      )}
      {why !== null && why.code !== 'wrong-status' && why.code !== 'not-permitted' && (
        <p>{messageFor(why as FailureReply)}.</p>
      )}
    </Part>
  )
}
