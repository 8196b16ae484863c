import { Link, useNavigate } from '@tanstack/react-router'
import type { Id } from '../../../domain/id.ts'
import { useAction } from '../../lib/useAction.ts'
import classes from './Request.module.css'
import type { RequestFacts } from './requestFacts.ts'

/** The requests before and after this one, in the order of the list; Alt+PgUp and Alt+PgDn go there. */
export function RequestSiblings({ facts: { previousId, nextId } }: { facts: RequestFacts }) {
  const navigate = useNavigate()
  const go = (id: Id | null) => {
    const search = (before: object) => ({ ...before, task: undefined, step: undefined, explain: undefined })
    if (id) void navigate({ to: '/authority/$id', params: { id }, search })
  }
  useAction('previous-scheme', () => go(previousId), { words: 'Previous request', when: previousId !== null })
  useAction('next-scheme', () => go(nextId), { words: 'Next request', when: nextId !== null })
  if (previousId === null && nextId === null) return null
  return (
    <nav aria-label="Other requests" className={classes.siblings}>
      {previousId && (
        <Link to="/authority/$id" params={{ id: previousId }} search={{}} aria-keyshortcuts="Alt+PageUp">
          ‹ Previous request
        </Link>
      )}
      {nextId && (
        <Link to="/authority/$id" params={{ id: nextId }} search={{}} aria-keyshortcuts="Alt+PageDown">
          Next request ›
        </Link>
      )}
    </nav>
  )
}
