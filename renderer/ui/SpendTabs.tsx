import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './SpendTabs.module.css'

/** The parts of spend in the order of the month's work; each has an address of its own. */
const tabs: readonly { to: NonNullable<LinkProps['to']>; label: string }[] = [
  { to: '/spend', label: 'Actuals' },
  { to: '/spend/commitments', label: 'Commitments' },
  { to: '/spend/monitoring', label: 'Monitoring' },
  { to: '/spend/forecast', label: 'Forecast' },
  { to: '/spend/periods', label: 'Periods' },
  { to: '/spend/year-end', label: 'Year end' },
]

/** Leads from one part of spend to the others; stands under the heading of each. */
export function SpendTabs() {
  return (
    <nav aria-label="Parts of spend" className={classes.tabs}>
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} className={classes.tabLink}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
