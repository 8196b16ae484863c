import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { SHORTEST_PASSWORD } from '../../../domain/people/checkPassword.ts'
import { findFailure, messageOf } from '../../lib/failure.ts'
import { errorAt } from '../../lib/readText.ts'
import { refuseRepeated } from '../../lib/refuseRepeated.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './People.module.css'

interface OwnPasswordFormProps {
  errors: readonly FieldError[]
  onErrors: (errors: FieldError[]) => void
  onDone?: () => void
}

/** The password that one has, and the one that one wants, twice. */
export function OwnPasswordForm({ errors, onErrors, onDone }: OwnPasswordFormProps) {
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const change = useMutation(
    trpc.session.changePassword.mutationOptions({
      onSuccess: () => {
        announce('Your password is changed')
        onDone?.()
      },
      onError: (error) => {
        const isOld = findFailure(error)?.code !== 'weak-password'
        onErrors([{ fieldId: isOld ? 'old-password' : 'new-password', message: messageOf(error) }])
      },
    }),
  )

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (change.isPending) return
    const found = [
      ...(old === '' ? [{ fieldId: 'old-password', message: 'Enter the password that you have now' }] : []),
      ...refuseRepeated(password, again),
    ]
    onErrors(found)
    if (found.length === 0) change.mutate({ old, password })
  }
  const field = (id: string, label: string, value: string, onText: (text: string) => void, isNew: boolean) => (
    <PasswordInput
      id={id}
      label={label}
      w="100%"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      value={value}
      error={errorAt(errors, id)}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )

  return (
    <form className={classes.form} noValidate onSubmit={onSubmit}>
      {field('old-password', 'Password that you have now', old, setOld, false)}
      {field('new-password', `New password, at least ${SHORTEST_PASSWORD} characters`, password, setPassword, true)}
      {field('password-again', 'New password again', again, setAgain, true)}
      <Button type="submit" loading={change.isPending}>
        Change the password
      </Button>
    </form>
  )
}
