import { SegmentedControl } from '@mantine/core'
import classes from './Planner.module.css'
import { PlannerSearch } from './plannerSearch.ts'

interface PlannerChoicesProps {
  search: PlannerSearch
  onSearch: (search: PlannerSearch) => void
}

/** What is to be paid for, and which money counts. */
export function PlannerChoices({ search, onSearch }: PlannerChoicesProps) {
  const look = { size: 'xs', color: 'blue', transitionDuration: 0 } as const
  return (
    <div className={classes.choices}>
      <SegmentedControl
        {...look}
        aria-label="What is paid for"
        data={[
          { value: 'plan', label: 'The plan' },
          { value: 'authority', label: 'Authority given and asked for' },
        ]}
        value={search.for ?? 'plan'}
        onChange={(value) => onSearch(PlannerSearch.parse({ ...search, for: value === 'plan' ? undefined : value }))}
      />
      <SegmentedControl
        {...look}
        aria-label="Which money counts"
        data={[
          { value: 'all', label: 'All but refused' },
          { value: 'secured', label: 'Only secured or received' },
        ]}
        value={search.count ?? 'all'}
        onChange={(value) => onSearch(PlannerSearch.parse({ ...search, count: value === 'all' ? undefined : value }))}
      />
    </div>
  )
}
