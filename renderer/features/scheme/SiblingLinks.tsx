import { Link } from '@tanstack/react-router'
import type { Id } from '../../../domain/id.ts'
import classes from './Scheme.module.css'
import type { SchemeTab } from './schemeSearch.ts'

interface SiblingLinksProps {
  previousId: Id | null
  nextId: Id | null
  tab: SchemeTab | undefined
}

/** The schemes before and after this one, in the order of lists. */
export function SiblingLinks({ previousId, nextId, tab }: SiblingLinksProps) {
  return (
    <nav aria-label="Other schemes" className={classes.siblings}>
      {previousId && (
        <Link to="/schemes/$id" params={{ id: previousId }} search={{ tab }} aria-keyshortcuts="Alt+PageUp">
          ‹ Previous scheme
        </Link>
      )}
      {nextId && (
        <Link to="/schemes/$id" params={{ id: nextId }} search={{ tab }} aria-keyshortcuts="Alt+PageDown">
          Next scheme ›
        </Link>
      )}
    </nav>
  )
}
