import type { ReactNode } from 'react'
import type { BusinessCase, CaseAttachment } from '../../../domain/businessCase/businessCase.ts'
import { messageOf } from '../../lib/failure.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { useView } from '../../lib/useView.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { downloadAttachment } from './attachmentCalls.ts'

interface AttachmentTableProps {
  businessCase: Pick<BusinessCase, 'id' | 'attachments'>
  onErrors: (errors: FieldError[]) => void
  act?: (attachment: CaseAttachment) => ReactNode
}

/** Files with their size and the hash under which they are kept, to be saved. */
export function AttachmentTable({ businessCase: { id, attachments }, onErrors, act }: AttachmentTableProps) {
  const { view } = useView()
  const save = (attachmentId: CaseAttachment['id']) =>
    downloadAttachment({ asAt: view.asAt, id, attachmentId }).catch((error: unknown) =>
      onErrors([{ message: messageOf(error) }]),
    )
  return (
    <DataTable
      caption="Files"
      isCaptionHidden
      rows={attachments}
      keyOf={(attachment) => attachment.id}
      empty="No files have been added."
      columns={[
        { id: 'name', heading: 'File', isRowHeading: true, cell: ({ name }) => name },
        { id: 'size', heading: 'Size', align: 'right', cell: ({ size }) => sizeInWords(size) },
        { id: 'hash', heading: 'SHA-256', cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 12)}…</code> },
        {
          id: 'acts',
          heading: 'Acts',
          cell: (attachment) => (
            <>
              <Act words="Save" name={attachment.name} onDo={() => void save(attachment.id)} /> {act?.(attachment)}
            </>
          ),
        },
      ]}
    />
  )
}
