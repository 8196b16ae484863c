import { useMutation } from '@tanstack/react-query'
import { messageOf } from '../../lib/failure.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { AttachmentTable } from './AttachmentTable.tsx'
import { addAttachment } from './attachmentCalls.ts'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'

interface AttachmentFieldsProps {
  facts: CaseFacts
  onErrors: (errors: FieldError[]) => void
}

/** The files that belong to the case. Adding and removing one is saved at once. */
export function AttachmentFields({ facts: { businessCase }, onErrors }: AttachmentFieldsProps) {
  const { id, revision } = businessCase
  const refuse = (error: unknown) => onErrors([{ fieldId: 'attachment-file', message: messageOf(error) }])
  const add = useMutation({ mutationFn: (file: File) => addAttachment({ id, revision }, file), onError: refuse })
  const remove = useMutation(trpc.cases.removeAttachment.mutationOptions({ onError: refuse }))
  return (
    <>
      <p className="reading">
        PDF, Word, Excel and PowerPoint files, PNG and JPEG pictures, text and CSV, up to 25 MB each. They are kept in
        the programme’s file.
      </p>
      <div>
        <input
          id="attachment-file"
          type="file"
          className={classes.file}
          aria-label="Add a file"
          disabled={add.isPending}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            onErrors([])
            if (file) add.mutate(file, { onSuccess: () => announce(`File added: ${file.name}`) })
            // The same file can be chosen again after it was refused.
            currentTarget.value = ''
          }}
        />
        {add.isPending && <p>Adding the file…</p>}
      </div>
      <AttachmentTable
        businessCase={businessCase}
        onErrors={onErrors}
        act={({ id: attachmentId, name }) => (
          <Act
            words="Remove"
            name={name}
            onDo={() => {
              onErrors([])
              remove.mutate(
                { id, revision, attachmentId },
                {
                  onSuccess: () => {
                    announce(`File removed: ${name}`)
                    document.getElementById('attachment-file')?.focus()
                  },
                },
              )
            }}
          />
        )}
      />
    </>
  )
}
