import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import type { Verdict } from '../../../domain/report/verdict.ts'
import { originInWords, stateInWords } from '../../../domain/report/verdictInWords.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { announce } from '../../lib/status.ts'
import { useWork } from '../../lib/useWork.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { DropZone } from '../../ui/DropZone.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { changeInWords } from './changeInWords.ts'
import classes from './Reports.module.css'
import { ReportTabs } from './ReportTabs.tsx'
import { verifyFile } from './reportCalls.ts'

const FIELD = 'verify-file'

/** A file is dropped in, and its reader is told which report it is, whether it was altered, and what has changed since. */
export function VerifyScreen() {
  const [errors, setErrors] = useState<FieldError[]>([])
  const verify = useMutation({
    mutationFn: (file: File) => verifyFile(file, { name: file.name, work }),
    onSuccess: (verdict) => announce(`${stateInWords(verdict)}.`),
    onError: (error) => setErrors([{ fieldId: FIELD, message: messageOf(error) }]),
    meta: { changesNothing: true },
  })
  const { work, stop } = useWork(verify.isPending)
  return (
    <Page
      title="Verify a file"
      lead="Drop in a report that somebody sent you: it says which one it is, whether it was altered, and what has changed since."
      errors={errors}
    >
      <ReportTabs />
      <DropZone
        id={FIELD}
        title="Drop the file here, or choose it"
        formats="Word (.docx), PDF, Excel (.xlsx), CSV or JSON, as it was saved or issued from here, up to 50 MB"
        accept=".docx,.pdf,.xlsx,.csv,.json"
        isBusy={verify.isPending}
        onFile={(file) => {
          setErrors([])
          if (!verify.isPending) verify.mutate(file)
        }}
        onMany={() => setErrors([{ fieldId: FIELD, message: 'Choose one file at a time.' }])}
      />
      {verify.isPending && (
        <div className={classes.row}>
          <span>Holding it against what was issued…</span>
          <Button variant="default" size="compact-md" onClick={stop}>
            Cancel
          </Button>
        </div>
      )}
      {verify.data && !verify.isPending && <Found key={verify.data.sha256} verdict={verify.data} />}
    </Page>
  )
}

const looks = {
  untouched: { words: 'Not altered', tint: 'green' },
  same: { words: 'Says the same', tint: 'green' },
  altered: { words: 'Altered', tint: 'red' },
  'not-compared': { words: 'Not compared', tint: 'yellow' },
} as const

function Found({ verdict }: { verdict: Verdict }) {
  const { fileName, sha256, origin, state, differences, differenceCount, takenOff, since } = verdict
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={classes.section} aria-labelledby="verdict">
      <h2 id="verdict" ref={heading} tabIndex={-1}>
        {fileName} <StatusTag {...looks[state]} />
      </h2>
      <p>{stateInWords(verdict)}.</p>
      <p>
        {originInWords(origin)}.{' '}
        {origin.kind === 'issued' && (
          <Link to="/reports/issued/$id" params={{ id: origin.snapshotId }}>
            Open the issue
          </Link>
        )}
      </p>
      <p className={classes.hash}>SHA-256 {sha256}</p>
      {takenOff.length > 0 && <p>Taken off: {takenOff.map((mark) => `the mark ${mark}`).join(', ')}.</p>}
      {differences.length > 0 && (
        <DataTable
          caption={shownOf(differences.length, differenceCount, 'altered place')}
          rows={differences.map((difference, at) => ({ ...difference, at }))}
          keyOf={({ at }) => String(at)}
          empty=""
          columns={[
            { id: 'place', heading: 'Where', isRowHeading: true, cell: ({ place }) => place },
            { id: 'what', heading: 'What', cell: ({ kind, what }) => `${what} ${kind}` },
            { id: 'was', heading: 'As it was handed out', cell: ({ was }) => was ?? 'not there' },
            { id: 'is', heading: 'In this file', cell: ({ is }) => is ?? 'not there' },
          ]}
        />
      )}
      {since !== null &&
        (since.changeCount === 0 ? (
          <p>
            The ledger says the same now, on {formatDay(since.day)} at event {since.seq}.
          </p>
        ) : (
          <DataTable
            caption={`What the ledger says otherwise now, on ${formatDay(since.day)} at event ${since.seq}: ${shownOf(since.changes.length, since.changeCount, 'place')}`}
            rows={since.changes.map((change, at) => ({ ...change, at }))}
            keyOf={({ at }) => String(at)}
            empty=""
            columns={[
              { id: 'place', heading: 'Where', isRowHeading: true, cell: ({ place }) => place },
              { id: 'was', heading: 'Then', cell: ({ was }) => was ?? 'not there' },
              { id: 'is', heading: 'Now', cell: ({ is }) => is ?? 'not there' },
              {
                id: 'change',
                heading: 'Change',
                align: 'right',
                cell: ({ change }) => (change === null ? '' : changeInWords(change)),
              },
            ]}
          />
        ))}
    </section>
  )
}

const shownOf = (shown: number, all: number, what: string): string =>
  shown === all ? countOf(all, what) : `the first ${shown} of ${countOf(all, what)}`
