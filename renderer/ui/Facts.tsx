import type { ReactNode } from 'react'
import classes from './Facts.module.css'

/** Names and values in columns, and in one line the names of what is not recorded. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== '' && value !== null)
  const missing = facts.filter((fact) => !known.includes(fact)).map(([name]) => name)
  return (
    <div className={classes.block}>
      <dl className={classes.facts}>
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && <p className={classes.missing}>Not recorded: {missing.join(', ')}.</p>}
    </div>
  )
}
