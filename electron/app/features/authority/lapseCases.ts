import { appendEvent, beginChange } from '../../../../db/change.ts'
import { casesToLapse } from '../../../../db/queries/waitingReleases.ts'
import { businessCases, decisions } from '../../../../db/subjects.ts'
import { lapse } from '../../../../domain/businessCase/caseLifecycle.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { Failure } from '../../../../domain/errors.ts'
import type { Acting } from '../../command.ts'

/** Ends approvals that no authority has followed in time, with the release that waited: one event each, by *system*. */
export const lapseCases = async (acting: Acting, today: CalendarDay): Promise<void> => {
  for (const id of await acting.file.read((db) => casesToLapse(db, today))) {
    try {
      await acting.file.write(async (tx) => {
        const change = await beginChange(tx, acting.clock())
        const before = await businessCases.get(tx, id)
        const after = await businessCases.save(change, lapse(before, { on: today, hasAuthority: false }))
        const waiting = await decisions.list(tx, { about: { kind: 'business_case', id }, status: 'made' })
        for (const decision of waiting) {
          await decisions.save(change, { ...decision, isRemoved: true, revision: decision.revision + 1 })
        }
        await appendEvent(change, {
          actor: 'system',
          role: 'system',
          operation: 'cases.lapse',
          transition: `${before.status} → ${after.status}`,
          subject: { kind: 'business_case', id },
          detail: { reference: after.reference, validUntilOn: after.validUntilOn },
        })
      })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      acting.log({ level: 'warn', what: 'case did not lapse', case: id, code: error.code })
    }
  }
}
