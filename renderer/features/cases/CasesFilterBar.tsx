import { Button, NativeSelect } from '@mantine/core'
import { caseStateWords } from '../../lib/caseStateWords.ts'
import { useFindKey } from '../../lib/useFindKey.ts'
import classes from './Cases.module.css'
import { CasesSearch } from './casesSearch.ts'

interface CasesFilterBarProps {
  filter: CasesSearch
  boards: readonly { id: string; name: string }[]
  onFilter: (change: Partial<CasesSearch>) => void
}

/** Narrows the list by the board that a case waits for and by its status. */
export function CasesFilterBar({ filter, boards, onFilter }: CasesFilterBarProps) {
  const first = useFindKey<HTMLSelectElement>()
  const choose = (change: Record<string, string | undefined>) => onFilter(CasesSearch.partial().parse(change))
  return (
    <search className={classes.filter} aria-label="Filter the business cases">
      <NativeSelect
        ref={first}
        size="xs"
        aria-label="Board"
        value={filter.board ?? ''}
        onChange={(event) => choose({ board: event.currentTarget.value || undefined })}
        data={[{ value: '', label: 'Every board' }, ...boards.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        size="xs"
        aria-label="Status"
        value={filter.caseStatus ?? ''}
        onChange={(event) => choose({ caseStatus: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: 'Every status' },
          ...Object.entries(caseStateWords).map(([value, { words }]) => ({ value, label: words })),
        ]}
      />
      {(filter.board || filter.caseStatus) && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onFilter({ board: undefined, caseStatus: undefined })}
        >
          Show all
        </Button>
      )}
    </search>
  )
}
