import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Organisation, OrganisationType } from '../../../domain/programme/organisation.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import {
  blankOrganisation,
  draftOfOrganisation,
  type OrganisationDraft,
  readOrganisation,
  typeWords,
} from './organisationDraft.ts'
import classes from './programme.module.css'

interface OrganisationFormProps {
  /** Null adds one. */
  organisation: Organisation | null
  organisations: readonly Organisation[]
  forms: FormState
}

/** Adds an organisation or changes one, with the bodies that it follows. */
export function OrganisationForm({ organisation, organisations, forms }: OrganisationFormProps) {
  const [draft, setDraft] = useState<OrganisationDraft>(
    organisation ? draftOfOrganisation(organisation) : blankOrganisation,
  )
  const refused = { onError: forms.refuse('organisation-name') }
  const add = useMutation(trpc.organisations.add.mutationOptions(refused))
  const change = useMutation(trpc.organisations.change.mutationOptions(refused))
  const others = organisations.filter((each) => each.id !== organisation?.id)
  const set = (part: Partial<OrganisationDraft>) => setDraft({ ...draft, ...part })

  const onSubmit = () => {
    const { value, errors } = readOrganisation(draft)
    forms.setErrors(errors ?? [])
    if (errors) return
    const done = (words: string) => ({
      onSuccess: () => {
        announce(`Organisation ${words}: ${value.name}`)
        forms.close()
      },
    })
    if (organisation === null) add.mutate(value, done('added'))
    else change.mutate({ ...value, id: organisation.id, revision: organisation.revision }, done('changed'))
  }

  return (
    <InlineForm
      title={organisation === null ? 'Add an organisation' : `Change ${organisation.name}`}
      submit={organisation === null ? 'Add the organisation' : 'Save'}
      isBusy={add.isPending || change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.columns}>
        <div className={classes.fields}>
          <TextInput
            id="organisation-name"
            label="Name"
            autoComplete="off"
            value={draft.name}
            error={errorAt(forms.errors, 'organisation-name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <div className={classes.row}>
            <TextInput
              id="organisation-code"
              label="Short name"
              autoComplete="off"
              value={draft.code}
              error={errorAt(forms.errors, 'organisation-code')}
              onChange={(event) => set({ code: event.currentTarget.value })}
            />
            <NativeSelect
              id="organisation-type"
              label="Type"
              value={draft.type}
              onChange={(event) => set({ type: OrganisationType.parse(event.currentTarget.value) })}
            >
              {OrganisationType.options.map((type) => (
                <option key={type} value={type}>
                  {typeWords[type]}
                </option>
              ))}
            </NativeSelect>
          </div>
          <div className={classes.row}>
            <DayField
              id="organisation-from"
              label="First day"
              hint="Leave it empty if it is not stated"
              text={draft.validFromOn}
              error={errorAt(forms.errors, 'organisation-from')}
              onText={(validFromOn) => set({ validFromOn })}
            />
            <DayField
              id="organisation-to"
              label="Last day"
              hint="Leave it empty while it lasts"
              text={draft.validToOn}
              error={errorAt(forms.errors, 'organisation-to')}
              onText={(validToOn) => set({ validToOn })}
            />
          </div>
        </div>
        <div className={classes.fields}>
          {others.length > 0 && (
            <fieldset className={classes.choices}>
              <legend>Follows these organisations</legend>
              {others.map((each) => (
                <Checkbox
                  key={each.id}
                  label={each.name}
                  checked={draft.predecessorIds.includes(each.id)}
                  onChange={(event) =>
                    set({
                      predecessorIds: event.currentTarget.checked
                        ? [...draft.predecessorIds, each.id]
                        : draft.predecessorIds.filter((id) => id !== each.id),
                    })
                  }
                />
              ))}
            </fieldset>
          )}
          <Checkbox
            label="It is accountable for the money"
            checked={draft.isAccountableBody}
            onChange={(event) => set({ isAccountableBody: event.currentTarget.checked })}
          />
          <Textarea
            id="organisation-note"
            label="Note"
            autosize
            minRows={2}
            value={draft.note}
            error={errorAt(forms.errors, 'organisation-note')}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        </div>
      </div>
    </InlineForm>
  )
}
