import { DataTable } from '../../ui/DataTable.tsx'
import { Page } from '../../ui/Page.tsx'
import classes from './KeysScreen.module.css'

interface Key {
  keys: string
  does: string
}

const everywhere: Key[] = [
  { keys: 'F1 or Ctrl+/', does: 'Show this list of keys' },
  { keys: 'F6, Shift+F6', does: 'Go to the next or previous region of the page' },
  { keys: 'Ctrl+Z, Ctrl+Shift+Z', does: 'Undo or redo your last change, outside a text box' },
  { keys: 'Ctrl+S', does: 'Say when it was saved; everything saves itself' },
  { keys: 'Ctrl+E', does: 'Open the list of exports, where there is one' },
  { keys: 'Ctrl+F', does: 'Go to the filter of the list; a second time it is the browser’s own' },
  { keys: 'Esc', does: 'Close Explain, a menu, a form or an open cell' },
]

const onScreens: Key[] = [
  { keys: 'Alt+PgUp, Alt+PgDn', does: 'On a scheme: go to the one before or after, on the same tab' },
  { keys: 'F8, Shift+F8', does: 'On Checks: go to the next or previous check' },
]

const inGrid: Key[] = [
  { keys: 'Arrow keys', does: 'Go to the next cell' },
  { keys: 'Home, End', does: 'Go to the first or last cell of the row' },
  { keys: 'Ctrl+Home, Ctrl+End', does: 'Go to the first or last cell of the grid' },
  { keys: 'PgUp, PgDn', does: 'Go a screen of rows up or down' },
  { keys: '→ and ← on a row heading', does: 'Open or close the row' },
  { keys: 'Enter on a row heading', does: 'Open or close the row, or open its page' },
  { keys: 'Ctrl+Enter', does: 'Open the page of the row' },
  { keys: 'Ctrl+[, or Enter on a cell that cannot be edited', does: 'Explain the figure' },
  { keys: 'Alt+R', does: 'Read the cell in full' },
  { keys: 'Typing, Enter or F2', does: 'Edit the cell, while Edit is on' },
  { keys: 'Enter, Shift+Enter', does: 'In an open cell: keep the amount and go down or up' },
  { keys: 'Tab, Shift+Tab', does: 'In an open cell: keep the amount and go right or left' },
  { keys: 'Esc', does: 'In an open cell: leave it as it was' },
]

/** All keys, by where they hold. */
export function KeysScreen() {
  return (
    <Page title="Keys">
      <KeyTable caption="Everywhere" keys={everywhere} />
      <KeyTable caption="On some screens" keys={onScreens} />
      <KeyTable caption="In a grid of figures" keys={inGrid} />
    </Page>
  )
}

function KeyTable({ caption, keys }: { caption: string; keys: Key[] }) {
  return (
    <section className={classes.section}>
      <h2>{caption}</h2>
      <DataTable
        caption={caption}
        isCaptionHidden
        columns={[
          { id: 'keys', heading: 'Key', isRowHeading: true, cell: (key) => <kbd>{key.keys}</kbd> },
          { id: 'does', heading: 'Does', cell: (key) => key.does },
        ]}
        rows={keys}
        keyOf={(key) => key.keys}
        empty={null}
      />
    </section>
  )
}
