import { useEffect, useRef } from 'react'
import classes from './ErrorSummary.module.css'

export interface FieldError {
  /** The id of the field or cell that the line links to; left out where no field is at fault. */
  fieldId?: string
  message: string
}

const prefix = 'Error: '

/** What has to be put right, above the heading of the page; it takes the focus whenever it changes. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (errors.length === 0) return
    box.current?.focus()
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length)
    }
  }, [errors])

  if (errors.length === 0) return null
  return (
    <div ref={box} className={classes.summary} role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title" className={classes.title}>
        There is a problem
      </h2>
      <ul className={classes.list}>
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>{fieldId ? <FieldLink fieldId={fieldId} message={message} /> : message}</li>
        ))}
      </ul>
    </div>
  )
}

function FieldLink({ fieldId, message }: { fieldId: string; message: string }) {
  return (
    <a
      href={`#${fieldId}`}
      onClick={(event) => {
        event.preventDefault()
        const field = document.getElementById(fieldId)
        field?.scrollIntoView({ block: 'center' })
        field?.focus({ preventScroll: true })
      }}
    >
      {message}
    </a>
  )
}
