import { z } from 'zod'
import type { Change } from '../../../db/change.ts'
import { listNames } from '../../../db/queries/names.ts'
import { balanceLines } from '../../../db/queries/programmeFacts.ts'
import { caseStatuses, organisations, schemes, themes } from '../../../db/subjects.ts'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import { fail } from '../../../domain/errors.ts'
import { Id } from '../../../domain/id.ts'
import { blankScheme } from '../../../domain/programme/blankScheme.ts'
import { checkCommissioner } from '../../../domain/programme/commissioner.ts'
import { CaseStatus, Lifecycle, type Scheme, SchemeAttributes } from '../../../domain/programme/scheme.ts'
import { canMoveTo, isByClosure, moveLifecycle } from '../../../domain/programme/schemeLifecycle.ts'
import type { Service } from '../command.ts'
import { refuseUnderWay } from './closure/underWay.ts'
import { saveMove } from './themes.ts'

export const NewScheme = z.strictObject({
  themeId: Id,
  fromOn: CalendarDay,
  lifecycle: Lifecycle.extract(['idea', 'live', 'unfunded']),
  /** Its place in the order of lists; at the end where none is given. */
  sort: z.int().min(1).nullable().default(null),
  attributes: SchemeAttributes.partial().extend({ name: SchemeAttributes.shape.name }),
})

export const addScheme: Service<z.infer<typeof NewScheme>, Scheme> = async (change, input, { newId }) => {
  const theme = await themes.get(change.tx, input.themeId)
  if (theme.retiredOn && theme.retiredOn <= input.fromOn) fail('wrong-status', { is: 'retired', needs: 'in use' })
  const attributes = SchemeAttributes.parse({ ...blankScheme, ...input.attributes })
  await checkAttributes(change, attributes)
  const sort = input.sort ?? Math.max(0, ...(await listNames(change.tx, 'scheme')).map((scheme) => scheme.sort)) + 1
  const scheme = await schemes.insert(change, {
    ...attributes,
    id: newId(),
    revision: 1,
    isRemoved: false,
    sort,
    lifecycle: input.lifecycle,
  })
  await saveMove(change, { schemeId: scheme.id, themeId: theme.id, fromOn: input.fromOn }, newId)
  return {
    subject: { kind: 'scheme', id: scheme.id },
    transition: `added as ${input.lifecycle}`,
    value: scheme,
    isUndoable: true,
  }
}

export const SchemeChange = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  attributes: SchemeAttributes.partial(),
  sort: z.int().min(1).optional(),
})

/** Changes what is said of a scheme; a new name leaves the old one among its aliases. */
export const changeScheme: Service<z.infer<typeof SchemeChange>, Scheme> = async (change, input) => {
  const before = await schemes.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'scheme', id: input.id })
  const attributes = input.attributes as Partial<SchemeAttributes>
  const changed = { ...before, ...attributes, sort: input.sort ?? before.sort, revision: before.revision + 1 }
  await checkAttributes(change, changed)
  const isRenamed = changed.name !== before.name && !changed.aliases.includes(before.name)
  const after = await schemes.save(change, {
    ...changed,
    aliases: isRenamed ? [...changed.aliases, before.name] : changed.aliases,
  })
  return { subject: { kind: 'scheme', id: after.id }, transition: 'changed', value: after, isUndoable: true }
}

export const LifecycleChange = z.strictObject({ id: Id, revision: z.int().min(1), lifecycle: Lifecycle })

/**
 * Takes a scheme to its next state; cancelling is refused while money still stands on it or is on its way to it (R32), and
 * completing and closing go by its closure.
 */
export const changeLifecycle: Service<z.infer<typeof LifecycleChange>, Scheme> = async (change, input) => {
  const before = await schemes.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'scheme', id: input.id })
  if (canMoveTo(before.lifecycle, input.lifecycle) && isByClosure(input.lifecycle)) fail('closure-needed', {})
  const moved = moveLifecycle(before, input.lifecycle, await balanceLines(change.tx))
  if (moved.lifecycle === 'cancelled') await refuseUnderWay(change.tx, before)
  const after = await schemes.save(change, moved)
  return {
    subject: { kind: 'scheme', id: after.id },
    transition: `${before.lifecycle} → ${after.lifecycle}`,
    value: after,
    isUndoable: true,
  }
}

export const CaseStatusChange = CaseStatus.pick({ schemeId: true, startYear: true, status: true, place: true })

/** Records what is known of a scheme's business case for a year; a later record for the same year takes its place. */
export const recordCaseStatus: Service<z.infer<typeof CaseStatusChange>, CaseStatus> = async (
  change,
  input,
  { newId },
) => {
  await schemes.get(change.tx, input.schemeId)
  const known = (await caseStatuses.list(change.tx, { schemeId: input.schemeId })).find(
    (each) => each.startYear === input.startYear,
  )
  const value = known
    ? await caseStatuses.save(change, { ...known, ...input, revision: known.revision + 1 })
    : await caseStatuses.insert(change, { ...input, id: newId(), revision: 1, isRemoved: false })
  return {
    subject: { kind: 'scheme', id: input.schemeId },
    transition: `case ${known?.status ?? 'not stated'} → ${value.status}`,
    value,
    isUndoable: true,
  }
}

/** What has to hold of a scheme that is saved: `shares-not-whole`, `not-found` for its organisation, `name-taken`. */
export const checkAttributes = async ({ tx }: Change, scheme: SchemeAttributes & { id?: Id }): Promise<void> => {
  checkCommissioner(scheme)
  if (scheme.leadOrganisationId) await organisations.get(tx, scheme.leadOrganisationId)
  const taken = (await listNames(tx, 'scheme')).some(
    (each) => each.id !== scheme.id && each.name.toLowerCase() === scheme.name.toLowerCase(),
  )
  if (taken) fail('name-taken', { entity: 'scheme', name: scheme.name })
}
