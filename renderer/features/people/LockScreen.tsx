import { useMutation } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import type { Session } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './People.module.css'
import { SignInForm } from './SignInForm.tsx'

/** Covers the page of a session that locked itself; what was typed waits behind it. */
export function LockScreen({ door }: { door: Session['door'] }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [errors, setErrors] = useState<FieldError[]>([])
  const signOut = useMutation(trpc.session.signOut.mutationOptions())

  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('input')?.focus()
  }, [])

  const stayOpen = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!dialog.current?.open) dialog.current?.showModal()
  }
  return (
    <dialog
      ref={dialog}
      className={classes.lock}
      aria-labelledby="locked"
      onCancel={stayOpen}
      onClose={stayOpen}
      // Keys of the page behind mean nothing here.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h1 id="locked">Locked</h1>
      <p className="reading">
        Nobody did anything here for a quarter of an hour. {door.person?.title ?? 'Whoever was here'} goes on with their
        password, and everything is as it was.
      </p>
      <ErrorSummary errors={errors} />
      <SignInForm signInName={door.person?.signInName ?? null} submit="Go on" errors={errors} onErrors={setErrors} />
      <p>
        <button type="button" className={classes.asLink} onClick={() => signOut.mutate()}>
          Sign in as somebody else
        </button>{' '}
        <span className={classes.muted}>What was typed and not saved is lost then.</span>
      </p>
    </dialog>
  )
}
