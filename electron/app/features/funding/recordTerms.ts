import type { z } from 'zod'
import { fundingSources } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import { FundingSource, isBorrowing } from '../../../../domain/programme/fundingSource.ts'
import type { Service } from '../../command.ts'
import { checkSource } from '../sources.ts'

export const SourceTerms = FundingSource.pick({
  id: true,
  revision: true,
  conditions: true,
  restrictedTo: true,
  spendByOn: true,
  securedStatus: true,
  interestRateBp: true,
  assetLifeYears: true,
})

/**
 * Records on what terms a source is given: what it may pay for, until when, how certain it is, and what it costs. Throws
 * `no-borrowing-terms` for a rate or a life of what is not borrowed, and `wrong-nature` where it already pays for the other nature.
 */
export const recordTerms: Service<z.infer<typeof SourceTerms>, FundingSource> = async (change, input) => {
  const before = await fundingSources.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'funding_source', id: input.id })
  const hasTerms = input.interestRateBp !== null || input.assetLifeYears !== null
  if (hasTerms && !isBorrowing(before)) fail('no-borrowing-terms', { source: before.name })
  const after = await fundingSources.save(change, { ...before, ...input, revision: before.revision + 1 })
  await checkSource(change, after)
  return {
    subject: { kind: 'funding_source', id: after.id },
    transition: 'terms recorded',
    value: after,
    isUndoable: true,
  }
}
