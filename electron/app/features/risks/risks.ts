import { z } from 'zod'
import { businessCases, issues, risks, schemes } from '../../../../db/subjects.ts'
import { CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { checkCame } from '../../../../domain/delivery/deliveryActs.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { type Issue, IssueAttributes } from '../../../../domain/risk/issue.ts'
import { type Risk, RiskAttributes, RiskStatus } from '../../../../domain/risk/risk.ts'
import { attributesFromCase, changeRisk, closeRisk, newRisk, reopenRisk } from '../../../../domain/risk/riskActs.ts'
import type { Service } from '../../command.ts'
import { seen } from '../seen.ts'
import { approvedLine } from './approvedLine.ts'

const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })
const OpenStatus = RiskStatus.exclude(['closed'])

export const NewRisk = z.strictObject({ schemeId: Id.nullable(), attributes: RiskAttributes, status: OpenStatus })

export const addRisk: Service<z.infer<typeof NewRisk>, Risk> = async (change, input, { newId }) => {
  if (input.schemeId !== null) await schemes.get(change.tx, input.schemeId)
  const value = await risks.insert(change, newRisk(newId(), input))
  return { subject: { kind: 'risk', id: value.id }, transition: 'added', value, isUndoable: true }
}

export const RiskChange = Seen.extend({ attributes: RiskAttributes, status: OpenStatus })

export const changeRiskTo: Service<z.infer<typeof RiskChange>, Risk> = async (change, input) => {
  const before = await seen(change.tx, risks, input)
  const value = await risks.save(change, changeRisk(before, input.attributes, input.status))
  const transition = before.status === value.status ? 'changed' : `${before.status} → ${value.status}`
  return { subject: { kind: 'risk', id: value.id }, transition, value, isUndoable: true }
}

export const RiskClosing = Seen.extend({ on: CalendarDay, reason: z.string().max(2000) })

export const closeRiskFor: Service<z.infer<typeof RiskClosing>, Risk> = async (change, input, { actor, clock }) => {
  const before = await seen(change.tx, risks, input)
  const act = { on: input.on, today: dayInLondon(clock()), actor, reason: input.reason }
  const value = await risks.save(change, closeRisk(before, act))
  const transition = `${before.status} → closed`
  return { subject: { kind: 'risk', id: value.id }, transition, value, isUndoable: true }
}

export const RiskReopening = Seen

export const reopenRiskFor: Service<z.infer<typeof RiskReopening>, Risk> = async (change, input) => {
  const value = await risks.save(change, reopenRisk(await seen(change.tx, risks, input)))
  return { subject: { kind: 'risk', id: value.id }, transition: 'closed → watch', value, isUndoable: true }
}

export const TakenLine = z.strictObject({ caseId: Id, lineId: Id })

/** Takes a risk of an approved case into the register, once; the line that it came from is kept with it. */
export const takeRisk: Service<z.infer<typeof TakenLine>, Risk> = async (change, origin, { newId }) => {
  const { businessCase, line } = approvedLine(await businessCases.get(change.tx, origin.caseId), 'risks', origin.lineId)
  const taken = (await risks.list(change.tx)).some((each) => each.origin?.lineId === origin.lineId)
  if (taken) fail('already-taken', { name: line.title })
  const attributes = RiskAttributes.parse(attributesFromCase(line))
  const status = line.likelihood === null || line.impact === null ? 'identified' : 'assessed'
  const value = await risks.insert(
    change,
    newRisk(newId(), { schemeId: businessCase.schemeId, attributes, status, origin }),
  )
  return {
    subject: { kind: 'risk', id: value.id },
    transition: 'taken from a case',
    value,
    detail: { reference: businessCase.reference },
    isUndoable: true,
  }
}

export const NewIssue = z.strictObject({ schemeId: Id, riskId: Id.nullable(), attributes: IssueAttributes })

/** Puts down an issue or an assumption, also as what a risk has become. */
export const addIssue: Service<z.infer<typeof NewIssue>, Issue> = async (change, input, { newId, clock }) => {
  await schemes.get(change.tx, input.schemeId)
  if (input.riskId !== null) await risks.get(change.tx, input.riskId)
  const { attributes, ...about } = input
  checkIssue(attributes, dayInLondon(clock()))
  const value = await issues.insert(change, { id: newId(), revision: 1, isRemoved: false, ...about, ...attributes })
  return { subject: { kind: 'issue', id: value.id }, transition: 'added', value, isUndoable: true }
}

export const IssueChange = Seen.extend({ attributes: IssueAttributes })

export const changeIssue: Service<z.infer<typeof IssueChange>, Issue> = async (change, input, { clock }) => {
  const before = await seen(change.tx, issues, input)
  checkIssue(input.attributes, dayInLondon(clock()))
  const value = await issues.save(change, { ...before, ...input.attributes, revision: before.revision + 1 })
  const isClosed = before.closedOn === null && value.closedOn !== null
  const transition = isClosed ? 'open → closed' : 'changed'
  return { subject: { kind: 'issue', id: value.id }, transition, value, isUndoable: true }
}

/** What is closed says how it was settled. */
const checkIssue = ({ closedOn, resolution }: IssueAttributes, today: CalendarDay): void => {
  checkCame(closedOn, today)
  if (closedOn !== null && resolution === '') fail('reason-missing', { act: 'close' })
}
