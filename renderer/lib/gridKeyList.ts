import type { Chord } from './chord.ts'

export interface FixedKey {
  keys: string
  does: string
  /** As chords, where another act must not take them. */
  chords: readonly Chord[]
  /** Only where figures may be changed. */
  isForEditing?: true
}

/** The keys of every grid of figures. They are those of Excel and of accessible grids, and stay as they are. */
export const gridKeys: readonly FixedKey[] = [
  { keys: '← ↑ → ↓', does: 'Go to the next cell', chords: [] },
  { keys: 'Home, End', does: 'Go to the first or last cell of the row', chords: [] },
  { keys: 'Ctrl+Home, Ctrl+End', does: 'Go to the first or last cell of the grid', chords: ['Ctrl+Home', 'Ctrl+End'] },
  { keys: 'PgUp, PgDn', does: 'Go a screen of rows up or down', chords: [] },
  { keys: '→ and ← on a row heading', does: 'Open or close the row', chords: [] },
  { keys: 'Enter on a row heading', does: 'Open or close the row, or open its page', chords: [] },
  {
    keys: 'Ctrl+Enter on a row heading',
    does: 'Open the page of the row; in a cell, the main action of the page',
    chords: [],
  },
  {
    keys: 'Ctrl+[, or Enter on a cell that cannot be edited',
    does: 'Explain the figure',
    chords: ['Ctrl+['],
  },
  { keys: 'Alt+R', does: 'Read the cell in full', chords: ['Alt+R'] },
  { keys: 'Typing, Enter or F2', does: 'Edit the cell, while Edit is on', chords: ['F2'], isForEditing: true },
  {
    keys: 'Enter, Shift+Enter',
    does: 'In an open cell: keep the amount and go down or up; with Ctrl, keep it and do the main action of the page',
    chords: [],
    isForEditing: true,
  },
  {
    keys: 'Tab, Shift+Tab',
    does: 'In an open cell: keep the amount and go right or left',
    chords: [],
    isForEditing: true,
  },
  { keys: 'Esc', does: 'In an open cell: leave it as it was', chords: [], isForEditing: true },
  {
    keys: 'Shift+arrows, Shift+Space, Ctrl+Space, Ctrl+A',
    does: 'Select cells, the row, the column or all; the status line adds them up',
    chords: ['Ctrl+Space', 'Ctrl+A'],
  },
  { keys: 'Ctrl+C', does: 'Copy to Excel', chords: ['Ctrl+C', 'Ctrl+X'] },
  { keys: 'Ctrl+V', does: 'While Edit is on: paste from Excel', chords: ['Ctrl+V'], isForEditing: true },
  {
    keys: 'Ctrl+R, Ctrl+D',
    does: 'While Edit is on: fill right, fill down',
    chords: ['Ctrl+R', 'Ctrl+D'],
    isForEditing: true,
  },
  { keys: 'Delete', does: 'While Edit is on: clear the cells', chords: [], isForEditing: true },
]
