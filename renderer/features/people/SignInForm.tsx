import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { messageOf } from '../../lib/failure.ts'
import { errorAt } from '../../lib/readText.ts'
import { forgetProgramme, trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './People.module.css'

interface SignInFormProps {
  /** Who was here before; null where anybody may come. */
  signInName: string | null
  submit: string
  errors: readonly FieldError[]
  onErrors: (errors: FieldError[]) => void
}

/** A name and a password; of somebody who comes back only the password. */
export function SignInForm({ signInName, submit, errors, onErrors }: SignInFormProps) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation(
    trpc.session.signIn.mutationOptions({
      onSuccess: () => {
        if (signInName === null) forgetProgramme()
      },
      onError: (error) => {
        setPassword('')
        onErrors([{ fieldId: 'sign-in-password', message: messageOf(error) }])
        document.getElementById('sign-in-password')?.focus()
      },
    }),
  )

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (signIn.isPending) return
    const wanted = signInName ?? name.trim()
    const found = [
      ...(wanted === '' ? [{ fieldId: 'sign-in-name', message: 'Enter your sign-in name' }] : []),
      ...(password === '' ? [{ fieldId: 'sign-in-password', message: 'Enter your password' }] : []),
    ]
    onErrors(found)
    if (found.length === 0) signIn.mutate({ signInName: wanted, password })
  }

  return (
    <form className={classes.form} noValidate onSubmit={onSubmit}>
      {signInName === null && (
        <TextInput
          id="sign-in-name"
          label="Sign-in name"
          size="md"
          w="100%"
          autoComplete="username"
          value={name}
          error={errorAt(errors, 'sign-in-name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <PasswordInput
        id="sign-in-password"
        label="Password"
        size="md"
        w="100%"
        autoComplete="current-password"
        value={password}
        error={errorAt(errors, 'sign-in-password')}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={signIn.isPending}>
        {submit}
      </Button>
    </form>
  )
}
