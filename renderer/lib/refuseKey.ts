import { type ActionId, actionIds, listedAction } from './actionList.ts'
import { browserKeys, type Chord, isUsableChord } from './chord.ts'
import { gridKeys } from './gridKeyList.ts'
import { type ChangedKeys, keysOf } from './keptKeys.ts'

/** Why a chord cannot be the key of an action, with what has it already; undefined when it can. */
export const refuseKey = (id: ActionId, chord: Chord, changed?: ChangedKeys): string | undefined => {
  if (!isUsableChord(chord))
    return `${chord} types or moves. Press a key together with Ctrl or Alt, or one of F1 to F12`
  const kept = browserKeys.find(({ keys }) => keys === chord)
  if (kept) return `The browser keeps ${chord}: ${kept.does.toLowerCase()}. Press another key`
  const inGrid = gridKeys.find(({ chords }) => chords.includes(chord))
  if (inGrid) return `In a grid ${chord} has a meaning: ${inGrid.does.toLowerCase()}. Press another key`
  const other = actionIds.find((each) => each !== id && keysOf(each, changed).includes(chord))
  return other && `${chord} is the key for “${listedAction(other).words}”. Press another, or change that one first`
}
