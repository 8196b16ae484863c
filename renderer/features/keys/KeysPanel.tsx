import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useChangedKeys } from '../../lib/keptKeys.ts'
import { useMayDo } from '../../lib/session.ts'
import { useActions } from '../../lib/useAction.ts'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { KeyList } from './KeyList.tsx'
import classes from './Keys.module.css'
import { linesEverywhere, linesOfGrid, linesOfScreen } from './keyLines.ts'

/** F1: the keys of the page beside the page, its own first. Esc closes it. */
export function KeysPanel({ onClose }: { onClose: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const actions = useActions()
  const changed = useChangedKeys()
  const may = { mayUndo: useMayDo('undo'), mayEdit: useMayDo('plan') }
  const own = linesOfScreen(actions, changed)

  useEffect(() => heading.current?.focus(), [])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      onClose()
    }
    // Before Explain, which may be open beneath it and closes by the same key.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [onClose])

  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          Keys
        </h2>
        <Button variant="default" size="compact-sm" onClick={onClose}>
          Close
        </Button>
      </div>
      {own.length > 0 && <KeyList title="On this screen" lines={own} level={3} />}
      <KeyList title="Everywhere" lines={linesEverywhere(changed, may)} level={3} />
      <KeyList title="In a grid of figures" lines={linesOfGrid(may)} level={3} />
      <WhoMay duty="plan" what="The figures are edited" />
      <p className={classes.more}>
        <Link to="/keys">All keys</Link> · <Link to="/settings">Change keys</Link>
      </p>
    </div>
  )
}
