import { Link } from '@tanstack/react-router'
import { browserKeys } from '../../lib/chord.ts'
import { useChangedKeys } from '../../lib/keptKeys.ts'
import { useMayDo } from '../../lib/session.ts'
import { Page } from '../../ui/Page.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { KeyList } from './KeyList.tsx'
import classes from './Keys.module.css'
import { linesEverywhere, linesOfGrid, linesOnSomeScreens } from './keyLines.ts'

/** All keys, by where they hold. */
export function KeysScreen() {
  const changed = useChangedKeys()
  const may = { mayUndo: useMayDo('undo'), mayEdit: useMayDo('plan') }
  return (
    <Page
      title="Keys"
      lead={
        <>
          F1 shows the keys of the screen that you are on. They can be changed in <Link to="/settings">Settings</Link>.
        </>
      }
    >
      <div className={classes.lists}>
        <KeyList title="Everywhere" lines={linesEverywhere(changed, may)} />
        <KeyList title="On some screens" lines={linesOnSomeScreens(changed)} />
        <KeyList title="In a grid of figures" lines={linesOfGrid(may)} />
        <KeyList
          title="Kept by the browser"
          lines={[
            { keys: 'Ctrl+P', does: 'Prints the page, grids as plain tables' },
            { keys: 'Ctrl+F, a second time', does: 'Searches the page; the first time it filters the list' },
            ...browserKeys.map(({ keys, does, instead }) => ({ keys, does: `${does}. Instead: ${instead}` })),
          ]}
        />
      </div>
      <WhoMay duty="plan" what="The figures are edited" />
    </Page>
  )
}
