import { type ActionId, actionIds, listedAction } from '../../lib/actionList.ts'
import { gridKeys } from '../../lib/gridKeyList.ts'
import { type ChangedKeys, keysOf } from '../../lib/keptKeys.ts'
import { type Action, nearestAction } from '../../lib/useAction.ts'
import type { KeyLine } from './KeyList.tsx'

const closing: KeyLine = { keys: 'Esc', does: 'Close Explain, this list, a menu, a form or an open cell' }

const isListed = (id: string): id is ActionId => actionIds.some((known) => known === id)

/** The keys of what this page alone can do, in its own words. */
export const linesOfScreen = (actions: readonly Action[], changed: ChangedKeys): KeyLine[] => {
  const own = actions.filter((action) => action.kind === 'screen' && action === nearestAction(actions, action.id))
  return own.flatMap(({ id, words }) => (isListed(id) ? [{ keys: keysInWords(id, changed), does: words }] : []))
}

/** Without undo and redo for who may change nothing that could be undone. */
export const linesEverywhere = (changed: ChangedKeys, { mayUndo }: { mayUndo: boolean }): KeyLine[] => {
  const ids = idsOf('everywhere').filter((id) => mayUndo || (id !== 'undo' && id !== 'redo'))
  return [...linesOf(ids, changed), closing]
}

export const linesOnSomeScreens = (changed: ChangedKeys): KeyLine[] => linesOf(idsOf('some screens'), changed)

/** Without the keys that edit for who may not. */
export const linesOfGrid = ({ mayEdit }: { mayEdit: boolean }): readonly KeyLine[] =>
  mayEdit ? gridKeys : gridKeys.filter(({ isForEditing }) => !isForEditing)

const idsOf = (where: 'everywhere' | 'some screens'): ActionId[] =>
  actionIds.filter((id) => listedAction(id).where === where)

const linesOf = (ids: readonly ActionId[], changed: ChangedKeys): KeyLine[] =>
  ids.map((id) => ({ keys: keysInWords(id, changed), does: listedAction(id).words }))

const keysInWords = (id: ActionId, changed: ChangedKeys): string => keysOf(id, changed).join(' or ')
