import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { messageOf } from '../../lib/failure.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import type { SpendScreenFacts } from './spendFacts.ts'

interface KeptMappingsProps {
  mappings: SpendScreenFacts['mappings']
  isReadOnly: boolean
  onErrors: (errors: readonly FieldError[]) => void
}

/** The mappings by which extracts are read without anybody matching columns; one that is no longer right can be removed. */
export function KeptMappings({ mappings, isReadOnly, onErrors }: KeptMappingsProps) {
  const mayRemove = useMayDo('spend') && !isReadOnly
  const remove = useMutation(trpc.spend.removeMapping.mutationOptions())
  return (
    <DataTable
      caption="Mappings kept"
      isCaptionHidden
      rows={mappings}
      keyOf={({ id }) => id}
      empty=""
      columns={[
        { id: 'name', heading: 'Mapping', isRowHeading: true, cell: ({ name }) => name },
        { id: 'kind', heading: 'What', cell: ({ kind }) => (kind === 'actuals' ? 'Spent' : 'Ordered') },
        { id: 'codes', heading: 'Cost codes', align: 'right', cell: ({ codes }) => codes.toLocaleString('en-GB') },
        ...(mayRemove
          ? [
              {
                id: 'act',
                heading: 'Act',
                cell: ({ id, revision, name }: SpendScreenFacts['mappings'][number]) => (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={remove.isPending}
                    aria-label={`Remove ${name}`}
                    onClick={() =>
                      remove.mutate(
                        { id, revision },
                        {
                          onError: (error) => onErrors([{ message: messageOf(error) }]),
                          onSuccess: () => {
                            onErrors([])
                            announce(`${name} was removed. Undo brings it back`)
                          },
                        },
                      )
                    }
                  >
                    Remove
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
