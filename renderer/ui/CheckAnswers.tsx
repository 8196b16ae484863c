import type { ReactNode } from 'react'
import classes from './CheckAnswers.module.css'

export interface Answer {
  label: string
  value: ReactNode
  /** Goes back to where it was entered. */
  onChange?: (() => void) | undefined
}

/** What was entered or what is recorded, label by label; on a check page each with its way back. */
export function CheckAnswers({ answers }: { answers: readonly Answer[] }) {
  return (
    <dl className={classes.answers}>
      {answers.map(({ label, value, onChange }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {onChange && (
            <dd>
              <button
                type="button"
                className={classes.change}
                aria-label={`Change ${label.toLowerCase()}`}
                onClick={onChange}
              >
                Change
              </button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
