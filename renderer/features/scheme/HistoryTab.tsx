import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Id } from '../../../domain/id.ts'
import { countOf } from '../../lib/format.ts'
import { beforeOf } from '../../lib/pages.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { EventTable } from '../../ui/EventTable.tsx'
import { Pages } from '../../ui/Pages.tsx'
import { Queried } from '../../ui/Queried.tsx'

/** Every event that concerns the scheme, by field and by posting, newest first. */
export function HistoryTab({ id, page }: { id: Id; page: string | undefined }) {
  const { view } = useView()
  const navigate = useNavigate()
  const query = useQuery(
    trpc.audit.page.queryOptions(
      {
        before: beforeOf(page),
        subjectId: id,
        role: null,
        operation: null,
        from: null,
        to: null,
        amount: null,
        asAt: view.asAt,
      },
      { placeholderData: keepPreviousData },
    ),
  )
  const setPage = (next: string | undefined) =>
    void navigate({ to: '/schemes/$id', params: { id }, search: { tab: 'history', page: next } })
  return (
    <Queried query={query} doing="Reading the history">
      {({ events, next }) => (
        <>
          <Pages page={page} next={next} onPage={setPage}>
            {countOf(events.length, 'event')} {page || next ? 'on this page' : 'concern this scheme'}
          </Pages>
          <EventTable
            caption="Events that concern this scheme, newest first"
            events={events}
            empty="Nothing was recorded of this scheme on this day."
          />
        </>
      )}
    </Queried>
  )
}
