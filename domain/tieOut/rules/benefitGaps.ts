import { benefitGaps as gapsOf } from '../../businessCase/completeness.ts'
import { isUnderWay } from '../../businessCase/nextVersion.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { ledgerPlace } from '../ledgerSums.ts'

/** R33: before a full business case is approved each of its benefits has an owner, a baseline, a unit and a target year. */
export const benefitGaps = (facts: ProgrammeFacts): Draft[] =>
  facts.cases
    .filter((each) => each.stage === 'fbc' && isUnderWay(each))
    .flatMap(({ id, schemeId, reference, benefits }): Draft[] => {
      const gaps = gapsOf(benefits)
      if (gaps.length === 0 && benefits.length > 0) return []
      const name = facts.schemes.find((scheme) => scheme.id === schemeId)?.name ?? ''
      return [
        {
          key: id,
          place: ledgerPlace(facts, null, { kind: 'scheme', id: schemeId }, null),
          subject: { kind: 'benefit-gaps', name, reference, incomplete: gaps.length, benefits: benefits.length },
        },
      ]
    })
