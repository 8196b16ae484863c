import type { CaseBenefit, CaseStage } from '../businessCase/businessCase.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { CaseOrigin } from '../risk/risk.ts'
import type { Benefit, BenefitAttributes, BenefitState, DoubleCountQuery, YearQuantity } from './benefit.ts'
import { type Quantity, readQuantity } from './quantity.ts'

export type BenefitEvent = 'baseline' | 'agree' | 'track' | 'open_again' | 'realise' | 'realise_part' | 'fail' | 'close'

export interface BenefitStep {
  from: BenefitState | null
  event: BenefitEvent
  to: BenefitState
  operation?: string
}

const steps = (from: readonly BenefitState[], event: BenefitEvent, to: BenefitState): BenefitStep[] =>
  from.map((each) => ({ from: each, event, to }))

/** Every step that a benefit may take (domain A3.7). The first actual that is entered begins the tracking. */
export const benefitSteps: readonly BenefitStep[] = [
  ...steps(['identified'], 'baseline', 'baselined'),
  ...steps(['baselined'], 'agree', 'target_agreed'),
  ...steps(['target_agreed'], 'track', 'tracking'),
  ...steps(['target_agreed', 'tracking'], 'open_again', 'baselined'),
  ...steps(['tracking'], 'realise', 'realised'),
  ...steps(['tracking'], 'realise_part', 'partly_realised'),
  ...steps(['tracking', 'target_agreed'], 'fail', 'not_realised'),
  ...steps(['realised', 'partly_realised', 'not_realised'], 'close', 'closed'),
]

/** How a benefit comes to the register: as somebody sees it, or out of an approved case as far as that had it. */
export const benefitBeginnings: readonly { from: null; to: BenefitState; operation?: string }[] = [
  { from: null, to: 'identified' },
  { from: null, to: 'baselined', operation: 'benefits.take' },
  { from: null, to: 'target_agreed', operation: 'benefits.take' },
]

const needsReason: readonly BenefitEvent[] = ['open_again', 'realise_part', 'fail']

/**
 * The benefit after a step. Throws `wrong-status` where there is none; `benefit-lacks` for a baseline without owner, unit and
 * baseline, for a target that nobody has set, and for a benefit that is said to be realised without evidence;
 * `reason-missing` where it has to be said why.
 */
export const moveBenefit = (before: Benefit, event: BenefitEvent, reason: string): Benefit => {
  const step = benefitSteps.find((each) => each.event === event && each.from === before.status)
  if (!step) return fail('wrong-status', { is: before.status, needs: statusesBefore(event).join(' or ') })
  const lacks = lacksFor(before, event)
  if (lacks.length > 0) return fail('benefit-lacks', { benefit: before.name, lacks })
  if (needsReason.includes(event) && reason.trim() === '') return fail('reason-missing', { act: 'say what happened' })
  return { ...before, status: step.to, reason: reason.trim() || before.reason, revision: before.revision + 1 }
}

export const nextEvents = (status: BenefitState): BenefitEvent[] =>
  benefitSteps.filter((step) => step.from === status && step.event !== 'track').map(({ event }) => event)

const statusesBefore = (event: BenefitEvent): string[] =>
  benefitSteps.filter((step) => step.event === event).map(({ from }) => String(from))

const lacksFor = (benefit: Benefit, event: BenefitEvent): string[] => {
  if (event === 'baseline' || event === 'agree') {
    const gaps = (['owner', 'measure', 'unit', 'baseline'] as const).filter((field) => benefit[field] === '')
    return event === 'agree' && benefit.targets.length === 0 ? [...gaps, 'target year'] : gaps
  }
  return (event === 'realise' || event === 'realise_part') && benefit.evidence === '' ? ['evidence'] : []
}

const locked: readonly BenefitState[] = ['target_agreed', 'tracking', 'realised', 'partly_realised', 'not_realised']

/** What was agreed with the full business case stays as it was until it is opened again with a reason. */
export const areTargetsLocked = ({ status }: Pick<Benefit, 'status'>): boolean => locked.includes(status)

const agreed = ['measure', 'unit', 'baseline', 'baselineQuantity', 'baselineOn'] as const

