import { useMutation } from '@tanstack/react-query'
import { formatInSentence } from '../../../domain/money.ts'
import { formatDeadline } from '../../lib/format.ts'
import { queryClient, trpc } from '../../lib/trpc.ts'
import type { DraftDesk } from '../../lib/useDraft.ts'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { ActFormProps } from './actFormProps.ts'
import classes from './Request.module.css'
import { writtenTaskList } from './requestTasks.ts'

/** The request once more before it goes on its way: after that its text is not changed. */
export function SendForm({ facts, onRefused, onDone, onCancel, desk }: ActFormProps & { desk: DraftDesk }) {
  const { request, written, key } = facts
  const send = useMutation(trpc.requests.validate.mutationOptions())
  const stops = facts.checks.filter(
    ({ severity, passes, stopsBefore }) => severity === 'stop' && !passes && stopsBefore === 'validate',
  )
  const submit = async () => {
    let { revision } = request
    try {
      if (facts.draft) {
        await desk.leave()
        const fresh = await queryClient.fetchQuery(trpc.requests.screen.queryOptions({ id: request.id, asAt: null }))
        revision = fresh.request.revision
      }
      await send.mutateAsync({ id: request.id, revision })
      onDone('Request sent on its way')
    } catch (error) {
      onRefused(error)
    }
  }
  return (
    <InlineForm
      title="Check and send"
      submit="Send it on its way"
      isBusy={send.isPending}
      onSubmit={() => void submit()}
      onCancel={onCancel}
      takesFocus={false}
    >
      <CheckAnswers
        answers={[
          { label: 'What the authority is for', value: written.title },
          { label: 'Asked for', value: formatInSentence(key.amount) },
          { label: 'Decision taker', value: written.decisionTaker || 'Not said yet' },
          {
            label: 'Decision due',
            value: written.decisionDueOn ? formatDeadline(written.decisionDueOn) : 'Not said yet',
          },
          {
            label: 'Key decision',
            value: key.isKey
              ? key.isOverThreshold
                ? `Yes, ${formatInSentence(key.amount)} is over ${formatInSentence(key.threshold)}`
                : 'Yes, it is significant for two or more wards'
              : `No, ${formatInSentence(key.amount)} is not over ${formatInSentence(key.threshold)}`,
          },
          ...writtenTaskList(facts).map(({ label, words }) => ({ label, value: words })),
        ]}
      />
      <p className="reading">
        {stops.length > 0
          ? `${stops.length === 1 ? 'One check stops' : `${stops.length} checks stop`} it: ${stops.map(({ sentence }) => sentence).join(' ')}`
          : 'After this the request cannot be changed. A change needs it to be withdrawn, and a new version.'}
      </p>
      <p className={classes.muted}>Whoever wrote it cannot check it, decide on it or publish its decision.</p>
    </InlineForm>
  )
}
