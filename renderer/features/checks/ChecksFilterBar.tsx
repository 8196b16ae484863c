import { Button, NativeSelect } from '@mantine/core'
import { Role, roleTitles } from '../../../domain/roles.ts'
import { allOf, type Cause } from '../../lib/checks.ts'
import { useFindKey } from '../../lib/useFindKey.ts'
import { severityWords } from '../../ui/Severity.tsx'
import classes from './Checks.module.css'
import { ChecksFilter, isFiltered } from './filter.ts'

interface ChecksFilterBarProps {
  filter: ChecksFilter
  onFilter: (change: Partial<ChecksFilter>) => void
  rules: readonly { id: string; name: string }[]
  causes: readonly Cause[]
}

/** Narrows the list by how much a check weighs, who owns it, which rule found it, and how far it is. */
export function ChecksFilterBar({ filter, onFilter, rules, causes }: ChecksFilterBarProps) {
  const first = useFindKey<HTMLSelectElement>()
  const used = new Set(causes.flatMap((cause) => allOf(cause).map(({ finding }) => String(finding.rule))))
  const choose = (change: Record<string, string | undefined>) => onFilter(ChecksFilter.partial().parse(change))
  return (
    <search className={classes.filter} aria-label="Filter the checks">
      <NativeSelect
        ref={first}
        size="xs"
        aria-label="Severity"
        value={filter.severity ?? ''}
        onChange={(event) => choose({ severity: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: 'Every severity' },
          ...Object.entries(severityWords).map(([value, label]) => ({ value, label })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label="Owner"
        value={filter.owner ?? ''}
        onChange={(event) => choose({ owner: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: 'Every owner' },
          { value: 'nobody', label: 'Nobody yet' },
          ...Role.options.map((role) => ({ value: role, label: roleTitles[role] })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label="Rule"
        w="18rem"
        value={filter.rule ?? ''}
        onChange={(event) => choose({ rule: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: 'Every rule' },
          ...rules.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ value: id, label: `${id} ${name}` })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label="Status"
        value={filter.status ?? ''}
        onChange={(event) => choose({ status: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: 'Not closed' },
          { value: 'open', label: 'Open' },
          { value: 'answered', label: 'Answered' },
          { value: 'closed', label: 'Closed' },
          { value: 'all', label: 'All' },
        ]}
      />
      {isFiltered(filter) && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onFilter({ severity: undefined, owner: undefined, rule: undefined, status: undefined })}
        >
          Show all that are not closed
        </Button>
      )}
    </search>
  )
}
