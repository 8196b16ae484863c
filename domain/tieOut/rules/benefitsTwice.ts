import { isUnderWay } from '../../businessCase/nextVersion.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { ledgerPlace } from '../ledgerSums.ts'

/** R37: a benefit of the same name and measure in the cases of two schemes may be counted twice. */
export const benefitsTwice = (facts: ProgrammeFacts): Draft[] => {
  const live = facts.cases.filter(
    (each) => isUnderWay(each) || each.status === 'approved' || each.status === 'approved_with_conditions',
  )
  const claims = live.flatMap(({ schemeId, benefits }) =>
    benefits.filter(({ name }) => name.trim() !== '').map((benefit) => ({ schemeId, benefit })),
  )
  const alike = Map.groupBy(claims, ({ benefit }) => `${plain(benefit.name)} / ${plain(benefit.measure)}`)
  return [...alike].flatMap(([key, [first, ...rest]]): Draft[] => {
    const other = rest.find((claim) => claim.schemeId !== first?.schemeId)
    if (!first || !other) return []
    const nameOf = (id: string) => facts.schemes.find((scheme) => scheme.id === id)?.name ?? ''
    return [
      {
        key: `benefit ${key}`,
        place: ledgerPlace(facts, null, { kind: 'scheme', id: first.schemeId }, null),
        subject: {
          kind: 'benefit-twice',
          name: nameOf(first.schemeId),
          other: nameOf(other.schemeId),
          benefit: first.benefit.name,
        },
      },
    ]
  })
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
