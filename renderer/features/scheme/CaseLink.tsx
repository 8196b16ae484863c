import { Link } from '@tanstack/react-router'
import { ended } from '../../../domain/businessCase/caseFacts.ts'
import { useMayDo } from '../../lib/session.ts'
import type { SchemeFacts } from './schemeFacts.ts'

/** The way to the business case that is next for a scheme: to start one, to go on writing, or to read it. */
export function CaseLink({ facts: { scheme, cases, plan } }: { facts: SchemeFacts }) {
  const mayWrite = useMayDo('writeCase')
  const live = cases.find(({ status }) => !ended.includes(status))
  if (live) {
    const { id } = live
    return live.status === 'draft' && mayWrite ? (
      <Link to="/cases/$id/edit" params={{ id }}>
        Go on writing the business case
      </Link>
    ) : (
      <Link to="/cases/$id" params={{ id }}>
        Read the business case
      </Link>
    )
  }
  if (!mayWrite || scheme.lifecycle !== 'live' || plan.length === 0) return null
  return (
    <Link to="/cases" search={{ start: scheme.id }}>
      Start a business case
    </Link>
  )
}
