import type { Repository, Subject } from '../../../db/repository.ts'
import type { Tx } from '../../../db/schema.ts'
import { fail } from '../../../domain/errors.ts'
import type { Id } from '../../../domain/id.ts'

/** A thing at the revision that the caller has read. Throws `not-found`, and `stale` where somebody saved since. */
export const seen = async <T extends Subject>(
  tx: Tx,
  repository: Repository<T>,
  { id, revision }: { id: Id; revision: number },
): Promise<T> => {
  const found = await repository.get(tx, id)
  return found.revision === revision ? found : fail('stale', { entity: repository.kind, id })
}
