import { isUnderWay } from '../../businessCase/nextVersion.ts'
import type { Id } from '../../id.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { ledgerPlace } from '../ledgerSums.ts'

interface Claim {
  schemeId: Id
  name: string
  measure: string
  /** The benefit of the register, where it stands there. */
  benefit: ProgrammeFacts['benefits'][number] | null
}

/** R37: a benefit of the same name and measure of two schemes, in the register or in cases, may be counted twice. */
export const benefitsTwice = (facts: ProgrammeFacts): Draft[] =>
  [...Map.groupBy(claimsOf(facts), keyOf)].flatMap(([key, claims]): Draft[] => {
    const [one, other] = firstPair(claims) ?? []
    if (!one || !other) return []
    const nameOf = (id: Id) => facts.schemes.find((scheme) => scheme.id === id)?.name ?? ''
    return [
      {
        key: `benefit ${key}`,
        place: ledgerPlace(facts, null, { kind: 'scheme', id: one.schemeId }, null),
        subject: {
          kind: 'benefit-twice',
          name: nameOf(one.schemeId),
          other: nameOf(other.schemeId),
          benefit: one.name,
        },
      },
    ]
  })

/** What the register holds, and what cases say that have not come to it. */
const claimsOf = ({ benefits, cases }: ProgrammeFacts): Claim[] => {
  const known = benefits
    .filter(({ status }) => status !== 'closed' && status !== 'not_realised')
    .map((benefit) => ({ schemeId: benefit.schemeId, name: benefit.name, measure: benefit.measure, benefit }))
  const inRegister = new Set(benefits.map((benefit) => `${benefit.schemeId} ${keyOf(benefit)}`))
  const live = cases.filter(
    (each) => isUnderWay(each) || each.status === 'approved' || each.status === 'approved_with_conditions',
  )
  const inCases = live.flatMap(({ schemeId, benefits: own }) =>
    own.map(({ name, measure }) => ({ schemeId, name, measure, benefit: null })),
  )
  return [
    ...known,
    ...inCases.filter((claim) => claim.name.trim() !== '' && !inRegister.has(`${claim.schemeId} ${keyOf(claim)}`)),
  ]
}

const firstPair = (claims: readonly Claim[]): [Claim, Claim] | undefined => {
  for (const [at, one] of claims.entries()) {
    const other = claims.slice(at + 1).find((each) => each.schemeId !== one.schemeId && !isSettled(one, each))
    if (other) return [one, other]
  }
  return undefined
}

/** Somebody has answered that each of the two counts something of its own. */
const isSettled = ({ benefit: one }: Claim, { benefit: other }: Claim): boolean =>
  one !== null && other !== null && (saysOnce(one, other) || saysOnce(other, one))

type Known = NonNullable<Claim['benefit']>

const saysOnce = ({ doubleCount }: Known, { id }: Known): boolean =>
  doubleCount?.withId === id && doubleCount.answer === 'counted_once'

const keyOf = ({ name, measure }: Pick<Claim, 'name' | 'measure'>): string => `${plain(name)} / ${plain(measure)}`

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
