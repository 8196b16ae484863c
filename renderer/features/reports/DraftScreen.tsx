import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { readsMarked } from '../../../domain/report/readsMarked.ts'
import { reportList } from '../../../domain/report/reportList.ts'
import type { ReportVersion } from '../../../domain/report/reportOrder.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { BeforeIssue } from './BeforeIssue.tsx'
import { DraftActForms } from './DraftActForms.tsx'
import { DraftActs } from './DraftActs.tsx'
import { DraftTexts } from './DraftTexts.tsx'
import type { DraftFacts, DraftForm } from './draftFacts.ts'
import { draftNextStep } from './draftNextStep.ts'
import { ExemptPart } from './ExemptPart.tsx'
import { LetPassPart } from './LetPassPart.tsx'
import { NotForReader } from './NotForReader.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import { draftStatusWords } from './reportWords.ts'
import { VersionChoice } from './VersionChoice.tsx'

/** A report on its way to be issued: its texts, what is exempt, what stands in the way, and who does what next. */
export function DraftScreen() {
  const { id } = useParams({ strict: false })
  const { role } = useSession()
  const mayRead = readsMarked(role)
  const query = useQuery(
    trpc.reports.draft.queryOptions({ id: Id.parse(id) }, { placeholderData: keepPreviousData, enabled: mayRead }),
  )
  if (!mayRead) return <NotForReader title="Draft of a report" />
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
  const isExempt = draft.marks.length > 0 || facts.markable.some(({ exempt }) => exempt !== null)
  const [version, setVersion] = useState<ReportVersion>('full')
  return (
    <Page
      title={`${title}: ${draft.status}`}
      breadcrumbs={<Breadcrumbs to="/reports" label="Reports" />}
      lead={heading.about === '' ? heading.programme : heading.about}
      errors={forms.errors}
      actions={<DraftActs facts={facts} forms={forms} />}
    >
      <NextStep>{draftNextStep(facts)}</NextStep>
      <WhoMay duty="prepareReport" what="Reports are prepared" />
      <DraftActForms facts={facts} forms={forms} />
      <Facts
        facts={[
          ['State', draftStatusWords[draft.status]],
          [
            'Figures',
            draft.asAtOn === null
              ? 'as they are now, until it is prepared'
              : `as at ${formatDay(draft.asAtOn)}, event ${draft.asAtSeq}`,
          ],
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
      {draft.status !== 'issued' && (
        <BeforeIssue
          stops={stops}
          missing={missing}
          certifiers={draft.status === 'certified' ? [] : certifiers}
          isWritten={mayPrepare}
        />
      )}
      {mayPrepare && <DraftTexts facts={facts} forms={forms} />}
      <LetPassPart facts={facts} mayLetPass={mayPrepare} forms={forms} />
      <ExemptPart facts={facts} mayMark={mayPrepare} forms={forms} />
      {isExempt && <VersionChoice version={version} onVersion={setVersion} />}
      <ReportPreview
        title={title}
        asked={{ draftId: draft.id, version: isExempt ? version : 'full' }}
        of={draft.revision}
      />
    </Page>
  )
}
