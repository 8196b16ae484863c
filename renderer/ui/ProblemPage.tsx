import { Button } from '@mantine/core'
import { copyText } from '../lib/copyText.ts'
import { findFailure, isOfOtherVersion, messageOf } from '../lib/failure.ts'
import { formatMomentFrom } from '../lib/format.ts'
import { queryClient, trpc } from '../lib/trpc.ts'
import { Page } from './Page.tsx'

/** Takes the place of a page that could not be shown: what is safe, the reference, and a way back. */
export function ProblemPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  // As far as is known: the page may not be shown because nothing can be asked for.
  const session = queryClient.getQueryData(trpc.session.screen.queryKey())
  const savedAt = session?.programme?.savedAt
  const failure = findFailure(error)
  const details = JSON.stringify({ page: location.pathname, failure: failure ?? String(error) }, null, 2)
  return (
    <Page title="There is a problem">
      <p className="reading">{messageOf(error)}.</p>
      {savedAt && <p className="reading">Your work up to {formatMomentFrom(savedAt, session.today)} is saved.</p>}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem' }}>
        {isOfOtherVersion(error) ? (
          <Button onClick={() => location.reload()}>Load the page again</Button>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )}
        <Button variant="default" onClick={() => history.back()}>
          Go back
        </Button>
        <Button variant="default" onClick={() => copyText(details)}>
          Copy details
        </Button>
      </div>
    </Page>
  )
}
