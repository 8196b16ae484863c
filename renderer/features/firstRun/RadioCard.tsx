import { type ReactNode, useId } from 'react'
import classes from './RadioCard.module.css'

interface RadioCardProps {
  name: string
  value: string
  title: string
  isChosen: boolean
  onChoose: () => void
  children: ReactNode
}

/** A choice with a line that says what it leads to. */
export function RadioCard({ name, value, title, isChosen, onChoose, children }: RadioCardProps) {
  const id = useId()
  return (
    <div className={classes.card} data-chosen={isChosen}>
      <input
        type="radio"
        id={id}
        name={name}
        value={value}
        checked={isChosen}
        aria-describedby={`${id}-note`}
        className={classes.radio}
        onChange={onChoose}
      />
      <div>
        <label htmlFor={id} className={classes.title}>
          {title}
        </label>
        <p id={`${id}-note`} className={classes.note}>
          {children}
        </p>
      </div>
    </div>
  )
}
