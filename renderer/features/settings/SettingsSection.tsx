import { type ReactNode, useId } from 'react'
import classes from './Settings.module.css'

interface SettingsSectionProps {
  title: string
  children: ReactNode
}

/** One group of settings under its heading. */
export function SettingsSection({ title, children }: SettingsSectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {children}
    </section>
  )
}
