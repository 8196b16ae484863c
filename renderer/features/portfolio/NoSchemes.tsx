import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** Stands where the grid will, in a programme that has only just begun. */
export function NoSchemes() {
  return (
    <EmptyState action={<Link to="/programme/themes">Add the first theme</Link>}>
      No schemes yet. When you add themes and schemes and enter a plan, this page shows by theme and scheme what is
      planned, allocated, authorised, committed and spent.
    </EmptyState>
  )
}
