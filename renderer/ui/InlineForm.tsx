import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useAction } from '../lib/useAction.ts'
import classes from './InlineForm.module.css'

interface InlineFormProps {
  title: string
  /** The words of the button that does it. */
  submit: string
  /** The words of the button that closes the form. */
  cancel?: string
  isBusy: boolean
  onSubmit: () => void
  onCancel?: (() => void) | undefined
  /** Of an act that takes long: how far it has come, once it says so, and the way to stop it, which then is what cancelling does. */
  running?: { words: string | null; stop: () => void } | undefined
  /** False for a form that is there as the page opens: then the heading of the page is read first. */
  takesFocus?: boolean
  children: ReactNode
}

/** A form in the page, above what it changes. Its first field takes the focus as it opens, or its heading; Esc closes it. */
export function InlineForm(props: InlineFormProps) {
  const { title, submit, cancel = 'Cancel', isBusy, onSubmit, running, takesFocus = true, children } = props
  const onCancel = running && isBusy ? running.stop : props.onCancel
  const titleId = useId()
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  useAction('main', () => form.current?.requestSubmit(), { words: submit })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only as it opens.
  useEffect(() => {
    if (!takesFocus) return
    const field = form.current?.querySelector<HTMLElement>('input, select, textarea')
    // What only asks to be sure is read first: a key pressed twice does not do it.
    ;(field ?? heading.current)?.focus()
  }, [])

  const submitForm = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) onSubmit()
  }
  return (
    <form
      ref={form}
      className={classes.form}
      aria-labelledby={titleId}
      noValidate
      onSubmit={submitForm}
      onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
    >
      <h2 ref={heading} id={titleId} className={classes.title} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div className={classes.buttons}>
        <Button type="submit" loading={isBusy}>
          {submit}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {cancel}
          </Button>
        )}
        {/* Not a live region: a count that is read out at every step drowns everything else. */}
        {running && isBusy && <span className={classes.running}>{running.words}</span>}
      </div>
    </form>
  )
}
