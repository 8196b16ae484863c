import { Link } from '@tanstack/react-router'
import { type FailureReply, messageFor } from '../../../domain/messages.ts'
import { caseStateWords } from '../../lib/caseStateWords.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Page } from '../../ui/Page.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import type { CaseFacts } from './caseFacts.ts'
import { NoCase } from './NoCase.tsx'

/** In the place of the editor where the case cannot be written in: why, and the way to read it. */
export function ClosedCase({ facts, isGone }: { facts: CaseFacts; isGone: boolean }) {
  const { businessCase, acts } = facts
  const { view } = useView()
  if (isGone) return <NoCase />
  return (
    <Page title={businessCase.title} breadcrumbs={<Breadcrumbs to="/cases" label="Business cases" />}>
      {businessCase.status !== 'draft' ? (
        <p className="reading">
          This business case can no longer be written in. Its status is:{' '}
          {caseStateWords[businessCase.status].words.toLowerCase()}.
        </p>
      ) : acts.write?.code === 'not-permitted' ? (
        <WhoMay duty="writeCase" what="Business cases are written" />
      ) : (
        acts.write && view.asAt === null && <p>{messageFor(acts.write as FailureReply)}</p>
      )}
      <p>
        <Link to="/cases/$id" params={{ id: businessCase.id }}>
          Read the business case
        </Link>
      </p>
    </Page>
  )
}
