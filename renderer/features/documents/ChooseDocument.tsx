import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { messageOf } from '../../lib/failure.ts'
import { useSession } from '../../lib/session.ts'
import { useWork } from '../../lib/useWork.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { DropZone } from '../../ui/DropZone.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { Page } from '../../ui/Page.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Documents.module.css'
import { readDocument } from './documentCalls.ts'
import { KeptDocuments } from './KeptDocuments.tsx'
import type { NewDocumentSearch } from './readingSearch.ts'

/** A report is given by dropping it, by choosing it, or by pasting its text. Nothing of it is kept before somebody says so. */
export function ChooseDocument() {
  const search: z.infer<typeof NewDocumentSearch> = useSearch({ strict: false })
  const { programme } = useSession()
  const isAgainst = search.fresh !== true && programme !== null
  const navigate = useNavigate()
  const [errors, setErrors] = useState<FieldError[]>([])
  const [isPasting, setPasting] = useState(false)
  const read = useMutation({
    mutationFn: ({ file, name }: { file: Blob; name: string }) => readDocument(file, { name, work }),
    onSuccess: (id) => navigate({ to: '/documents/$id', params: { id }, search: { fresh: !isAgainst || undefined } }),
    onError: (error) => setErrors([{ fieldId: 'document-file', message: messageOf(error) }]),
    meta: { changesNothing: true },
  })
  const { work, progress, stop } = useWork(read.isPending)
  const give = (file: Blob, name: string) => {
    setErrors([])
    if (!read.isPending) read.mutate({ file, name })
  }
  return (
    <Page
      title={isAgainst ? 'Read a document' : 'Import a council report'}
      breadcrumbs={<Breadcrumbs to={isAgainst ? '/checks' : '/start'} label={isAgainst ? 'Checks' : 'Start'} />}
      errors={errors}
      lead={
        isAgainst
          ? `A report is held against ${programme.name}: what it says, what does not tie, and what explains it.`
          : 'We read it, show what does not add up, and change nothing.'
      }
    >
      <DropZone
        id="document-file"
        title="Drop the report here, or choose it"
        formats="Word (.docx), PDF with text, a web page, an Excel workbook, or plain text, up to 25 MB"
        accept=".docx,.pdf,.html,.htm,.xlsx,.txt,.md,.csv,.tsv"
        isBusy={read.isPending}
        onFile={(file) => give(file, file.name)}
        onMany={() => setErrors([{ fieldId: 'document-file', message: 'Choose one document at a time.' }])}
      />
      {read.isPending && (
        <div className={classes.row}>
          <span>
            Reading the document{progress && progress.of > 1 ? `, page ${progress.done} of ${progress.of}` : ''}…
          </span>
          <Button variant="default" size="compact-md" onClick={stop}>
            Cancel
          </Button>
        </div>
      )}
      {isPasting ? (
        <PasteForm
          isBusy={read.isPending}
          onText={(text) => give(new Blob([text]), 'Pasted text.txt')}
          onCancel={() => setPasting(false)}
        />
      ) : (
        <p>
          <Button variant="default" onClick={() => setPasting(true)}>
            Paste its text instead
          </Button>
        </p>
      )}
      <p className="reading">
        Reading takes a few seconds. The document stays as it is, nothing leaves this computer, and nothing is kept
        until you say so.
      </p>
      {isAgainst && (
        <>
          <WhoMay duty="document" what="Documents are loaded as stated figures" />
          <KeptDocuments onErrors={setErrors} />
        </>
      )}
      {!isAgainst && programme && (
        <p>
          To hold a report against {programme.name} instead,{' '}
          <Link to="/documents/new" search={{}}>
            read it from Checks
          </Link>
          .
        </p>
      )}
    </Page>
  )
}

interface PasteFormProps {
  isBusy: boolean
  onText: (text: string) => void
  onCancel: () => void
}

function PasteForm({ isBusy, onText, onCancel }: PasteFormProps) {
  const [text, setText] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const submit = () => {
    setEmpty(text.trim() === '')
    if (text.trim() !== '') onText(text)
  }
  return (
    <InlineForm
      title="Paste the text of a report"
      submit="Read it"
      isBusy={isBusy}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Textarea
        label="Text with its tables"
        description="As it comes from Word or a web page: cells divided by tabs or by |"
        rows={8}
        value={text}
        error={isEmpty ? 'Paste the text of the report' : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </InlineForm>
  )
}
