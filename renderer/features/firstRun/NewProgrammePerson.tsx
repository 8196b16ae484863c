import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { SHORTEST_PASSWORD } from '../../../domain/people/checkPassword.ts'
import { Role, roleTitles } from '../../../domain/roles.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { refuseRepeated } from '../../lib/refuseRepeated.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { BackLink } from './BackLink.tsx'
import type { FirstPerson } from './newProgramme.ts'
import classes from './Start.module.css'

interface NewProgrammePersonProps {
  kept: FirstPerson | null
  /** Null where nobody is to sign in for now. */
  onAnswer: (person: FirstPerson | null) => void
}

const otherRoles = Role.options.filter((role) => role !== 'administrator')

/** Who makes the programme, and how they sign in to it. */
export function NewProgrammePerson({ kept, onAnswer }: NewProgrammePersonProps) {
  const [title, setTitle] = useState(kept?.title ?? '')
  const [signInName, setSignInName] = useState(kept?.signInName ?? '')
  const [role, setRole] = useState<Role | null>(kept ? kept.role : 'programme_director')
  const [password, setPassword] = useState(kept?.password ?? '')
  const [again, setAgain] = useState(kept?.password ?? '')
  const [errors, setErrors] = useState<FieldError[]>([])

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const found = [
      refuseText('person-title', title, { label: 'Title', ask: 'Enter the title of your office', longest: 200 }),
      refuseText('person-name', signInName, {
        label: 'Sign-in name',
        ask: 'Enter a name to sign in with',
        longest: 60,
      }),
      ...refuseRepeated(password, again),
    ].filter((error) => error !== null)
    setErrors(found)
    if (found.length === 0) onAnswer({ title: title.trim(), signInName: signInName.trim(), role, password })
  }

  return (
    <Page title="Who are you?" windowTitle="Who are you? The administrator" breadcrumbs={<BackLink />} errors={errors}>
      <p className="reading">
        You become the administrator, who lets the others in. Nobody gives themselves a role later, so say now what else
        you do.
      </p>
      <form className={classes.form} noValidate onSubmit={onSubmit}>
        <TextInput
          id="person-title"
          label="Title of your office"
          description="For example “Head of integration”, never your name"
          size="md"
          w="100%"
          value={title}
          error={errorAt(errors, 'person-title')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          id="person-role"
          label="Your other role"
          size="md"
          w="100%"
          value={role ?? ''}
          onChange={(event) => setRole(event.currentTarget.value === '' ? null : Role.parse(event.currentTarget.value))}
          data={[
            ...otherRoles.map((each) => ({ value: each as string, label: roleTitles[each] })),
            { value: '', label: 'None: administrator only' },
          ]}
        />
        <TextInput
          id="person-name"
          label="Sign-in name"
          size="md"
          w="100%"
          autoComplete="username"
          value={signInName}
          error={errorAt(errors, 'person-name')}
          onChange={(event) => setSignInName(event.currentTarget.value)}
        />
        <PasswordInput
          id="new-password"
          label={`Password, at least ${SHORTEST_PASSWORD} characters`}
          size="md"
          w="100%"
          autoComplete="new-password"
          value={password}
          error={errorAt(errors, 'new-password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordInput
          id="password-again"
          label="Password again"
          size="md"
          w="100%"
          autoComplete="new-password"
          value={again}
          error={errorAt(errors, 'password-again')}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <Button type="submit" size="md">
          Continue
        </Button>
      </form>
      <p>
        <button type="button" className={classes.back} onClick={() => onAnswer(null)}>
          Start without signing in
        </button>{' '}
        Anybody who opens the file may then act in every role, until an administrator gets a password.
      </p>
    </Page>
  )
}
