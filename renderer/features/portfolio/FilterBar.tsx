import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { Portfolio } from '../../../domain/portfolio/portfolio.ts'
import { ratingWord } from '../../../domain/programme/ratingWord.ts'
import { caseStatusWords } from '../../lib/caseWords.ts'
import { useFindKey } from '../../lib/useFindKey.ts'
import { isFiltered, PortfolioFilter } from './filter.ts'
import classes from './Portfolio.module.css'

interface FilterBarProps {
  filter: PortfolioFilter
  onFilter: (change: Partial<PortfolioFilter>) => void
  portfolio: Portfolio
}

/** Narrows the list by name, theme, business case and rating. Ctrl+F comes here; a second Ctrl+F is the browser's. */
export function FilterBar({ filter, onFilter, portfolio }: FilterBarProps) {
  const find = useFindKey<HTMLInputElement>()
  const choose = (change: Record<string, string | undefined>) => onFilter(PortfolioFilter.partial().parse(change))
  return (
    <search className={classes.filter} aria-label="Filter the list">
      <TextInput
        ref={find}
        size="xs"
        aria-label="Filter by name"
        placeholder="Filter by name"
        w="10rem"
        value={filter.find ?? ''}
        onChange={(event) => choose({ find: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        size="xs"
        aria-label="Theme"
        w="9rem"
        value={filter.theme ?? ''}
        onChange={(event) => choose({ theme: event.currentTarget.value || undefined })}
      >
        <option value="">All themes</option>
        {portfolio.programme.children.map(
          (theme) =>
            theme.id && (
              <option key={theme.id} value={theme.id}>
                {theme.name}
              </option>
            ),
        )}
      </NativeSelect>
      <NativeSelect
        size="xs"
        aria-label="Business case"
        w="7.5rem"
        value={filter.case ?? ''}
        onChange={(event) => choose({ case: event.currentTarget.value || undefined })}
      >
        <option value="">All cases</option>
        {Object.entries(caseStatusWords).map(([status, words]) => (
          <option key={status} value={status}>
            {words}
          </option>
        ))}
        <option value="not-stated">Not stated</option>
      </NativeSelect>
      <NativeSelect
        size="xs"
        aria-label="Rating"
        w="7.5rem"
        value={filter.rating ?? ''}
        onChange={(event) => choose({ rating: event.currentTarget.value || undefined })}
      >
        <option value="">All ratings</option>
        {(['G', 'AG', 'A', 'AR', 'R'] as const).map((rating) => (
          <option key={rating} value={rating}>
            {ratingWord(rating)}
          </option>
        ))}
        <option value="none">{ratingWord(null)}</option>
      </NativeSelect>
      {isFiltered(filter) && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onFilter({ find: undefined, theme: undefined, case: undefined, rating: undefined })}
        >
          Show all
        </Button>
      )}
    </search>
  )
}
