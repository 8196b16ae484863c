import classes from './StatusTag.module.css'

interface StatusTagProps {
  words: string
  /** Red is for an error only. */
  tint?: 'blue' | 'green' | 'yellow' | 'red' | 'grey'
}

/** The state of a thing in an adjective. It is never clickable: people try to press tags that look so. */
export function StatusTag({ words, tint = 'blue' }: StatusTagProps) {
  return (
    <span className={classes.tag} data-tint={tint}>
      {words}
    </span>
  )
}
