import { fail } from '../../../../../domain/errors.ts'
import { benefitsReport } from '../../../../../reports/benefits/report.ts'
import { benefitsScreen } from '../../benefits/benefitsScreen.ts'
import type { MakeReport } from '../reportContext.ts'

export const makeBenefits: MakeReport = async ({ facts, db, order }) => {
  const { scope } = order
  const { benefits: known } = await benefitsScreen(facts, db)
  const scheme =
    scope.kind === 'scheme'
      ? (facts.schemes.find(({ id }) => id === scope.id) ?? fail('not-found', { entity: 'scheme', id: scope.id }))
      : null
  const sortOf = new Map(facts.schemes.map(({ id, sort }) => [id, sort]))
  const reported = known
    .filter(({ benefit }) => scheme === null || benefit.schemeId === scheme.id)
    .sort(
      ({ benefit: one }, { benefit: other }) =>
        (sortOf.get(one.schemeId) ?? 0) - (sortOf.get(other.schemeId) ?? 0) || (one.id < other.id ? -1 : 1),
    )
  return benefitsReport(reported, {
    about: scheme?.name ?? null,
    schemes: scheme === null ? facts.schemes.length : 1,
    unit: order.unit ?? '£',
  })
}
