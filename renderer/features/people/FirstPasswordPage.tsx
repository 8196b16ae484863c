import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Session } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'
import classes from './People.module.css'

/** Somebody else chose the password with which this person came in. */
export function FirstPasswordPage({ door }: { door: Session['door'] }) {
  const [errors, setErrors] = useState<FieldError[]>([])
  const signOut = useMutation(trpc.session.signOut.mutationOptions())
  return (
    <Page
      title="Choose a password of your own"
      lead={`You are signed in as ${door.person?.title}. An administrator chose the password that you have now.`}
      errors={errors}
    >
      <OwnPasswordForm errors={errors} onErrors={setErrors} />
      <p>
        <button type="button" className={classes.asLink} onClick={() => signOut.mutate()}>
          Sign out
        </button>
      </p>
    </Page>
  )
}
