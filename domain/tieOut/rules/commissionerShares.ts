import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { ledgerPlace } from '../ledgerSums.ts'

/** All of it, in basis points. */
const WHOLE_BP = 10_000

/** R28: the shares of a jointly commissioned scheme make 100 per cent. */
export const commissionerShares = (facts: ProgrammeFacts): Draft[] =>
  facts.schemes
    .filter(
      ({ commissioner, nhsShareBp, laShareBp }) =>
        commissioner === 'joint' && (nhsShareBp ?? 0) + (laShareBp ?? 0) !== WHOLE_BP,
    )
    .map((scheme) => ({
      key: scheme.id,
      place: ledgerPlace(facts, null, { kind: 'scheme', id: scheme.id }, null),
      subject: { kind: 'shares', name: scheme.name, nhsBp: scheme.nhsShareBp ?? 0, laBp: scheme.laShareBp ?? 0 },
    }))
