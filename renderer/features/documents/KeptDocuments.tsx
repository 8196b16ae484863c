import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { formatDay } from '../../../domain/inWords.ts'
import { messageOf } from '../../lib/failure.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { saveOriginal } from './documentCalls.ts'

/** The documents that the programme holds against its ledger, each with its file. */
export function KeptDocuments({ onErrors }: { onErrors: (errors: FieldError[]) => void }) {
  const navigate = useNavigate()
  const query = useQuery(trpc.documents.kept.queryOptions())
  const refuse = (error: unknown) => onErrors([{ message: messageOf(error) }])
  const show = useMutation(
    trpc.documents.openKept.mutationOptions({
      onSuccess: ({ id }) => navigate({ to: '/documents/$id', params: { id } }),
      onError: refuse,
      meta: { changesNothing: true },
    }),
  )
  const save = useMutation({
    mutationFn: saveOriginal,
    onSuccess: (name) => announce(`Saved to your downloads: ${name}`),
    onError: refuse,
    meta: { changesNothing: true },
  })
  return (
    <Queried query={query} doing="Looking for documents">
      {(documents) => (
        <DataTable
          caption="Documents that this programme keeps"
          rows={documents}
          keyOf={({ id }) => id}
          empty="None yet. When a document has been loaded as stated figures, it appears here with its file."
          columns={[
            { id: 'title', heading: 'Document', isRowHeading: true, cell: ({ title }) => title },
            {
              id: 'act',
              heading: 'See again',
              cell: ({ id, name }) => (
                <>
                  <Act words="Show" name={name} onDo={() => show.mutate({ id })} />{' '}
                  <Act words="Save the file" name={name} onDo={() => save.mutate({ id })} />
                </>
              ),
            },
            { id: 'dated', heading: 'Dated', cell: ({ datedOn }) => formatDay(datedOn) },
            {
              id: 'figures',
              heading: 'Figures',
              align: 'right',
              cell: ({ figures }) => figures.toLocaleString('en-GB'),
            },
            {
              id: 'corrections',
              heading: 'Corrected',
              align: 'right',
              cell: ({ corrections }) => corrections.toLocaleString('en-GB'),
            },
            { id: 'file', heading: 'File', cell: ({ name, size }) => `${name}, ${sizeInWords(size)}` },
            { id: 'sha', heading: 'SHA-256', cell: ({ sha256 }) => <code>{sha256.slice(0, 12)}…</code> },
          ]}
        />
      )}
    </Queried>
  )
}
