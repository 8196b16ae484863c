import classes from './Keys.module.css'

export interface KeyLine {
  keys: string
  does: string
}

interface KeyListProps {
  title: string
  lines: readonly KeyLine[]
  /** Where the reader changes it, the words for a key that there is none. */
  level?: 2 | 3
}

/** Keys and what they do, under a heading. */
export function KeyList({ title, lines, level = 2 }: KeyListProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={classes.section} aria-label={title}>
      <Heading className={classes.heading}>{title}</Heading>
      <table className={classes.keys}>
        <caption className={classes.caption}>{title}</caption>
        <thead className={classes.caption}>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Does</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ keys, does }) => (
            <tr key={`${keys} ${does}`}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
