import { Link } from '@tanstack/react-router'
import type { UnfundedIdea } from '../../../domain/portfolio/portfolio.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { PathLink } from '../../ui/PathLink.tsx'
import classes from './Portfolio.module.css'

/** Ideas without money: named in the plan, with no amount behind them. */
export function Unfunded({ ideas }: { ideas: readonly UnfundedIdea[] }) {
  if (ideas.length === 0) return null
  return (
    <section aria-labelledby="unfunded">
      <h2 id="unfunded" className={classes.heading}>
        Unfunded ideas
      </h2>
      <p>
        The <Link to="/pipeline">pipeline</Link> scores them and says which of them the headroom takes.
      </p>
      <DataTable
        caption="Unfunded ideas"
        isCaptionHidden
        columns={[
          {
            id: 'name',
            heading: 'Idea',
            isRowHeading: true,
            sortBy: (idea) => idea.name,
            cell: (idea) => <PathLink path={`/schemes/${idea.id}`}>{idea.name}</PathLink>,
          },
          {
            id: 'theme',
            heading: 'Theme',
            sortBy: (idea) => idea.theme ?? '',
            cell: (idea) => idea.theme ?? 'not stated',
          },
        ]}
        rows={ideas}
        keyOf={(idea) => idea.id}
        empty={null}
      />
    </section>
  )
}
