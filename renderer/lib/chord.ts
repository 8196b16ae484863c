/** Keys pressed together, as they are written for readers: `Ctrl+Shift+Z`, `Alt+PgUp`, `F6`. */
export type Chord = string

interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  getModifierState?: (key: string) => boolean
}

const shown: Record<string, string> = {
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
}

/** The chord of a press; undefined while only Ctrl, Alt or Shift is down. The command key of a Mac counts as Ctrl. */
export const chordOf = (press: KeyPress): Chord | undefined => {
  const { key } = press
  if (['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'Dead', 'Unidentified', 'Process'].includes(key)) return undefined
  // AltGr types characters and is reported as Ctrl and Alt together.
  const isTyping = press.getModifierState?.('AltGraph') ?? false
  const isLetter = /^\p{L}$/u.test(key)
  const isCharacter = key.length === 1
  return [
    ...((press.ctrlKey || press.metaKey) && !isTyping ? ['Ctrl'] : []),
    ...(press.altKey && !isTyping ? ['Alt'] : []),
    // With other characters Shift is part of which one it is: where `?` stands is the keyboard's own affair.
    ...(press.shiftKey && (isLetter || !isCharacter || key === ' ') ? ['Shift'] : []),
    shown[key] ?? (isLetter ? key.toUpperCase() : key),
  ].join('+')
}

/** Chords that are pressed without Ctrl or Alt would take letters away from whoever types, unless they are function keys. */
export const isUsableChord = (chord: Chord): boolean => /^(Ctrl|Alt)\+/.test(chord) || /^(Shift\+)?F\d+$/.test(chord)

/** What a browser never gives to a page, and how to do here what it would be used for. */
export const browserKeys: readonly { keys: Chord; does: string; instead: string }[] = [
  { keys: 'Ctrl+N', does: 'A new window', instead: 'Ctrl+K, then “Open or start another programme”' },
  { keys: 'Ctrl+T', does: 'A new tab', instead: 'Ctrl+K, then Ctrl+Enter on what is to open beside' },
  { keys: 'Ctrl+W', does: 'Closes the tab', instead: 'Esc closes a panel, a form or a menu' },
  { keys: 'Ctrl+Tab', does: 'The next tab', instead: 'F6 goes to the next region of the page' },
  { keys: 'Ctrl+Shift+N', does: 'A private window', instead: 'none is needed' },
  { keys: 'Ctrl+Shift+T', does: 'The tab closed last', instead: 'Ctrl+K: what was opened last stands first' },
]
