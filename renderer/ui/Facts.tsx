import type { ReactNode } from 'react'
import classes from './Facts.module.css'

/** Names and values in columns; an empty value is said to be not recorded. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === '' || value === null ? <span className={classes.missing}>not recorded</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
