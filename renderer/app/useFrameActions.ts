import { useMantineColorScheme } from '@mantine/core'
import { MoneyUnit } from '../../domain/money.ts'
import { copyText } from '../lib/copyText.ts'
import { formatMomentFrom, unitSpoken } from '../lib/format.ts'
import {
  type Appearance,
  appearances,
  appearanceWords,
  Density,
  densityWords,
  setDensity,
  useDensity,
} from '../lib/look.ts'
import { useMayDo, useSession } from '../lib/session.ts'
import { announce } from '../lib/status.ts'
import { useAction, useOwnActions } from '../lib/useAction.ts'
import { useActionKeys } from '../lib/useActionKeys.ts'
import { useRole } from '../lib/useRole.ts'
import { useView } from '../lib/useView.ts'
import { openPalette } from './palette/paletteState.ts'
import { submitForm } from './submitForm.ts'
import { useRegions } from './useRegions.ts'
import { useUndo } from './useUndo.ts'

/** What can be done on every page, by key and under Ctrl+K. */
export const useFrameActions = (onKeys: () => void): void => {
  const { programme, today } = useSession()
  const { view, setView } = useView()
  const goRound = useRegions()
  const { undo, redo } = useUndo()
  const mayUndo = useMayDo('undo')
  const { role, roles, actAs } = useRole()
  const density = useDensity()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const saved = programme?.savedAt

  useActionKeys()
  useAction('search', () => openPalette())
  useAction('keys', onKeys)
  useAction('next-region', () => goRound(false))
  useAction('previous-region', () => goRound(true))
  // Not only once the list holds a change: who presses Ctrl+Z while it is still being saved means that one.
  useAction('undo', undo, { when: mayUndo })
  useAction('redo', redo, { when: mayUndo })
  useAction('saved', () =>
    announce(saved ? `Everything is saved, last ${formatMomentFrom(saved, today)}` : 'Everything is saved'),
  )
  useAction('copy-link', copyLink)
  useOwnActions([
    // Where a page names no main action it is that of its form.
    { id: 'main', words: 'Send the form', kind: 'everywhere', run: submitForm },
    { id: 'export', words: 'Find a report', kind: 'everywhere', run: () => openPalette('export') },
    ...MoneyUnit.options
      .filter((unit) => unit !== view.unit)
      .map((unit) => ({
        id: `unit ${unit}`,
        words: `Show amounts in ${unitSpoken[unit]}, ${unit}`,
        kind: 'everywhere' as const,
        run: () => setView({ unit }),
      })),
    ...roles
      .filter((each) => each.role !== role)
      .map((each) => ({
        id: `role ${each.role}`,
        words: `Act as ${each.title}`,
        kind: 'everywhere' as const,
        run: () => actAs(each.role),
      })),
    ...Density.options
      .filter((each) => each !== density)
      .map((each) => ({
        id: `rows ${each}`,
        words: `Rows: ${densityWords[each]}`,
        kind: 'everywhere' as const,
        run: () => setDensity(each),
      })),
    ...appearances
      .filter((each) => each !== colorScheme)
      .map((each: Appearance) => ({
        id: `appearance ${each}`,
        words: `Appearance: ${appearanceWords[each]}`,
        kind: 'everywhere' as const,
        run: () => setColorScheme(each),
      })),
    ...(view.asAt === null
      ? []
      : [{ id: 'today', words: 'Return to today', kind: 'everywhere' as const, run: () => setView({ asAt: null }) }]),
  ])
}

/** The link to exactly this view. Where the browser does not let the page copy, it is at least shown. */
function copyLink(): void {
  const { href } = location
  announce(
    copyText(href)
      ? 'Copied: the link to this view, with its years, unit, day and filters'
      : `The browser does not let the page copy. The link is ${href}`,
  )
}
