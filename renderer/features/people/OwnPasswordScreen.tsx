import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../../lib/session.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'

/** Where a person who has signed in changes their password. */
export function OwnPasswordScreen() {
  const { door } = useSession()
  const navigate = useNavigate()
  const [errors, setErrors] = useState<FieldError[]>([])
  return (
    <Page title="Your password" errors={errors}>
      {door.asksForSignIn ? (
        <OwnPasswordForm errors={errors} onErrors={setErrors} onDone={() => void navigate({ to: '/portfolio' })} />
      ) : (
        <p className="reading">Nobody signs in to this programme, so there is no password to change.</p>
      )}
    </Page>
  )
}
