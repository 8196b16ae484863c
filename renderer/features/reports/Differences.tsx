import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Instant } from '../../../domain/calendarDay.ts'
import { Id } from '../../../domain/id.ts'
import { formatMoment } from '../../../domain/inWords.ts'
import type { ReportName } from '../../../domain/report/reportList.ts'
import { countOf } from '../../lib/format.ts'
import { trpc } from '../../lib/trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { changeInWords } from './changeInWords.ts'
import classes from './Reports.module.css'

interface DifferencesProps {
  issue: { id: Id; report: ReportName; scope: string; issuedAt: Instant }
}

/** What an issue and the ledger of now, or another issue of the same report, do not share; figure by figure. */
export function Differences({ issue }: DifferencesProps) {
  const [other, setOther] = useState<Id | null | undefined>(undefined)
  const issues = useQuery(trpc.reports.issued.queryOptions({ report: issue.report }))
  const heading = useRef<HTMLHeadingElement>(null)
  const others = (issues.data ?? []).filter(({ id, scope }) => id !== issue.id && scope === issue.scope)
  return (
    <section className={classes.section} aria-labelledby="differences">
      <h2 id="differences" ref={heading} tabIndex={-1}>
        What has changed since
      </h2>
      {other === undefined ? (
        <div className={classes.row}>
          <Button
            variant="default"
            onClick={() => {
              setOther(null)
              // The button gives way to what was found.
              heading.current?.focus()
            }}
          >
            Hold it against the ledger now
          </Button>
        </div>
      ) : (
        <>
          {others.length > 0 && (
            <NativeSelect
              label="Held against"
              maw="28rem"
              value={other ?? ''}
              data={[
                { value: '', label: 'What the ledger says now' },
                ...others.map(({ id, issuedAt }) => ({ value: id, label: `The issue of ${formatMoment(issuedAt)}` })),
              ]}
              onChange={(event) => setOther(Id.safeParse(event.currentTarget.value).data ?? null)}
            />
          )}
          <Compared one={issue.id} other={other} />
        </>
      )}
    </section>
  )
}

/** More than anybody reads; the rest is counted. */
const MOST_SHOWN = 200

function Compared({ one, other }: { one: Id; other: Id | null }) {
  const query = useQuery(trpc.reports.compare.queryOptions({ one, other }))
  return (
    <Queried query={query} doing="Holding one against the other">
      {({ differences, after }) =>
        differences.length === 0 ? (
          <p>Every figure and every text is the same. {after.asAtInWords}.</p>
        ) : (
          <>
            <DataTable
              caption={`${countOf(differences.length, 'difference')}. ${after.asAtInWords}`}
              rows={differences.slice(0, MOST_SHOWN).map((difference, at) => ({ ...difference, at }))}
              keyOf={({ at }) => String(at)}
              empty=""
              columns={[
                { id: 'place', heading: 'Where', isRowHeading: true, cell: ({ place }) => place },
                { id: 'was', heading: 'In this issue', cell: ({ was }) => was ?? 'not there' },
                {
                  id: 'is',
                  heading: other === null ? 'In the ledger now' : 'In the other issue',
                  cell: ({ is }) => is ?? 'not there',
                },
                {
                  id: 'change',
                  heading: 'Change',
                  align: 'right',
                  cell: ({ change }) => (change === null ? '' : changeInWords(change)),
                },
              ]}
            />
            {differences.length > MOST_SHOWN && <p>and {differences.length - MOST_SHOWN} more.</p>}
          </>
        )
      }
    </Queried>
  )
}
