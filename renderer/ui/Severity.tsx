import classes from './Severity.module.css'

type SeverityValue = 'stop' | 'warn' | 'note'

export const severityWords: Record<SeverityValue, string> = { stop: 'Stop', warn: 'Warn', note: 'Note' }

const shapes: Record<SeverityValue, string> = {
  stop: 'M2.5 2.5 H21.5 V21.5 H2.5 Z',
  warn: 'M12 1.5 L23 21.5 H1 Z',
  note: 'M12 2.5 A9.5 9.5 0 1 1 11.99 2.5 Z',
}

/** How much a finding weighs, by shape and word: square, triangle, ring. */
export function Severity({ value }: { value: SeverityValue }) {
  return (
    <span className={classes.severity} data-severity={value}>
      <svg width="16" height="16" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={shapes[value]} className={classes.shape} />
      </svg>
      {severityWords[value]}
    </span>
  )
}
