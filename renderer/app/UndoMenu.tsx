import { Button, Menu } from '@mantine/core'
import { Instant } from '../../domain/calendarDay.ts'
import { formatMoment } from '../../domain/inWords.ts'
import { operationWords } from '../lib/operationWords.ts'
import { useView } from '../lib/useView.ts'
import classes from './UndoMenu.module.css'
import { useUndo } from './useUndo.ts'

/** Takes back the actor's own last change, and lists the last fifty, also after a restart. */
export function UndoMenu() {
  const { list, undo, redo, isBusy } = useUndo()
  const { view } = useView()
  if (!list || view.asAt !== null) return null
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
          {list.changes.length === 0 && (
            <Menu.Item disabled className={classes.item}>
              You have not changed anything yet
            </Menu.Item>
          )}
          {list.changes.map((change) => (
            <Menu.Item
              key={change.seq}
              disabled={change.seq !== list.next && change.seq !== list.redo}
              onClick={change.seq === list.next ? undo : redo}
              className={classes.item}
            >
              {operationWords(change.operation)}
              {change.isUndone && ' (undone)'}
              {change.seq === list.next && ': undo this'}
              {change.seq === list.redo && ': redo what it took back'}
              <span className={classes.when}>{formatMoment(Instant.parse(change.recordedAt))}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
