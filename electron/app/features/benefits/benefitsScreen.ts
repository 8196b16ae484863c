import type { Reading } from '../../../../db/schema.ts'
import { benefits } from '../../../../db/subjects.ts'
import { alike } from '../../../../domain/benefit/alike.ts'
import { progress } from '../../../../domain/benefit/progress.ts'
import { benefitGaps } from '../../../../domain/businessCase/completeness.ts'
import { isUnderWay } from '../../../../domain/businessCase/nextVersion.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { untakenLines } from '../untakenLines.ts'

/** Every benefit with its scheme and how far it has come, what may be counted twice, and what cases have beside. */
export const benefitsScreen = async (facts: ProgrammeFacts, db: Reading) => {
  const known = await benefits.list(db)
  const names = new Map<string, string>(facts.schemes.map(({ id, name }) => [id, name]))
  const organisations = new Map<string, string>(facts.organisations.map(({ id, name }) => [id, name]))
  return {
    asAt: facts.asAt,
    years: { startYear: facts.programme.startYear, endYear: facts.programme.endYear },
    schemes: facts.schemes.map(({ id, name, lifecycle }) => ({ id, name, lifecycle })),
    organisations: facts.organisations.map(({ id, name }) => ({ id, name })),
    benefits: known.map((benefit) => ({
      benefit,
      scheme: names.get(benefit.schemeId) ?? '',
      ownerOrganisation: organisations.get(benefit.ownerOrganisationId ?? '') ?? null,
      progress: progress(benefit),
      countedWith: known.find(({ id }) => id === benefit.doubleCount?.withId)?.name ?? null,
      reference: facts.cases.find(({ id }) => id === benefit.origin?.caseId)?.reference ?? null,
    })),
    alike: alike(known).map(({ one, other }) => ({
      one: { id: one.id, revision: one.revision, name: one.name, scheme: names.get(one.schemeId) ?? '' },
      other: { id: other.id, name: other.name, scheme: names.get(other.schemeId) ?? '' },
      isAsked: [one, other].some(({ doubleCount }) => doubleCount !== null),
    })),
    untaken: await untakenLines(db, facts, 'benefits', known),
    /** R33: full business cases under way that could not be approved as they stand. */
    stopped: facts.cases
      .filter((each) => each.stage === 'fbc' && isUnderWay(each))
      .filter((each) => each.benefits.length === 0 || benefitGaps(each.benefits).length > 0)
      .map(({ id, reference, title }) => ({ id, reference, title })),
  }
}
