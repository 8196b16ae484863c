import { type ActionId, actionIds, listedAction } from '../../lib/actionList.ts'
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

export const linesEverywhere = (changed: ChangedKeys): KeyLine[] => [...linesOf('everywhere', changed), closing]

export const linesOnSomeScreens = (changed: ChangedKeys): KeyLine[] => linesOf('some screens', changed)

const linesOf = (where: 'everywhere' | 'some screens', changed: ChangedKeys): KeyLine[] =>
  actionIds
    .filter((id) => listedAction(id).where === where)
    .map((id) => ({ keys: keysInWords(id, changed), does: listedAction(id).words }))

const keysInWords = (id: ActionId, changed: ChangedKeys): string => keysOf(id, changed).join(' or ')
