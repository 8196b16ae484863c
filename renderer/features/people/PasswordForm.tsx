import { PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { SHORTEST_PASSWORD } from '../../../domain/people/checkPassword.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import { refuseRepeated } from '../../lib/refuseRepeated.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './People.module.css'
import type { Person } from './PeopleScreen.tsx'

interface PasswordFormProps {
  person: Person
  /** Nobody signs in yet: with this one it begins. */
  isFirst: boolean
  forms: FormState
}

/** A first password for somebody, or a new one where they have forgotten theirs. */
export function PasswordForm({ person: { id, title }, isFirst, forms }: PasswordFormProps) {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const give = useMutation(trpc.people.setPassword.mutationOptions({ onError: forms.refuse('new-password') }))

  const onSubmit = () => {
    const errors = refuseRepeated(password, again)
    forms.setErrors(errors)
    if (errors.length > 0) return
    give.mutate(
      { accountId: id, password },
      {
        onSuccess: () => {
          announce(`${title} can sign in with the password that you chose`)
          forms.close()
        },
      },
    )
  }

  return (
    <InlineForm
      title={`Give ${title} a password`}
      submit="Give the password"
      isBusy={give.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p className="reading">
        Tell it to them by a way of its own. They choose another one when they sign in with it, and it stays on record
        that you gave it.
        {isFirst && ' With the first password signing in begins: from then on nobody gets in without one.'}
      </p>
      <div className={classes.fields}>
        <PasswordInput
          id="new-password"
          label={`Password, at least ${SHORTEST_PASSWORD} characters`}
          autoComplete="new-password"
          value={password}
          error={errorAt(forms.errors, 'new-password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordInput
          id="password-again"
          label="Password again"
          autoComplete="new-password"
          value={again}
          error={errorAt(forms.errors, 'password-again')}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
      </div>
    </InlineForm>
  )
}
