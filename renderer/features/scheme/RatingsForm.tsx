import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ratingWord } from '../../../domain/programme/ratingWord.ts'
import { Rating, type Scheme, SchemeAttributes } from '../../../domain/programme/scheme.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { OverviewForms } from './overviewForm.ts'
import { assuranceFields, assuranceWords, ratingFields } from './ratings.ts'
import classes from './Scheme.module.css'

const Ratings = SchemeAttributes.pick({
  dca: true,
  ragDelivery: true,
  ragFinance: true,
  ragBenefits: true,
  edci: true,
  dtac: true,
  dpia: true,
  clinicalSafety: true,
})

/** Changes the ratings and the assurances together. */
export function RatingsForm({ scheme, forms }: { scheme: Scheme; forms: OverviewForms }) {
  const [draft, setDraft] = useState(() => Ratings.strip().parse(scheme))
  const change = useMutation(trpc.schemes.change.mutationOptions({ onError: forms.refuse() }))

  const onSubmit = () =>
    change.mutate(
      { id: scheme.id, revision: scheme.revision, attributes: draft },
      {
        onSuccess: () => {
          announce(`Ratings and assurance of ${scheme.name} changed`)
          forms.close()
        },
      },
    )

  return (
    <InlineForm
      title="Change the ratings and assurance"
      submit="Save"
      isBusy={change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        {ratingFields.map(({ field, label }) => (
          <NativeSelect
            key={field}
            label={label}
            value={draft[field] ?? ''}
            onChange={({ currentTarget: { value } }) => setDraft({ ...draft, [field]: Rating.parse(value || null) })}
            data={[
              { value: '', label: ratingWord(null) },
              ...Rating.unwrap().options.map((rating) => ({ value: rating, label: ratingWord(rating) })),
            ]}
          />
        ))}
        {assuranceFields.map(({ field, label }) => (
          <NativeSelect
            key={field}
            label={label}
            value={draft[field]}
            onChange={({ currentTarget: { value } }) =>
              setDraft({ ...draft, [field]: SchemeAttributes.shape[field].parse(value) })
            }
            data={Object.entries(assuranceWords).map(([value, words]) => ({ value, label: words }))}
          />
        ))}
      </div>
    </InlineForm>
  )
}
