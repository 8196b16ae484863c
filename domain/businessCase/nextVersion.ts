import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { type BusinessCase, CaseContents, type CaseStage, type CaseState } from './businessCase.ts'

/** The states that a next version may follow; a deferred case keeps its version and comes back to an agenda. */
export const mayFollow: readonly CaseState[] = [
  'returned',
  'not_recommended',
  'refused',
  'withdrawn',
  'lapsed',
  'approved',
  'approved_with_conditions',
]

/** On its way to a decision: no other version of it may set out. */
export const isUnderWay = ({ status }: Pick<BusinessCase, 'status'>): boolean =>
  ['draft', 'submitted', 'in_review', 'recommended', 'deferred'].includes(status)

/** A draft with the contents of a case that came to an end, or that it is to take the place of. Throws `wrong-status`. */
export const nextVersion = (
  before: BusinessCase,
  { id, actor, version, reference }: { id: Id; actor: string; version: number; reference: string },
): BusinessCase => {
  if (!mayFollow.includes(before.status)) fail('wrong-status', { is: before.status, needs: mayFollow.join(' or ') })
  const contents = CaseContents.parse(
    Object.fromEntries(Object.keys(CaseContents.shape).map((field) => [field, before[field as keyof CaseContents]])),
  )
  // Whether somebody has an interest is asked of its writers anew.
  const asked = { ...contents, hasInterest: null, interests: '' }
  // What somebody else wrote before is still theirs, so none of them decides on the next version either (R14).
  const writers = [...new Set([...before.writers, actor])]
  return { ...blankCase({ ...before, id, actor, version, reference }), ...asked, writers, supersedesId: before.id }
}

/** A new draft of a scheme's case, by its first writer. */
export const blankCase = (given: {
  id: Id
  schemeId: Id
  stage: CaseStage
  version: number
  reference: string
  title: string
  supersedesId: Id | null
  actor: string
}): BusinessCase => {
  const { actor, id, schemeId, stage, version, reference, title, supersedesId } = given
  return {
    id,
    revision: 1,
    isRemoved: false,
    schemeId,
    stage,
    version,
    reference,
    status: 'draft',
    writers: [actor],
    routeId: null,
    stagesPassed: 0,
    submittedOn: null,
    recommendedOn: null,
    approvedOn: null,
    validUntilOn: null,
    approved: [],
    conditions: [],
    supersedesId,
    reason: '',
    statedIn: '',
    title,
    ask: '',
    sections: { strategic: '', economic: '', commercial: '', financial: '', management: '' },
    options: [],
    costs: [],
    benefits: [],
    risks: [],
    assurance: [],
    hasInterest: null,
    interests: '',
    attachments: [],
  }
}
