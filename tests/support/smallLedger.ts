import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { appendEvent, beginChange, postMovement } from '../../db/change.ts'
import { createProgrammeFile, type ProgrammeFile } from '../../db/programmeFile.ts'
import { programmes, themes } from '../../db/subjects.ts'
import { type CalendarDay, calendarDay, type Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Entry, Movement } from '../../domain/ledger/entry.ts'
import { pence } from '../../domain/money.ts'
import { tempFolder } from './tempFolder.ts'

let made = 0

/** Ids by count: the same in every run of one file of tests. */
export const testId = (): Id => {
  made += 1
  return `01TEST${String(made).padStart(20, '0')}` as Id
}

const heading = { actor: 'programme_director', role: 'programme_director', operation: 'test', transition: 'test' }

export const planEntry = (placeId: Id, startYear: number, amount: number, effectiveOn = '2020-04-01'): Entry => ({
  level: 'plan',
  place: { kind: 'theme', id: placeId },
  startYear,
  period: 0,
  sourceId: null,
  nature: 'capital',
  amount: pence(amount),
  effectiveOn: calendarDay(effectiveOn) as CalendarDay,
  ledgerRef: null,
})

export const planMovement = (entries: Entry[]): Movement => ({
  id: testId(),
  kind: 'plan-set',
  reason: 'Plan changed',
  decisionId: null,
  reversesId: null,
  entries,
})

/** Posts one plan movement as one event. */
export const postPlan = async (file: ProgrammeFile, now: string, entries: Entry[]): Promise<number> =>
  await file.write(async (tx) => {
    const change = await beginChange(tx, now as Instant)
    await postMovement(change, planMovement(entries))
    await appendEvent(change, { ...heading, subject: { kind: 'theme', id: entries[0]?.place.id ?? '' } })
    return change.seq
  })

/** A file with a programme and one theme, made on 1 April 2020 at nine. */
export const smallLedger = async (path = join(tempFolder(), 'small.bcf')) => {
  const file = await createProgrammeFile(path)
  onTestFinished(() => file.close().catch(() => undefined))
  const themeId = testId()
  const theme = { name: 'Records', aliases: [], objective: '', sort: 1, retiredOn: null }
  await file.write(async (tx) => {
    const change = await beginChange(tx, '2020-04-01T08:00:00.000Z' as Instant)
    await programmes.insert(change, {
      id: testId(),
      revision: 1,
      isRemoved: false,
      name: 'Small programme',
      capitalSchemeNumber: '1/2/3',
      accountableOrganisationId: null,
      partnerOrganisationId: null,
      startYear: 2020,
      endYear: 2021,
      isSample: false,
      note: '',
      annualAllocation: null,
    })
    await themes.insert(change, { id: themeId, revision: 1, isRemoved: false, ...theme })
    await appendEvent(change, { ...heading, subject: { kind: 'theme', id: themeId } })
  })
  return { file, path, themeId }
}
