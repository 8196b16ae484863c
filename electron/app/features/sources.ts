import { z } from 'zod'
import type { Change } from '../../../db/change.ts'
import { hasMoneyOf } from '../../../db/queries/hasMoneyOf.ts'
import { fundingSources } from '../../../db/subjects.ts'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import { fail } from '../../../domain/errors.ts'
import { Id } from '../../../domain/id.ts'
import { FundingSource } from '../../../domain/programme/fundingSource.ts'
import type { Service } from '../command.ts'

export const NewSource = FundingSource.omit({ id: true, revision: true, isRemoved: true, sort: true, retiredOn: true })

export const addSource: Service<z.infer<typeof NewSource>, FundingSource> = async (change, input, { newId }) => {
  const sort = Math.max(0, ...(await fundingSources.list(change.tx)).map((source) => source.sort)) + 1
  const source = await fundingSources.insert(change, {
    ...input,
    id: newId(),
    revision: 1,
    isRemoved: false,
    sort,
    retiredOn: null,
  })
  await checkSource(change, source)
  return { subject: { kind: 'funding_source', id: source.id }, transition: 'added', value: source, isUndoable: true }
}

export const SourceChange = FundingSource.omit({ isRemoved: true, retiredOn: true })

export const changeSource: Service<z.infer<typeof SourceChange>, FundingSource> = async (change, input) => {
  const before = await fundingSources.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'funding_source', id: input.id })
  const after = await fundingSources.save(change, { ...before, ...input, revision: before.revision + 1 })
  await checkSource(change, after)
  return { subject: { kind: 'funding_source', id: after.id }, transition: 'changed', value: after, isUndoable: true }
}

export const SourceRetirement = z.strictObject({ id: Id, revision: z.int().min(1), retiredOn: CalendarDay })

/** Takes a source out of use from a day; what it has funded stays. */
export const retireSource: Service<z.infer<typeof SourceRetirement>, FundingSource> = async (change, input) => {
  const before = await fundingSources.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'funding_source', id: input.id })
  const after = await fundingSources.save(change, {
    ...before,
    retiredOn: input.retiredOn,
    revision: before.revision + 1,
  })
  return {
    subject: { kind: 'funding_source', id: after.id },
    transition: 'in use → retired',
    value: after,
    isUndoable: true,
  }
}

/** What has to hold once a source is saved: throws `name-taken`, and `wrong-nature` where it pays for what it may not (R19). */
export const checkSource = async ({ tx }: Change, { id, name, restrictedTo }: SourceKept): Promise<void> => {
  const taken = (await fundingSources.list(tx)).some(
    (source) => source.id !== id && source.name.toLowerCase() === name.toLowerCase(),
  )
  if (taken) fail('name-taken', { entity: 'funding source', name })
  if (restrictedTo === null) return
  const nature = restrictedTo === 'capital' ? 'revenue' : 'capital'
  if (await hasMoneyOf(tx, id, nature)) fail('wrong-nature', { source: name, nature })
}

type SourceKept = Pick<FundingSource, 'id' | 'name' | 'restrictedTo'>
