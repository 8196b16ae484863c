import { Link } from '@tanstack/react-router'
import { requestWaits } from '../../lib/requestWaits.ts'
import type { SchemeFacts } from './schemeFacts.ts'

/** What is asked for the scheme or its theme and not in force yet, and whom each request waits for. */
export function RequestsAhead({ requests }: { requests: SchemeFacts['requests'] }) {
  if (requests.length === 0) return null
  return (
    <div>
      {requests.map((request) => (
        <p key={request.id} className="reading">
          Asked for: {requestWaits(request)}{' '}
          <Link to="/authority/$id" params={{ id: request.id }}>
            Open {request.reference}
          </Link>
        </p>
      ))}
    </div>
  )
}
