import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import { countOf } from '../../lib/format.ts'
import { beforeOf } from '../../lib/pages.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { EventTable, type TrailEvent } from '../../ui/EventTable.tsx'
import { Page } from '../../ui/Page.tsx'
import { Pages } from '../../ui/Pages.tsx'
import { Queried } from '../../ui/Queried.tsx'
import classes from './Audit.module.css'
import { AuditFilterForm } from './AuditFilterForm.tsx'
import { AuditFilter, isFiltered } from './filter.ts'
import { TrailCheck } from './TrailCheck.tsx'

/** Who did what, when and why, newest first, and the proof that nothing was altered. */
export function AuditScreen() {
  const { view } = useView()
  const filter = AuditFilter.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const [errors, setErrors] = useState<FieldError[]>([])
  const query = useQuery(
    trpc.audit.page.queryOptions(
      {
        before: beforeOf(filter.page),
        subjectId: filter.about ?? null,
        role: filter.who ?? null,
        operation: filter.what ?? null,
        from: filter.from ?? null,
        to: filter.to ?? null,
        amount: filter.amount ?? null,
        asAt: view.asAt,
      },
      { placeholderData: keepPreviousData },
    ),
  )
  const setFilter = (change: Partial<AuditFilter>) =>
    void navigate({ to: '/audit', search: (before) => ({ ...before, page: undefined, ...change }) })

  return (
    <Page
      title="Audit trail"
      lead={`Every change to this programme${view.asAt ? ` up to ${formatDay(view.asAt)}` : ''}. Nothing in it can be changed or removed.`}
      errors={errors}
    >
      <TrailCheck />
      <AuditFilterForm key={JSON.stringify(filter)} filter={filter} onFilter={setFilter} onErrors={setErrors} />
      <Queried query={query} doing="Reading the trail">
        {({ events, next }) => (
          <>
            <Pages page={filter.page} next={next} onPage={(page) => setFilter({ page })}>
              {rangeWords(events)}
              {filter.about && ` about ${events[0]?.subject.name || 'one thing'}`}
            </Pages>
            <EventTable
              caption="Events, newest first"
              events={events}
              subject={(event) => <Subject event={event} />}
              empty={
                isFiltered(filter)
                  ? 'No event fits this filter. Show all, or change a part of it.'
                  : 'Nothing was recorded yet on this day.'
              }
            />
          </>
        )}
      </Queried>
    </Page>
  )
}

/** What an event is about; pressed, it shows only the events about that. */
function Subject({ event: { subject } }: { event: TrailEvent }) {
  const kind = subject.kind.replaceAll('_', ' ')
  const name = subject.name || kind
  return (
    <>
      <Link
        to="/audit"
        search={(before) => ({ ...before, page: undefined, about: subject.id })}
        aria-label={`Only events about ${name}`}
      >
        {name}
      </Link>
      {subject.name && <span className={classes.kind}>{kind}</span>}
    </>
  )
}

function rangeWords(events: readonly TrailEvent[]): string {
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return 'No events'
  return `${countOf(events.length, 'event')}, number ${first.seq}${first === last ? '' : ` to ${last.seq}`}`
}