/** Throws `targets-locked` where what was agreed would change, and `wrong-status` for a benefit that is closed. */
export const changeBenefit = (before: Benefit, attributes: BenefitAttributes): Benefit => {
  if (before.status === 'closed') return fail('wrong-status', { is: 'closed', needs: 'open' })
  if (areTargetsLocked(before) && agreed.some((field) => attributes[field] !== before[field])) {
    return fail('targets-locked', { benefit: before.name })
  }
  return { ...before, ...attributes, revision: before.revision + 1 }
}

/** Throws `targets-locked` once they are agreed. Each year stands once, in order. */
export const setTargets = (before: Benefit, targets: readonly YearQuantity[]): Benefit => {
  if (before.status === 'closed' || areTargetsLocked(before)) return fail('targets-locked', { benefit: before.name })
  return { ...before, targets: byYear(targets), revision: before.revision + 1 }
}

/** What came of it, year by year. Throws `wrong-status` before its target is agreed and once it has ended. */
export const setActuals = (before: Benefit, actuals: readonly YearQuantity[]): Benefit => {
  if (before.status !== 'target_agreed' && before.status !== 'tracking') {
    return fail('wrong-status', { is: before.status, needs: 'target_agreed or tracking' })
  }
  const status = before.status === 'target_agreed' && actuals.length > 0 ? 'tracking' : before.status
  return { ...before, status, actuals: byYear(actuals), revision: before.revision + 1 }
}

const byYear = (figures: readonly YearQuantity[]): YearQuantity[] =>
  [...new Map(figures.map((figure) => [figure.startYear, figure])).values()].sort((a, b) => a.startYear - b.startYear)

/** Asks whether two benefits count the same thing. Throws `own-benefit` for one beside itself. */
export const askDoubleCount = (
  before: Benefit,
  query: Pick<DoubleCountQuery, 'withId' | 'question' | 'askedBy' | 'askedOn'>,
): Benefit => {
  if (query.withId === before.id) return fail('own-benefit', { benefit: before.name })
  const doubleCount = { ...query, answer: null, answerNote: '', answeredBy: null }
  return { ...before, doubleCount, revision: before.revision + 1 }
}

/** Throws `own-item` for whoever asked, and `wrong-status` where nothing is asked. */
export const answerDoubleCount = (
  before: Benefit,
  given: { answer: 'counted_once' | 'counted_twice'; answerNote: string; actor: string },
): Benefit => {
  const query = before.doubleCount
  if (query === null || query.answer !== null) return fail('wrong-status', { is: 'not asked', needs: 'asked' })
  separateDuties([query.askedBy], [given.actor], 'check')
  const { answer, answerNote, actor: answeredBy } = given
  return { ...before, doubleCount: { ...query, answer, answerNote, answeredBy }, revision: before.revision + 1 }
}

/** A benefit of an approved case in the fields of the register: agreed where a full case agreed it, as far as it says so. */
export const benefitFromCase = (
  id: Id,
  { schemeId, stage, benefit, origin }: { schemeId: Id; stage: CaseStage; benefit: CaseBenefit; origin: CaseOrigin },
): Benefit => {
  const target = amountIn(benefit.target)
  const hasTarget = target !== null && benefit.targetYear !== null
  const taken: Benefit = {
    id,
    revision: 1,
    isRemoved: false,
    schemeId,
    status: 'identified',
    name: benefit.name,
    owner: benefit.owner,
    ownerOrganisationId: null,
    measure: benefit.measure,
    unit: benefit.unit,
    baseline: benefit.baseline,
    baselineQuantity: amountIn(benefit.baseline),
    baselineOn: null,
    cashReleasing: benefit.cashReleasing,
    confidence: null,
    evidence: '',
    targets: hasTarget
      ? [{ startYear: benefit.targetYear as number as YearQuantity['startYear'], quantity: target }]
      : [],
    actuals: [],
    reason: '',
    doubleCount: null,
    origin,
  }
  if (lacksFor(taken, 'baseline').length > 0) return taken
  return { ...taken, status: stage === 'fbc' && hasTarget ? 'target_agreed' : 'baselined' }
}

/** The one number in a text such as "over 7,000 (2020)"; null where there is none or it is not plain which. */
const amountIn = (text: string): Quantity | null => {
  const plain = text.replaceAll(/\([^)]*\)/g, ' ')
  const found = plain.match(/\d[\d,]*(?:\.\d{1,3})?/g) ?? []
  return found.length === 1 && found[0] ? readQuantity(found[0]) : null
}
