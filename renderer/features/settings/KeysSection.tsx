import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type ActionId, actionIds, listedAction } from '../../lib/actionList.ts'
import { changeKeys, keysOf, resetKeys, useChangedKeys } from '../../lib/keptKeys.ts'
import { announce } from '../../lib/status.ts'
import { useFocusBack } from '../../lib/useFocusBack.ts'
import { KeyField } from './KeyField.tsx'
import classes from './Keys.module.css'
import { SettingsSection } from './SettingsSection.tsx'

/** Which key does what: a key is changed by pressing it. Those of grids stay as they are in Excel. */
export function KeysSection() {
  const changed = useChangedKeys()
  const [asking, setAsking] = useState<ActionId | null>(null)
  const focusBack = useFocusBack()

  const close = (id: ActionId) => {
    setAsking(null)
    focusBack(`change-key-${id}`)
  }
  return (
    <SettingsSection title="Keys">
      <p>
        Choose Change and press the new key. The <Link to="/keys">list of keys</Link> has those of grids too, which stay
        as they are.
      </p>
      <ul className={classes.list}>
        {actionIds.map((id) => {
          const { words } = listedAction(id)
          return (
            <li key={id} className={classes.line}>
              <span className={classes.words}>{words}</span>
              {asking === id ? (
                <KeyField
                  id={id}
                  onCancel={() => close(id)}
                  onKey={(chord) => {
                    changeKeys(id, chord)
                    announce(`${chord} is now the key for: ${words}`)
                    close(id)
                  }}
                />
              ) : (
                <>
                  <kbd className={classes.key}>{keysOf(id, changed).join(' or ')}</kbd>
                  <span className={classes.acts}>
                    <Button
                      id={`change-key-${id}`}
                      variant="default"
                      size="compact-sm"
                      aria-label={`Change the key: ${words}`}
                      onClick={() => setAsking(id)}
                    >
                      Change
                    </Button>
                    {changed[id] && (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={`Reset the key: ${words}`}
                        onClick={() => {
                          changeKeys(id, null)
                          announce(`${listedAction(id).keys.join(' or ')} is again the key for: ${words}`)
                        }}
                      >
                        Reset
                      </Button>
                    )}
                  </span>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {Object.keys(changed).length > 0 && (
        <p>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => {
              resetKeys()
              announce('All keys are again as they came')
            }}
          >
            Reset all keys
          </Button>
        </p>
      )}
    </SettingsSection>
  )
}
