import { Button } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { reportList } from '../../../domain/report/reportList.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { ReasonForm, reasonField } from '../../ui/ReasonForm.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { BeforeIssue } from './BeforeIssue.tsx'
import { DraftTexts } from './DraftTexts.tsx'
import type { DraftFacts, DraftForm } from './draftFacts.ts'
import { draftNextStep } from './draftNextStep.ts'
import { ExemptPart } from './ExemptPart.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import { draftStatusWords } from './reportWords.ts'

/** A report on its way to be issued: its texts, what is exempt, what stands in the way, and who does what next. */
export function DraftScreen() {
  const { id } = useParams({ strict: false })
  const query = useQuery(trpc.reports.draft.queryOptions({ id: Id.parse(id) }, { placeholderData: keepPreviousData }))
  return (
    <Queried query={query} doing="Reading the draft">
      {(facts) => <Draft key={facts.draft.id} facts={facts} />}
    </Queried>
  )
}

function Draft({ facts }: { facts: DraftFacts }) {
  const { draft, heading, stops, missing, certifiers } = facts
  const forms = useForm<DraftForm>()
  const { title } = reportList[draft.report]
  const isDraft = draft.status === 'draft'
  const mayPrepare = useMayDo('prepareReport') && isDraft
  return (
    <Page
      title={`${title}: ${draft.status}`}
      breadcrumbs={<Breadcrumbs to="/reports" label="Reports" />}
      lead={heading.about === '' ? heading.programme : heading.about}
      errors={forms.errors}
      actions={<Acts facts={facts} forms={forms} />}
    >
      <NextStep>{draftNextStep(facts)}</NextStep>
      <WhoMay duty="prepareReport" what="Reports are prepared" />
      <ActForms facts={facts} forms={forms} />
      <Facts
        facts={[
          ['State', draftStatusWords[draft.status]],
          ['Figures', draft.asAtOn === null ? 'as they are now, until it is prepared' : heading.asAtInWords],
          ['Written by', facts.writers.join(', ')],
          ...(draft.preparedOn === null
            ? []
            : [['Prepared', `${facts.preparedBy}, ${formatDay(draft.preparedOn)}`] as const]),
          ...(draft.certifiedOn === null
            ? []
            : [['Certified', `${facts.certifiedBy}, ${formatDay(draft.certifiedOn)}`] as const]),
          ...(draft.declinedBecause === '' ? [] : [['Sent back because', draft.declinedBecause] as const]),
        ]}
      />
      {draft.issueId && (
        <p>
          <Link to="/reports/issued/$id" params={{ id: draft.issueId }}>
            Open what was issued
          </Link>
        </p>
      )}
      {draft.status !== 'issued' && <BeforeIssue stops={stops} missing={missing} certifiers={certifiers} />}
      {mayPrepare && <DraftTexts facts={facts} forms={forms} />}
      <ExemptPart facts={facts} mayMark={mayPrepare} forms={forms} />
      <ReportPreview title={title} asked={{ draftId: draft.id, version: 'full' }} of={draft.revision} />
    </Page>
  )
}

interface PartProps {
  facts: DraftFacts
  forms: ReturnType<typeof useForm<DraftForm>>
}

function Acts({ facts: { draft, mayCertify, stops }, forms }: PartProps) {
  const mayPrepare = useMayDo('prepareReport')
  const mayDecline = useMayDo('declineReport')
  const mayCertifyAtAll = useMayDo('certifyReport')
  const mayIssue = useMayDo('issueReport')
  const { id, revision, status } = draft
  const prepare = useMutation(
    trpc.reports.prepare.mutationOptions({
      onSuccess: () => announce('Prepared: it now waits for certification'),
      onError: forms.refuse(),
    }),
  )
  const certify = useMutation(
    trpc.reports.certify.mutationOptions({
      onSuccess: () => announce('Certified: it can now be issued'),
      onError: forms.refuse(),
    }),
  )
  if (status === 'draft' && mayPrepare) {
    return (
      <>
        <MainButton
          loading={prepare.isPending}
          disabled={stops.length > 0}
          onClick={() => prepare.mutate({ id, revision, asAt: null })}
        >
          Prepare
        </MainButton>
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

/** The acts that are asked about once more, or need a reason. */
function ActForms({ facts: { draft, heading }, forms }: PartProps) {
  const navigate = useNavigate()
  const { id, revision } = draft
  const { title } = reportList[draft.report]
  const done = (words: string) => () => {
    announce(words)
    forms.close()
  }
  const decline = useMutation(
    trpc.reports.decline.mutationOptions({
      onSuccess: done('Sent back to its writers'),
      onError: forms.refuse(reasonField),
    }),
  )
  const drop = useMutation(
    trpc.reports.dropDraft.mutationOptions({
      onSuccess: () => {
        announce(`Put away: ${title}`)
        void navigate({ to: '/reports' })
      },
      onError: forms.refuse(),
    }),
  )
  const issue = useMutation(
    trpc.reports.issue.mutationOptions({
      onSuccess: ({ value }) => {
        announce(`Issued: ${title}`)
        if (value) void navigate({ to: '/reports/issued/$id', params: { id: value.id } })
      },
      onError: forms.refuse(),
    }),
  )
  switch (forms.form?.kind) {
    case 'decline':
      return (
        <ReasonForm
          title="Send it back to its writers"
          submit="Send back"
          lead="It becomes a draft again, and is prepared anew as at another moment."
          label="Why it is sent back"
          ask="Say why it is sent back"
          longest={2000}
          isBusy={decline.isPending}
          forms={forms}
          onSubmit={(reason) => decline.mutate({ id, revision, reason })}
        />
      )
    case 'drop':
      return (
        <InlineForm
          title="Put this draft away?"
          submit="Put away"
          isBusy={drop.isPending}
          onSubmit={() => drop.mutate({ id, revision })}
          onCancel={forms.close}
        >
          <p>Its texts are no longer offered. What was issued before stays as it is.</p>
        </InlineForm>
      )
    case 'issue':
      return (
        <InlineForm
          title={`Issue: ${title}`}
          submit="Issue"
          isBusy={issue.isPending}
          onSubmit={() => issue.mutate({ id, revision })}
          onCancel={forms.close}
        >
          <p>
            {heading.asAtInWords}. Its files are written, hashed and kept in the programme. This cannot be changed
            afterwards: whoever finds a mistake issues the report again, and this issue stays beside it.
          </p>
        </InlineForm>
      )
    default:
      return null
  }
}
