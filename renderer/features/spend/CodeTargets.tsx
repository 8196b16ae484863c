import { Button, NativeSelect } from '@mantine/core'
import type { Id } from '../../../domain/id.ts'
import { type CodeTarget, type Mapping, ONLY_CODE } from '../../../domain/spend/mapping.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Spend.module.css'

interface CodeTargetsProps {
  codes: Mapping['codes']
  schemes: readonly { id: Id; name: string; nature: CodeTarget['nature'] }[]
  sources: readonly { id: Id; name: string; retiredOn: string | null }[]
  onChange: (codes: Mapping['codes']) => void
}

/** To which scheme each cost code belongs, and from which source it is paid where the extract does not say. */
export function CodeTargets({ codes, schemes, sources, onChange }: CodeTargetsProps) {
  const rows = Object.entries(codes).map(([code, target]) => ({ code, target }))
  if (rows.length === 0) return null
  const set = (code: string, target: CodeTarget) => onChange({ ...codes, [code]: target })
  return (
    <section className={classes.section} aria-labelledby="codes">
      <h2 id="codes">Cost codes</h2>
      <DataTable
        caption="Cost codes and their schemes"
        isCaptionHidden
        rows={rows}
        keyOf={({ code }) => code}
        empty=""
        columns={[
          {
            id: 'code',
            heading: 'Cost code',
            isRowHeading: true,
            cell: ({ code }) => (code === ONLY_CODE ? 'All rows' : code),
          },
          {
            id: 'scheme',
            heading: 'Scheme',
            cell: ({ code, target }) => (
              <SchemeSelect
                label={`Scheme of ${code}`}
                schemes={schemes}
                value={target.schemeId}
                onChange={(scheme) =>
                  set(code, {
                    ...target,
                    schemeId: scheme,
                    nature: schemes.find(({ id }) => id === scheme)?.nature ?? target.nature,
                  })
                }
              />
            ),
          },
          {
            id: 'source',
            heading: 'Paid from',
            cell: ({ code, target }) => (
              <NativeSelect
                aria-label={`Source of ${code}`}
                size="xs"
                value={target.sourceId ?? ''}
                onChange={({ currentTarget }) =>
                  set(code, { ...target, sourceId: (currentTarget.value || null) as Id | null })
                }
                data={[
                  { value: '', label: 'Not stated' },
                  ...sources
                    .filter(({ retiredOn }) => retiredOn === null)
                    .map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            ),
          },
          {
            id: 'nature',
            heading: 'Nature',
            cell: ({ code, target }) => (
              <NativeSelect
                aria-label={`Nature of ${code}`}
                size="xs"
                value={target.nature}
                onChange={({ currentTarget }) =>
                  set(code, { ...target, nature: currentTarget.value as CodeTarget['nature'] })
                }
                data={[
                  { value: 'capital', label: 'Capital' },
                  { value: 'revenue', label: 'Revenue' },
                ]}
              />
            ),
          },
          {
            id: 'forget',
            heading: 'Act',
            cell: ({ code }) => (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onChange(Object.fromEntries(Object.entries(codes).filter(([each]) => each !== code)))}
              >
                Forget {code === ONLY_CODE ? 'it' : code}
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}

interface SchemeSelectProps {
  label: string
  schemes: readonly { id: Id; name: string }[]
  value: Id | null
  onChange: (scheme: Id | null) => void
}

function SchemeSelect({ label, schemes, value, onChange }: SchemeSelectProps) {
  return (
    <NativeSelect
      aria-label={label}
      size="xs"
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange((currentTarget.value || null) as Id | null)}
      data={[
        { value: '', label: 'None of this programme: left out' },
        ...schemes.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
