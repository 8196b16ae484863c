import { Link } from '@tanstack/react-router'
import type { Id } from '../../../domain/id.ts'

/** The way from a task back to the list of tasks. */
export function EditorBreadcrumbs({ id, title }: { id: Id; title: string }) {
  return (
    <nav aria-label="Breadcrumb">
      <span aria-hidden="true">‹ </span>
      <Link to="/cases/$id/edit" params={{ id }} search={{}}>
        {title}
      </Link>
    </nav>
  )
}
