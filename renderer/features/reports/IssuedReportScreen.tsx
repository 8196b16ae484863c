import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { Id } from '../../../domain/id.ts'
import { formatDay, formatMoment } from '../../../domain/inWords.ts'
import type { IssuedFile } from '../../../domain/report/issuedReport.ts'
import { readsMarked } from '../../../domain/report/readsMarked.ts'
import type { ReportVersion } from '../../../domain/report/reportOrder.ts'
import { messageOf } from '../../lib/failure.ts'
import { formWords } from '../../lib/reportOrders.ts'
import { useSession } from '../../lib/session.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { Differences } from './Differences.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import classes from './Reports.module.css'
import { saveIssued } from './reportCalls.ts'
import { VersionChoice } from './VersionChoice.tsx'

type Issue = NonNullable<inferOutput<typeof trpc.reports.issuedReport>['issue']>

/** A report as it was issued: its files with their proof, its pages, and what has changed since. */
export function IssuedReportScreen() {
  const { id } = useParams({ strict: false })
  const query = useQuery(trpc.reports.issuedReport.queryOptions({ id: Id.parse(id) }))
  return (
    <Queried query={query} doing="Reading the issue">
      {({ issue, isFull }) =>
        issue === null ? (
          <Page title="Issued report" breadcrumbs={<Breadcrumbs to="/reports/issued" label="Issued reports" />}>
            <EmptyState>There is no such issue in this programme.</EmptyState>
          </Page>
        ) : (
          <Issued key={issue.id} issue={issue} isFull={isFull} />
        )
      }
    </Queried>
  )
}

function Issued({ issue, isFull }: { issue: Issue; isFull: boolean }) {
  const { role } = useSession()
  // Where something of it is exempt, who may not read that has the public version; at once when another role is taken on.
  const versions: ReportVersion[] =
    issue.publicModelSha256 === null ? ['full'] : isFull && readsMarked(role) ? ['full', 'public'] : ['public']
  const [chosen, setChosen] = useState<ReportVersion>('full')
  // Whoever takes on another role may no longer read what was chosen.
  const version = versions.find((each) => each === chosen) ?? versions[0] ?? 'public'
  return (
    <Page
      title={issue.title}
      windowTitle={`${issue.title}, issued ${formatDay(issue.asAtOn)}`}
      breadcrumbs={<Breadcrumbs to="/reports/issued" label="Issued reports" />}
      lead={issue.about}
    >
      {issue.supersededById && (
        <p className={classes.ribbon}>
          Superseded: a later issue took its place.{' '}
          <Link to="/reports/issued/$id" params={{ id: issue.supersededById }}>
            Open the current one
          </Link>
        </p>
      )}
      <Facts
        facts={[
          ['Issued', `${formatMoment(issue.issuedAt)}, ${issue.issuedBy}`],
          ['Prepared by', issue.preparedBy],
          ['Certified by', issue.certifiedBy],
          ['Figures as at', `${formatDay(issue.asAtOn)}, event ${issue.asAtSeq}`],
          [
            'Snapshot',
            <span key="snapshot" className={classes.hash}>
              {issue.id}
            </span>,
          ],
          [
            'Hash of that event',
            <span key="hash" className={classes.hash}>
              {issue.asAtHash}
            </span>,
          ],
        ]}
      />
      <section className={classes.section} aria-labelledby="files">
        <h2 id="files">Files</h2>
        <DataTable
          caption="Files of this issue"
          isCaptionHidden
          rows={issue.files.filter((file) => versions.includes(file.version))}
          keyOf={({ form, version: of }) => `${form} ${of}`}
          empty=""
          columns={[
            { id: 'name', heading: 'File', isRowHeading: true, cell: ({ name }) => name },
            {
              id: 'version',
              heading: 'Version',
              cell: ({ version: of }) => (issue.publicModelSha256 === null ? 'public, nothing is exempt' : of),
            },
            { id: 'size', heading: 'Size', align: 'right', cell: ({ size }) => sizeInWords(size) },
            { id: 'hash', heading: 'SHA-256', cell: ({ sha256 }) => <span className={classes.hash}>{sha256}</span> },
            { id: 'save', heading: 'Save', cell: (file) => <SaveFile issueId={issue.id} file={file} /> },
          ]}
        />
        {issue.unmade.length > 0 && (
          <p className={classes.note}>
            Not made, because nothing could print where it was issued:{' '}
            {issue.unmade.map(({ form, version: of }) => `${formWords[form]} (${of})`).join(', ')}.
          </p>
        )}
      </section>
      <Differences issue={issue} />
      {versions.length > 1 && <VersionChoice version={version} onVersion={setChosen} />}
      <ReportPreview title={issue.title} asked={{ issueId: issue.id, version }} />
    </Page>
  )
}

function SaveFile({ issueId, file }: { issueId: Id; file: IssuedFile }) {
  const [isSaving, setSaving] = useState(false)
  const save = () => {
    setSaving(true)
    saveIssued({ issueId, form: file.form, version: file.version })
      .then((name) => announce(`Saved to your downloads: ${name}`))
      .catch((error: unknown) => announce(messageOf(error)))
      .finally(() => setSaving(false))
  }
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={isSaving}
      aria-label={`Save ${formWords[file.form]}, ${file.version} version`}
      onClick={save}
    >
      {formWords[file.form]}
    </Button>
  )
}
