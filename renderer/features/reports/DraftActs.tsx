import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useWork } from '../../lib/useWork.ts'
import { MainButton } from '../../ui/MainButton.tsx'
import { WorkProgress } from '../../ui/WorkProgress.tsx'
import type { DraftPartProps } from './draftFacts.ts'

/** What can be done with a draft in its state, by whoever is there. */
export function DraftActs({ facts: { draft, mayCertify, stops }, forms }: DraftPartProps) {
  const mayPrepare = useMayDo('prepareReport')
  const mayDecline = useMayDo('declineReport')
  const mayCertifyAtAll = useMayDo('certifyReport')
  const mayIssue = useMayDo('issueReport')
  const { id, revision, status } = draft
  const done = (words: string) => () => {
    announce(words)
    // Its button is gone: what has become of the report stands in its heading.
    document.querySelector('h1')?.focus()
  }
  const prepare = useMutation(
    trpc.reports.prepare.mutationOptions({
      onSuccess: done('Prepared: it now waits for certification'),
      onError: forms.refuse(),
    }),
  )
  const { work, ...running } = useWork(prepare.isPending)
  const certify = useMutation(
    trpc.reports.certify.mutationOptions({
      onSuccess: done('Certified: it can now be issued'),
      onError: forms.refuse(),
    }),
  )
  if (status === 'draft' && mayPrepare) {
    return (
      <>
        <MainButton
          loading={prepare.isPending}
          disabled={stops.length > 0}
          onClick={() => prepare.mutate({ id, revision, asAt: null, work })}
        >
          Prepare
        </MainButton>
        <WorkProgress words={(done, of) => `Making the report, step ${done} of ${of}`} {...running} />
        <Button id="drop-draft" variant="default" onClick={() => forms.open({ kind: 'drop', opener: 'drop-draft' })}>
          Put away
        </Button>
      </>
    )
  }
  const sendBack = mayDecline && (
    <Button id="send-back" variant="default" onClick={() => forms.open({ kind: 'decline', opener: 'send-back' })}>
      Send back
    </Button>
  )
  if (status === 'prepared') {
    return (
      <>
        {mayCertifyAtAll && mayCertify && (
          <MainButton loading={certify.isPending} onClick={() => certify.mutate({ id, revision })}>
            Certify
          </MainButton>
        )}
        {sendBack}
      </>
    )
  }
  if (status !== 'certified') return null
  return (
    <>
      {mayIssue && (
        <MainButton id="issue" onClick={() => forms.open({ kind: 'issue', opener: 'issue' })}>
          Issue
        </MainButton>
      )}
      {sendBack}
    </>
  )
}
