import classes from './Cases.module.css'

/** A text as it was written, paragraph by paragraph. */
export function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n+/).filter((each) => each.trim() !== '')
  if (paragraphs.length === 0) return <p className={classes.note}>Nothing is written here.</p>
  return (
    <div className={classes.text}>
      {paragraphs.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and are only read.
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  )
}
