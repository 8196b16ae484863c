import type { ReactNode } from 'react'
import { useOwnActions } from '../lib/useAction.ts'
import { useActionKeys } from '../lib/useActionKeys.ts'
import classes from './PlainFrame.module.css'
import { submitForm } from './submitForm.ts'

/** The frame while no programme is open: a name and a page. */
export function PlainFrame({ children, isWide = false }: { children: ReactNode; isWide?: boolean }) {
  useActionKeys()
  useOwnActions([{ id: 'main', words: 'Send the form', kind: 'everywhere', run: submitForm }])
  return (
    <>
      <header className={classes.header}>
        <p className={classes.product} data-wide={isWide || undefined}>
          BCF digital tracker
        </p>
      </header>
      <main className={classes.main} data-wide={isWide || undefined} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
