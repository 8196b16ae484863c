import { NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { SHORTEST_PASSWORD } from '../../../domain/people/checkPassword.ts'
import { findFailure } from '../../lib/failure.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './People.module.css'
import type { PeopleData, Person } from './PeopleScreen.tsx'
import { draftOf, fieldOfRefusal, type PersonDraft, readPerson } from './personDraft.ts'
import { RoleFields } from './RoleFields.tsx'

interface PersonFormProps {
  /** Null for a new one. */
  person: Person | null
  /** Nobody changes their own roles. */
  isSelf: boolean
  data: PeopleData
  forms: FormState
}

/** A person's title, sign-in name, organisation and roles; a new one may get a first password at once. */
export function PersonForm({ person, isSelf, data, forms }: PersonFormProps) {
  const [draft, setDraft] = useState(() => draftOf(person))
  const set = (change: Partial<PersonDraft>) => setDraft((before) => ({ ...before, ...change }))
  const onError = (error: unknown) => forms.refuse(fieldOfRefusal(findFailure(error)?.code, draft.roles))(error)
  const add = useMutation(trpc.people.add.mutationOptions({ onError }))
  const change = useMutation(trpc.people.change.mutationOptions({ onError }))

  const onSubmit = () => {
    const { value, errors } = readPerson(draft)
    forms.setErrors(errors ?? [])
    if (!value) return
    const onSuccess = () => {
      announce(person ? `Saved: ${value.title}` : `Added: ${value.title}`)
      forms.close()
    }
    if (person) change.mutate({ ...value, id: person.id, revision: person.revision }, { onSuccess })
    else add.mutate({ ...value, password: draft.password === '' ? null : draft.password }, { onSuccess })
  }

  return (
    <InlineForm
      title={person ? `Change ${person.title}` : 'Add a person'}
      submit={person ? 'Save the person' : 'Add the person'}
      isBusy={add.isPending || change.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <TextInput
          id="person-title"
          label="Title of the office"
          description="For example “Head of integration”, never a person’s name"
          value={draft.title}
          error={errorAt(forms.errors, 'person-title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextInput
          id="person-name"
          label="Sign-in name"
          description="What they type to sign in"
          autoComplete="off"
          value={draft.signInName}
          error={errorAt(forms.errors, 'person-name')}
          onChange={(event) => set({ signInName: event.currentTarget.value })}
        />
        <NativeSelect
          id="person-organisation"
          label="Organisation"
          value={draft.organisationId}
          onChange={(event) => set({ organisationId: event.currentTarget.value })}
          data={[
            { value: '', label: 'Not stated' },
            ...data.organisations.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
        />
      </div>
      {isSelf ? (
        <p className="reading">You cannot change your own roles. Another administrator can.</p>
      ) : (
        <RoleFields roles={draft.roles} data={data} errors={forms.errors} onRoles={(roles) => set({ roles })} />
      )}
      {!person && !data.isSample && (
        <div className={classes.fields}>
          <PasswordInput
            id="new-password"
            label={`First password, at least ${SHORTEST_PASSWORD} characters`}
            description="Leave it empty to give one later. They choose their own when they first sign in"
            autoComplete="new-password"
            value={draft.password}
            error={errorAt(forms.errors, 'new-password')}
            onChange={(event) => set({ password: event.currentTarget.value })}
          />
          <PasswordInput
            id="password-again"
            label="First password again"
            autoComplete="new-password"
            value={draft.again}
            error={errorAt(forms.errors, 'password-again')}
            onChange={(event) => set({ again: event.currentTarget.value })}
          />
        </div>
      )}
    </InlineForm>
  )
}
