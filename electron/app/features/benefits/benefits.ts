import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { benefits, businessCases, organisations, schemes } from '../../../../db/subjects.ts'
import { type Benefit, BenefitAttributes, YearQuantity } from '../../../../domain/benefit/benefit.ts'
import {
  answerDoubleCount,
  askDoubleCount,
  benefitFromCase,
  changeBenefit,
  moveBenefit,
  setActuals,
  setTargets,
} from '../../../../domain/benefit/benefitActs.ts'
import { ownsBenefit } from '../../../../domain/benefit/ownsBenefit.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { mayDo } from '../../../../domain/roles.ts'
import type { Outcome, Service } from '../../command.ts'
import { approvedLine } from '../risks/approvedLine.ts'
import type { TakenLine } from '../risks/risks.ts'
import { seen } from '../seen.ts'

const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })

const outcome = (value: Benefit, transition: string, isUndoable: boolean): Outcome<Benefit> => ({
  subject: { kind: 'benefit', id: value.id },
  transition,
  value,
  isUndoable,
})

export const NewBenefit = z.strictObject({ schemeId: Id, attributes: BenefitAttributes })

export const addBenefit: Service<z.infer<typeof NewBenefit>, Benefit> = async (change, input, { newId }) => {
  await schemes.get(change.tx, input.schemeId)
  await checkOwner(change, input.attributes)
  const value = await benefits.insert(change, {
    id: newId(),
    revision: 1,
    isRemoved: false,
    schemeId: input.schemeId,
    status: 'identified',
    ...input.attributes,
    targets: [],
    actuals: [],
    reason: '',
    doubleCount: null,
    origin: null,
  })
  return outcome(value, 'added', true)
}

export const BenefitChange = Seen.extend({ attributes: BenefitAttributes })

export const changeBenefitTo: Service<z.infer<typeof BenefitChange>, Benefit> = async (change, input) => {
  const before = await seen(change.tx, benefits, input)
  await checkOwner(change, input.attributes)
  return outcome(await benefits.save(change, changeBenefit(before, input.attributes)), 'changed', true)
}

export const BenefitFigures = Seen.extend({ figures: z.array(YearQuantity).max(50) })

export const setTargetsOf: Service<z.infer<typeof BenefitFigures>, Benefit> = async (change, input) => {
  const before = await seen(change.tx, benefits, input)
  return outcome(await benefits.save(change, setTargets(before, input.figures)), 'targets set', true)
}

/**
 * What came of it, as its owner or whoever may change it says; the first figure begins the tracking, which no undo takes back.
 * Throws `not-permitted` for anybody else.
 */
export const setActualsOf: Service<z.infer<typeof BenefitFigures>, Benefit> = async (
  change,
  input,
  { account, role },
) => {
  const before = await seen(change.tx, benefits, input)
  if (!mayDo(role, 'delivery') && !ownsBenefit(before, { person: account, role })) {
    fail('not-permitted', { operation: 'benefits.setActuals', role })
  }
  const value = await benefits.save(change, setActuals(before, input.figures))
  const begins = before.status !== value.status
  return outcome(value, begins ? `${before.status} → ${value.status}` : 'actuals set', !begins)
}

export const BenefitMove = Seen.extend({
  event: z.enum(['baseline', 'agree', 'open_again', 'realise', 'realise_part', 'fail', 'close']),
  reason: z.string().max(2000),
})

export const moveBenefitOn: Service<z.infer<typeof BenefitMove>, Benefit> = async (change, input) => {
  const before = await seen(change.tx, benefits, input)
  const value = await benefits.save(change, moveBenefit(before, input.event, input.reason))
  return outcome(value, `${before.status} → ${value.status}`, false)
}

/** Takes a benefit of an approved case into the register, once; a full case's target is agreed with it. */
export const takeBenefit: Service<z.infer<typeof TakenLine>, Benefit> = async (change, origin, { newId }) => {
  const found = approvedLine(await businessCases.get(change.tx, origin.caseId), 'benefits', origin.lineId)
  const { schemeId, stage, reference } = found.businessCase
  const taken = (await benefits.list(change.tx, { schemeId })).some((each) => each.origin?.lineId === origin.lineId)
  if (taken) fail('already-taken', { name: found.line.name })
  const value = await benefits.insert(
    change,
    benefitFromCase(newId(), { schemeId, stage, benefit: found.line, origin }),
  )
  return { ...outcome(value, 'taken from a case', false), detail: { reference } }
}

export const DoubleCountQuestion = Seen.extend({ withId: Id, question: z.string().trim().min(1).max(1000) })

export const askDoubleCountOf: Service<z.infer<typeof DoubleCountQuestion>, Benefit> = async (
  change,
  input,
  { actor, clock },
) => {
  const before = await seen(change.tx, benefits, input)
  await benefits.get(change.tx, input.withId)
  const { withId, question } = input
  const query = { withId, question, askedBy: actor, askedOn: dayInLondon(clock()) }
  return outcome(await benefits.save(change, askDoubleCount(before, query)), 'double count asked', true)
}

export const DoubleCountAnswer = Seen.extend({
  answer: z.enum(['counted_once', 'counted_twice']),
  note: z.string().trim().max(1000),
})

export const answerDoubleCountOf: Service<z.infer<typeof DoubleCountAnswer>, Benefit> = async (
  change,
  input,
  { actor },
) => {
  const before = await seen(change.tx, benefits, input)
  const given = { answer: input.answer, answerNote: input.note, actor }
  return outcome(await benefits.save(change, answerDoubleCount(before, given)), 'double count answered', true)
}

const checkOwner = async ({ tx }: Change, { ownerOrganisationId }: BenefitAttributes): Promise<void> => {
  if (ownerOrganisationId !== null) await organisations.get(tx, ownerOrganisationId)
}
