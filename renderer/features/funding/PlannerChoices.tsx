import { NativeSelect } from '@mantine/core'
import classes from './Planner.module.css'
import { PlannerSearch } from './plannerSearch.ts'

interface PlannerChoicesProps {
  search: PlannerSearch
  onSearch: (search: PlannerSearch) => void
}

/** What is to be paid for, and which money counts. */
export function PlannerChoices({ search, onSearch }: PlannerChoicesProps) {
  return (
    <div className={classes.choices}>
      <NativeSelect
        label="What is paid for"
        data={[
          { value: 'plan', label: 'The plan' },
          { value: 'authority', label: 'Authority given and asked for' },
        ]}
        value={search.for ?? 'plan'}
        onChange={({ currentTarget: { value } }) =>
          onSearch(PlannerSearch.parse({ ...search, for: value === 'plan' ? undefined : value }))
        }
      />
      <NativeSelect
        label="Which money counts"
        data={[
          { value: 'all', label: 'All but what was refused' },
          { value: 'secured', label: 'Only what is secured or received' },
        ]}
        value={search.count ?? 'all'}
        onChange={({ currentTarget: { value } }) =>
          onSearch(PlannerSearch.parse({ ...search, count: value === 'all' ? undefined : value }))
        }
      />
    </div>
  )
}
