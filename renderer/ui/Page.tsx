import { type ReactNode, useEffect, useRef } from 'react'
import { ErrorSummary, type FieldError } from './ErrorSummary.tsx'
import classes from './Page.module.css'

interface PageProps {
  title: string
  /** The title of the window where it says more than the heading. */
  windowTitle?: string
  breadcrumbs?: ReactNode
  /** One line under the heading that says what the thing is. */
  lead?: ReactNode
  /** Buttons that stand beside the heading. */
  actions?: ReactNode
  errors?: readonly FieldError[]
  children: ReactNode
}

const none: readonly FieldError[] = []
let hasNavigated = false

/** A screen: its title, its heading, what is wrong above them, and its parts. The heading takes the focus on arrival. */
export function Page({ title, windowTitle, breadcrumbs, lead, actions, errors = none, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    document.title = `${windowTitle ?? title} – BCF digital tracker`
  }, [title, windowTitle])

  useEffect(() => {
    // A field or a panel that asked for the focus keeps it, and the first page leaves it to the browser.
    const isArrival = hasNavigated && !document.activeElement?.closest('main, aside')
    hasNavigated = true
    if (isArrival) heading.current?.focus({ preventScroll: true })
  }, [])

  return (
    <div className={classes.page}>
      {breadcrumbs}
      <ErrorSummary errors={errors} />
      <div className={classes.head}>
        <div className={classes.titles}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}
