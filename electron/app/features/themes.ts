import { z } from 'zod'
import type { Change } from '../../../db/change.ts'
import { listNames } from '../../../db/queries/names.ts'
import { schemes, themeMemberships, themes } from '../../../db/subjects.ts'
import { CalendarDay, dayInLondon } from '../../../domain/calendarDay.ts'
import { fail } from '../../../domain/errors.ts'
import { Id } from '../../../domain/id.ts'
import { checkRegrouping } from '../../../domain/ledger/movementRules.ts'
import { Theme } from '../../../domain/programme/theme.ts'
import { moveToTheme } from '../../../domain/programme/themeMembership.ts'
import type { Service } from '../command.ts'
import { ledgerContext } from './ledgerContext.ts'

export const NewTheme = Theme.pick({ name: true, aliases: true, objective: true })

export const addTheme: Service<z.infer<typeof NewTheme>, Theme> = async (change, input, { newId }) => {
  const sort = Math.max(0, ...(await listNames(change.tx, 'theme')).map((theme) => theme.sort)) + 1
  const theme = await themes.insert(change, {
    ...input,
    id: newId(),
    revision: 1,
    isRemoved: false,
    sort,
    retiredOn: null,
  })
  await checkTheme(change, theme)
  return { subject: { kind: 'theme', id: theme.id }, transition: 'added', value: theme, isUndoable: true }
}

export const ThemeChange = Theme.omit({ isRemoved: true, retiredOn: true })

/** Renames a theme or changes its words; a new name leaves the old one among its aliases, so that old reports still match. */
export const changeTheme: Service<z.infer<typeof ThemeChange>, Theme> = async (change, input) => {
  const before = await themes.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'theme', id: input.id })
  const renamedFrom = input.name === before.name || input.aliases.includes(before.name) ? [] : [before.name]
  const aliases = [...input.aliases, ...renamedFrom]
  const after = await themes.save(change, { ...before, ...input, aliases, revision: before.revision + 1 })
  await checkTheme(change, after)
  return { subject: { kind: 'theme', id: after.id }, transition: 'changed', value: after, isUndoable: true }
}

export const ThemeRetirement = z.strictObject({ id: Id, revision: z.int().min(1), retiredOn: CalendarDay })

/** Takes a theme out of use from a day; refused where schemes belong to it then or later (`still-in-use`). */
export const retireTheme: Service<z.infer<typeof ThemeRetirement>, Theme> = async (change, input) => {
  const before = await themes.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'theme', id: input.id })
  const after = await themes.save(change, { ...before, retiredOn: input.retiredOn, revision: before.revision + 1 })
  await checkTheme(change, after)
  return { subject: { kind: 'theme', id: after.id }, transition: 'in use → retired', value: after, isUndoable: true }
}

export const ThemeOrder = z.strictObject({ ids: z.array(Id).min(1).max(1000) })

/** Puts the themes in an order of lists and reports. Throws `stale` unless every theme of the programme is named once. */
export const reorderThemes: Service<z.infer<typeof ThemeOrder>, { ids: Id[] }> = async (change, { ids }) => {
  const known = await themes.list(change.tx)
  const missing = known.find((theme) => !ids.includes(theme.id))
  if (missing || ids.length !== known.length) fail('stale', { entity: 'theme', id: missing?.id ?? '' })
  const moved = ids.flatMap((id, index) => known.filter((theme) => theme.id === id && theme.sort !== index + 1))
  const [first] = moved
  if (!first) return null
  for (const theme of moved) {
    await themes.save(change, { ...theme, sort: ids.indexOf(theme.id) + 1, revision: theme.revision + 1 })
  }
  return { subject: { kind: 'theme', id: first.id }, transition: 'reordered', value: { ids }, isUndoable: true }
}

export const SchemeMove = z.strictObject({ schemeId: Id, themeId: Id, fromOn: CalendarDay })

/**
 * Moves a scheme to another theme from a day; reports of earlier days keep the theme of their day. Refused where the
 * money on the scheme would take a theme over its allocation (`over-allocation`).
 */
export const moveScheme: Service<z.infer<typeof SchemeMove>, { schemeId: Id; themeId: Id }> = async (
  change,
  input,
  { clock, newId },
) => {
  const scheme = await schemes.get(change.tx, input.schemeId)
  const theme = await themes.get(change.tx, input.themeId)
  if (theme.retiredOn && theme.retiredOn <= input.fromOn) fail('wrong-status', { is: 'retired', needs: 'in use' })
  const today = dayInLondon(clock())
  const before = await ledgerContext(change.tx, input.fromOn > today ? input.fromOn : today)
  await saveMove(change, input, newId)
  checkRegrouping(before, { ...before, memberships: await themeMemberships.list(change.tx) })
  return {
    subject: { kind: 'scheme', id: scheme.id },
    transition: 'moved',
    value: { schemeId: scheme.id, themeId: theme.id },
    detail: { theme: theme.name, from: input.fromOn },
    isUndoable: true,
  }
}

/** Closes the membership that holds on the day and opens the next one. */
export const saveMove = async (change: Change, move: z.infer<typeof SchemeMove>, newId: () => Id): Promise<void> => {
  const memberships = await themeMemberships.list(change.tx, { schemeId: move.schemeId })
  const { closed, opened } = moveToTheme(memberships, { ...move, id: newId() })
  for (const membership of closed) await themeMemberships.save(change, membership)
  await themeMemberships.insert(change, opened)
}

/** What has to hold once a theme is saved: throws `name-taken`, and `still-in-use` for a retired one with schemes. */
export const checkTheme = async ({ tx }: Change, { id, name, retiredOn }: Theme): Promise<void> => {
  const taken = (await listNames(tx, 'theme')).some(
    (theme) => theme.id !== id && theme.name.toLowerCase() === name.toLowerCase(),
  )
  if (taken) fail('name-taken', { entity: 'theme', name })
  if (retiredOn === null) return
  const lasting = (await themeMemberships.list(tx, { themeId: id })).filter(
    ({ toOn }) => toOn === null || toOn >= retiredOn,
  )
  const member = (await listNames(tx, 'scheme')).find((scheme) =>
    lasting.some(({ schemeId }) => schemeId === scheme.id),
  )
  if (member) fail('still-in-use', { entity: 'theme', name, by: member.name })
}
