import { z } from 'zod'
import { spendMappings } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { SpendMapping } from '../../../../domain/spend/spendMapping.ts'
import type { Service } from '../../command.ts'

export const MappingToKeep = SpendMapping.pick({ name: true, mapping: true })

/** Keeps a mapping under a name, in the place of one that has it already. */
export const keepMapping: Service<z.infer<typeof MappingToKeep>, SpendMapping> = async (change, given, { newId }) => {
  const isNamed = ({ name }: SpendMapping) => name.toLowerCase() === given.name.toLowerCase()
  const before = (await spendMappings.list(change.tx)).find(isNamed)
  const value = before
    ? await spendMappings.save(change, { ...before, ...given, revision: before.revision + 1 })
    : await spendMappings.insert(change, { ...given, id: newId(), revision: 1, isRemoved: false })
  return {
    subject: { kind: 'spend_mapping', id: value.id },
    transition: before ? 'changed' : 'kept',
    value,
    detail: { name: value.name },
    isUndoable: true,
  }
}

export const MappingRemoval = z.strictObject({ id: Id, revision: z.int().min(1) })

/** Imports that were read with it stay as they are. */
export const removeMapping: Service<z.infer<typeof MappingRemoval>, SpendMapping> = async (change, input) => {
  const before = await spendMappings.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'spend_mapping', id: input.id })
  const value = await spendMappings.save(change, { ...before, isRemoved: true, revision: before.revision + 1 })
  return {
    subject: { kind: 'spend_mapping', id: value.id },
    transition: 'removed',
    value,
    detail: { name: value.name },
    isUndoable: true,
  }
}
