import { z } from 'zod'
import { fundingSources } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Service } from '../../command.ts'

export const SourceOrder = z.strictObject({ ids: z.array(Id).min(1).max(1000) })

/** Puts the sources in the order in which they pay. Throws `stale` unless every source of the programme is named once. */
export const reorderSources: Service<z.infer<typeof SourceOrder>, { ids: Id[] }> = async (change, { ids }) => {
  const known = await fundingSources.list(change.tx)
  const missing = known.find((source) => !ids.includes(source.id))
  if (missing || ids.length !== known.length) fail('stale', { entity: 'funding_source', id: missing?.id ?? '' })
  const moved = ids.flatMap((id, at) => known.filter((source) => source.id === id && source.sort !== at + 1))
  const [first] = moved
  if (!first) return null
  for (const source of moved) {
    await fundingSources.save(change, { ...source, sort: ids.indexOf(source.id) + 1, revision: source.revision + 1 })
  }
  return {
    subject: { kind: 'funding_source', id: first.id },
    transition: 'reordered',
    value: { ids },
    isUndoable: true,
  }
}
