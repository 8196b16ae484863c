import { z } from 'zod'
import { businessCases } from '../../../../db/subjects.ts'
import type { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import { dischargeCondition, meetCondition } from '../../../../domain/businessCase/conditions.ts'
import { CalendarDay } from '../../../../domain/calendarDay.ts'
import { Id } from '../../../../domain/id.ts'
import type { Service } from '../../command.ts'
import { CaseAt, caseAt } from './caseAt.ts'
import { dayOf, saved } from './cases.ts'

export const MetCondition = CaseAt.extend({ conditionId: Id, evidence: z.string().trim().max(2000) })

/** Says that a condition is met and how one can see it; somebody else discharges it. */
export const meet: Service<z.infer<typeof MetCondition>, BusinessCase> = async (change, input, { actor }) => {
  const before = await caseAt(change.tx, input)
  const after = await businessCases.save(change, meetCondition(before, { ...input, actor }))
  return saved(after, 'condition met', { conditionId: input.conditionId })
}

export const DischargedCondition = CaseAt.extend({ conditionId: Id, on: CalendarDay.nullable().default(null) })

/** Discharges a condition that somebody else says is met; after the last of them the case is approved. */
export const discharge: Service<z.infer<typeof DischargedCondition>, BusinessCase> = async (change, input, acting) => {
  const before = await caseAt(change.tx, input)
  const on = dayOf(acting, input.on)
  const after = await businessCases.save(change, dischargeCondition(before, { ...input, on, actor: acting.actor }))
  const transition = after.status === before.status ? 'condition discharged' : `${before.status} → ${after.status}`
  return saved(after, transition, { conditionId: input.conditionId, on })
}
