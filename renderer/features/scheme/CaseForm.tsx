import { NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatYear, StartYear } from '../../../domain/financialYear.ts'
import { CaseStatus } from '../../../domain/programme/scheme.ts'
import { caseStatusWords } from '../../lib/caseWords.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { OverviewForms } from './overviewForm.ts'
import classes from './Scheme.module.css'
import type { SchemeFacts } from './schemeFacts.ts'

/** Records what is known of a business case for a year; a later record of the same year takes its place. */
export function CaseForm({ facts: { scheme, programme }, forms }: { facts: SchemeFacts; forms: OverviewForms }) {
  const [year, setYear] = useState('')
  const [status, setStatus] = useState('')
  const [place, setPlace] = useState('')
  const record = useMutation(trpc.schemes.recordCaseStatus.mutationOptions({ onError: forms.refuse('case-status') }))
  const years = Array.from(
    { length: programme.endYear - programme.startYear + 1 },
    (_, index) => programme.startYear + index,
  )

  const onSubmit = () => {
    const chosen = CaseStatus.shape.status.safeParse(status)
    const errors = [
      chosen.success ? null : { fieldId: 'case-status', message: 'Choose the status of the business case' },
      refuseText('case-place', place, { label: 'Where that is said', longest: 200 }),
    ].filter((error) => error !== null)
    forms.setErrors(errors)
    if (errors.length > 0 || !chosen.success) return
    record.mutate(
      {
        schemeId: scheme.id,
        startYear: year === '' ? null : StartYear.parse(Number(year)),
        status: chosen.data,
        place: place.trim(),
      },
      {
        onSuccess: () => {
          announce(`Business case recorded: ${caseStatusWords[chosen.data].toLowerCase()}`)
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title="Record a business case"
      submit="Record"
      isBusy={record.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <NativeSelect
          label="For"
          value={year}
          onChange={(event) => setYear(event.currentTarget.value)}
          data={[
            { value: '', label: 'All years' },
            ...years.map((each) => ({ value: String(each), label: formatYear(each) })),
          ]}
        />
        <NativeSelect
          id="case-status"
          label="Status"
          value={status}
          error={errorAt(forms.errors, 'case-status')}
          onChange={(event) => setStatus(event.currentTarget.value)}
          data={[
            { value: '', label: 'Choose a status' },
            ...Object.entries(caseStatusWords).map(([value, label]) => ({ value, label })),
          ]}
        />
        <TextInput
          id="case-place"
          label="Where that is said"
          placeholder="Board minutes, 20 August 2020, item 4"
          autoComplete="off"
          value={place}
          error={errorAt(forms.errors, 'case-place')}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  )
}
