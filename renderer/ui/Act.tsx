import classes from './Act.module.css'

interface ActProps {
  id?: string
  words: string
  /** What it is done to, read aloud after the words. */
  name: string
  onDo: () => void
}

/** An act on one row of a list. */
export function Act({ id, words, name, onDo }: ActProps) {
  return (
    <button type="button" id={id} className={classes.act} aria-label={`${words}: ${name}`} onClick={onDo}>
      {words}
    </button>
  )
}
