import { Button, Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { Instant } from '../../domain/calendarDay.ts'
import { formatMoment } from '../../domain/inWords.ts'
import { useMayDo } from '../lib/session.ts'
import { ownChanges } from './ownChanges.ts'
import classes from './UndoMenu.module.css'
import { useUndo } from './useUndo.ts'

/** Takes back the actor's own last change, and lists the last fifty, also after a restart. Who may change nothing has none. */
export function UndoMenu() {
  const { list, undo, redo, isBusy } = useUndo()
  const mayUndo = useMayDo('undo')
  if (!list || !mayUndo) return null
  return (
    <div className={classes.pair}>
      {list.next !== null && (
        <Button variant="default" size="compact-sm" loading={isBusy} onClick={undo}>
          ↶ Undo
        </Button>
      )}
      {list.redo !== null && (
        <Button variant="default" size="compact-sm" loading={isBusy} onClick={redo}>
          ↷ Redo
        </Button>
      )}
      <Menu position="bottom-end" width="22rem">
        <Menu.Target>
          <Button variant="default" size="compact-sm">
            Your changes ▾
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown}>
          <Menu.Label>Your last changes in this role. Undo takes back the newest</Menu.Label>
          {list.changes.length === 0 && <Idle>You have not changed anything yet</Idle>}
          {ownChanges(list).map(({ seq, words, isUndone, act, recordedAt }) => {
            const entry = (
              <>
                {words}
                {isUndone && ' (undone)'}
                {act && `: ${act} this`}
                <span className={classes.when}>{formatMoment(Instant.parse(recordedAt))}</span>
              </>
            )
            if (act === null) return <Idle key={seq}>{entry}</Idle>
            return (
              <Menu.Item key={seq} onClick={act === 'undo' ? undo : redo}>
                {entry}
              </Menu.Item>
            )
          })}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

/** An entry to be read, by key too, that does nothing. */
function Idle({ children }: { children: ReactNode }) {
  return (
    <Menu.Item aria-disabled closeMenuOnClick={false} className={classes.idle}>
      {children}
    </Menu.Item>
  )
}
