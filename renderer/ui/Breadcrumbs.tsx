import { Link } from '@tanstack/react-router'
import classes from './Breadcrumbs.module.css'

/** The way up from a page below a list. */
export function Breadcrumbs({ to, label }: { to: string; label: string }) {
  return (
    <nav aria-label="Breadcrumb" className={classes.crumbs}>
      <span aria-hidden="true">‹ </span>
      <Link to={to}>{label}</Link>
    </nav>
  )
}
