import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './Planner.module.css'

const tabs: readonly { to: NonNullable<LinkProps['to']>; label: string }[] = [
  { to: '/money/funding', label: 'Tables and sources' },
  { to: '/money/funding/waterfall', label: 'What pays for each year' },
  { to: '/money/funding/swap', label: 'Swap planner' },
]

/** Leads from one part of the funding to the others; stands under the heading of each. */
export function FundingTabs() {
  return (
    <nav aria-label="Parts of funding" className={classes.tabs}>
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} className={classes.tabLink}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
