import type { CaseRisk } from '../businessCase/businessCase.ts'
import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import type { CaseOrigin, Risk, RiskAttributes, RiskStatus } from './risk.ts'
import { readSentence } from './sentence.ts'

export type OpenStatus = Exclude<RiskStatus, 'closed'>

/** The risk as its owner says it now. Throws `wrong-status` once it is closed and `not-assessed` for a status that a score comes before. */
export const changeRisk = (before: Risk, attributes: RiskAttributes, status: OpenStatus): Risk => {
  if (before.status === 'closed') return fail('wrong-status', { is: 'closed', needs: 'open' })
  return { ...before, ...attributes, status: checkAssessed(attributes, status), revision: before.revision + 1 }
}

export const newRisk = (
  id: Id,
  given: { schemeId: Id | null; attributes: RiskAttributes; status: OpenStatus; origin?: CaseOrigin },
): Risk => ({
  id,
  revision: 1,
  isRemoved: false,
  schemeId: given.schemeId,
  ...given.attributes,
  status: checkAssessed(given.attributes, given.status),
  closedOn: null,
  closedBy: null,
  closingReason: '',
  origin: given.origin ?? null,
})

/** Throws `reason-missing`, `future-day`, and `wrong-status` for what is closed. */
export const closeRisk = (
  before: Risk,
  act: { on: CalendarDay; today: CalendarDay; actor: string; reason: string },
): Risk => {
  if (before.status === 'closed') return fail('wrong-status', { is: 'closed', needs: 'open' })
  if (act.on > act.today) return fail('future-day', { on: act.on, today: act.today })
  const closingReason = act.reason.trim() === '' ? fail('reason-missing', { act: 'close' }) : act.reason.trim()
  const closed = { status: 'closed', closedOn: act.on, closedBy: act.actor, closingReason } as const
  return { ...before, ...closed, revision: before.revision + 1 }
}

/** Puts a closed risk under watch again. */
export const reopenRisk = (before: Risk): Risk =>
  before.status === 'closed'
    ? {
        ...before,
        status: 'watch',
        closedOn: null,
        closedBy: null,
        closingReason: '',
        revision: before.revision + 1,
      }
    : fail('wrong-status', { is: before.status, needs: 'closed' })

/** What a business case says of a risk, in the fields of the register. */
export const attributesFromCase = (risk: CaseRisk): RiskAttributes => ({
  title: risk.title,
  ...readSentence(risk.description),
  category: null,
  owner: risk.owner,
  isToLife: null,
  likelihood: risk.likelihood,
  impact: risk.impact,
  mitigation: risk.mitigation,
  plannedMitigation: '',
  targetLikelihood: null,
  targetImpact: null,
  pathToTarget: '',
  targetOn: null,
  proximity: null,
  approach: null,
})

const checkAssessed = ({ likelihood, impact }: RiskAttributes, status: OpenStatus): OpenStatus =>
  status !== 'identified' && (likelihood === null || impact === null) ? fail('not-assessed', {}) : status
