import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { messages } from '../../../domain/messages.ts'
import type { Session } from '../../lib/session.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { SignInForm } from './SignInForm.tsx'

/** Stands before a programme in which people sign in. */
export function SignInPage({ door }: { door: Session['door'] }) {
  const [errors, setErrors] = useState<FieldError[]>([])
  const why =
    door.needs === null || door.needs === 'signed-out' ? null : messages['sign-in-needed']({ why: door.needs })
  return (
    <Page title={`Sign in to ${door.programme ?? 'the programme'}`} lead={why} errors={errors}>
      <SignInForm signInName={null} submit="Sign in" errors={errors} onErrors={setErrors} />
      <p className="reading">
        If you have forgotten your password, an administrator of the programme can give you another one.
      </p>
      <p>
        <Link to="/start">Open or start another programme</Link>
      </p>
    </Page>
  )
}
