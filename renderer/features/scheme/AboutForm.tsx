import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { SchemeAttributes } from '../../../domain/programme/scheme.ts'
import { findFailure } from '../../lib/failure.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import {
  type AboutDraft,
  dateFields,
  draftOf,
  idOf,
  listFields,
  longFields,
  readAbout,
  textFields,
} from './aboutDraft.ts'
import type { OverviewForms } from './overviewForm.ts'
import classes from './Scheme.module.css'
import type { SchemeFacts } from './schemeFacts.ts'

/** Changes what is said of a scheme; a new name leaves the old one among its other names. */
export function AboutForm({ facts: { scheme, organisations }, forms }: { facts: SchemeFacts; forms: OverviewForms }) {
  const [draft, setDraft] = useState(() => draftOf(scheme))
  const change = useMutation(
    trpc.schemes.change.mutationOptions({
      onError: (error) => forms.refuse(fieldAtFault(findFailure(error)?.code))(error),
    }),
  )
  const set = (part: Partial<AboutDraft>) => setDraft({ ...draft, ...part })
  const text = (field: (typeof textFields | typeof longFields | typeof listFields)[number]['field']) => ({
    id: idOf(field),
    value: draft[field],
    error: errorAt(forms.errors, idOf(field)),
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  })

  const onSubmit = () => {
    const { value, errors } = readAbout(draft)
    forms.setErrors(errors ?? [])
    if (errors) return
    change.mutate(
      { id: scheme.id, revision: scheme.revision, attributes: value },
      {
        onSuccess: () => {
          announce(`Details of ${scheme.name} changed`)
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title="Change the details"
      submit="Save the details"
      isBusy={change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <Group title="What it is">
        {textFields.slice(0, 5).map(({ field, label }) => (
          <TextInput key={field} {...text(field)} label={label} autoComplete="off" />
        ))}
        <NativeSelect
          label="Kind of spend"
          value={draft.nature}
          onChange={(event) => set({ nature: SchemeAttributes.shape.nature.parse(event.currentTarget.value) })}
          data={[
            { value: 'capital', label: 'Capital' },
            { value: 'revenue', label: 'Revenue' },
          ]}
        />
        {textFields.slice(7).map(({ field, label }) => (
          <TextInput key={field} {...text(field)} label={label} autoComplete="off" />
        ))}
      </Group>
      <div className={classes.wide}>
        {longFields.map(({ field, label }) => (
          <Textarea key={field} {...text(field)} label={label} autosize minRows={2} />
        ))}
        <Checkbox
          label="It began before this programme"
          checked={draft.isExisting}
          onChange={(event) => set({ isExisting: event.currentTarget.checked })}
        />
      </div>
      <Group title="Who">
        <NativeSelect
          label="Lead organisation"
          value={draft.leadOrganisationId}
          onChange={(event) => set({ leadOrganisationId: event.currentTarget.value })}
          data={[
            { value: '', label: 'Not recorded' },
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {textFields.slice(5, 7).map(({ field, label }) => (
          <TextInput key={field} {...text(field)} label={label} autoComplete="off" />
        ))}
        <NativeSelect
          id={idOf('commissioner')}
          label="Commissioner"
          value={draft.commissioner}
          onChange={(event) =>
            set({ commissioner: SchemeAttributes.shape.commissioner.parse(event.currentTarget.value) })
          }
          data={[
            { value: 'not_stated', label: 'Not stated' },
            { value: 'nhs', label: 'NHS' },
            { value: 'la', label: 'Council' },
            { value: 'joint', label: 'Joint' },
          ]}
        />
        {draft.commissioner === 'joint' &&
          (
            [
              ['nhsShare', 'NHS share, %'],
              ['laShare', 'Council share, %'],
            ] as const
          ).map(([field, label]) => (
            <TextInput
              key={field}
              id={idOf(field)}
              label={label}
              inputMode="decimal"
              autoComplete="off"
              value={draft[field]}
              error={errorAt(forms.errors, idOf(field))}
              onChange={(event) => set({ [field]: event.currentTarget.value })}
            />
          ))}
      </Group>
      <Group title="Lists, one entry a line">
        {listFields.map(({ field, label }) => (
          <Textarea key={field} {...text(field)} label={label} autosize minRows={2} />
        ))}
      </Group>
      <Group title="Dates, for example 20 August 2020" isPaired>
        {dateFields.flatMap(({ field, label }) =>
          (['Start', 'End'] as const).map((end) => (
            <DayField
              key={`${field}${end}`}
              id={idOf(`${field}${end}`)}
              label={`${label} ${end.toLowerCase()}`}
              hint=""
              text={draft[`${field}${end}`]}
              error={errorAt(forms.errors, idOf(`${field}${end}`))}
              onText={(typed) => set({ [`${field}${end}`]: typed })}
            />
          )),
        )}
      </Group>
    </InlineForm>
  )
}

function Group({ title, isPaired, children }: { title: string; isPaired?: boolean; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{title}</legend>
      <div className={isPaired ? classes.pairs : classes.fields}>{children}</div>
    </fieldset>
  )
}

function fieldAtFault(code: string | undefined): string | undefined {
  if (code === 'name-taken') return idOf('name')
  return code === 'shares-not-whole' ? idOf('laShare') : undefined
}
