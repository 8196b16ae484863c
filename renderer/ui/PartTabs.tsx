import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './PartTabs.module.css'

interface PartTabsProps {
  /** What the parts are of, as whoever hears it is told. */
  name: string
  tabs: readonly { to: NonNullable<LinkProps['to']>; label: string }[]
}

/** Leads from one part of a subject to the others, each with an address of its own; stands under the heading of each. */
export function PartTabs({ name, tabs }: PartTabsProps) {
  return (
    <nav aria-label={name} className={classes.tabs}>
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} className={classes.tabLink}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
