import { formatMomentFrom } from '../lib/format.ts'
import { keysOf, useChangedKeys } from '../lib/keptKeys.ts'
import { useSession } from '../lib/session.ts'
import { useStatus } from '../lib/status.ts'
import { BackupAge } from './BackupAge.tsx'
import classes from './StatusLine.module.css'

interface StatusLineProps {
  onKeys: () => void
  isKeysOpen: boolean
}

/** When the programme was last changed, which saves it, and the result of one's own last act. It never leaves by itself. */
export function StatusLine({ onKeys, isKeysOpen }: StatusLineProps) {
  const { programme, today } = useSession()
  const changed = useChangedKeys()
  const { message, selection } = useStatus()
  return (
    <footer className={classes.line} data-region="footer" tabIndex={-1}>
      <p className={classes.status}>
        <span role="status">
          {[programme && `Saved ${formatMomentFrom(programme.savedAt, today)}`, message].filter(Boolean).join(' · ')}
        </span>
        {selection && ' · '}
        <span role="status">{selection}</span>
      </p>
      <BackupAge />
      <button type="button" className={classes.keys} aria-expanded={isKeysOpen} onClick={onKeys}>
        <kbd className={classes.key}>{keysOf('keys', changed)[0]}</kbd> Keys
      </button>
    </footer>
  )
}
