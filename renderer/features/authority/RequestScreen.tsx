import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Id } from '../../../domain/id.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { RequestPage } from './RequestPage.tsx'

const breadcrumbs = <Breadcrumbs to="/money/authority" label="Authority to spend" />

/** One request for authority to spend, from its draft to its effect. */
export function RequestScreen() {
  const { id } = useParams({ strict: false })
  const parsed = Id.safeParse(id)
  if (!parsed.success)
    return (
      <Page title="There is no such request" breadcrumbs={breadcrumbs}>
        <p>If you followed a link, it may be cut short. Choose the request from the register of authority.</p>
      </Page>
    )
  return <RequestOf key={parsed.data} id={parsed.data} />
}

function RequestOf({ id }: { id: Id }) {
  const { view } = useView()
  const query = useQuery(
    trpc.requests.screen.queryOptions({ id, asAt: view.asAt }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading the request">
      {(facts) => <RequestPage facts={facts} />}
    </Queried>
  )
}
