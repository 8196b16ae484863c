import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { messageOf } from '../../lib/failure.ts'
import { useMayDo } from '../../lib/session.ts'
import { useWork } from '../../lib/useWork.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { DropZone } from '../../ui/DropZone.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { ExtractSteps } from './ExtractSteps.tsx'
import { giveExtract } from './extractCalls.ts'
import classes from './Spend.module.css'

/** The first step of an import: an extract is dropped or chosen. Nothing of it is brought in before somebody says so. */
export function ChooseExtract() {
  const navigate = useNavigate()
  const mayBring = useMayDo('spend')
  const [errors, setErrors] = useState<FieldError[]>([])
  const give = useMutation({
    mutationFn: (file: File) => giveExtract(file, { name: file.name, work }),
    onSuccess: (id) => navigate({ to: '/spend/new/$id', params: { id }, search: {} }),
    onError: (error) => setErrors([{ fieldId: 'extract-file', message: messageOf(error) }]),
    meta: { changesNothing: true },
  })
  const { work, stop } = useWork(give.isPending)
  const take = (file: File) => {
    setErrors([])
    if (!give.isPending) give.mutate(file)
  }
  return (
    <Page
      title="Bring in an extract"
      breadcrumbs={<Breadcrumbs to="/spend" label="Spend" />}
      errors={errors}
      lead="What the finance system says was paid or ordered, as it gave it."
    >
      <NextStep>
        you say what its columns hold, look at every row, and bring in what is right. Until then nothing changes.
      </NextStep>
      <ExtractSteps step="file" />
      <WhoMay duty="spend" what="Extracts are brought in" />
      {mayBring && (
        <DropZone
          id="extract-file"
          title="Drop the extract here, or choose it"
          formats="CSV with up to 1 million rows, or an Excel workbook (.xlsx) with up to 250,000"
          accept=".csv,.txt,.tsv,.xlsx"
          isBusy={give.isPending}
          onFile={take}
          onMany={() => setErrors([{ fieldId: 'extract-file', message: 'Choose one extract at a time.' }])}
        />
      )}
      {give.isPending && (
        <div className={classes.row}>
          <span>Looking at the extract…</span>
          <Button variant="default" size="compact-md" onClick={stop}>
            Cancel
          </Button>
        </div>
      )}
    </Page>
  )
}
