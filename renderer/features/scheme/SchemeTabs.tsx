import { Link } from '@tanstack/react-router'
import type { Id } from '../../../domain/id.ts'
import classes from './Scheme.module.css'
import { type SchemeTab, schemeTabs } from './schemeSearch.ts'

const tabWords: Record<SchemeTab, string> = {
  overview: 'Overview',
  money: 'Money',
  cases: 'Cases and decisions',
  delivery: 'Delivery, benefits and risks',
  closure: 'Closure',
  history: 'History',
}

/** The parts of a scheme. Each has an address of its own. */
export function SchemeTabs({ id, tab }: { id: Id; tab: SchemeTab }) {
  return (
    <nav aria-label="Parts of this scheme" className={classes.tabs}>
      {schemeTabs.map((each) => (
        <Link
          key={each}
          to="/schemes/$id"
          params={{ id }}
          search={{ tab: each === 'overview' ? undefined : each }}
          className={classes.tabLink}
          data-current={each === tab || undefined}
          {...(each === tab ? { 'aria-current': 'page' as const } : {})}
        >
          {tabWords[each]}
        </Link>
      ))}
    </nav>
  )
}
