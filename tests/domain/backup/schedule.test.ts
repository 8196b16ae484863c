import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupHours, isBackupDue, isBackupOld } from '../../../domain/backup/schedule.ts'
import { dayInLondon, type Instant } from '../../../domain/calendarDay.ts'

const at = (moment: string) => `${moment}:00.000Z` as Instant
const HOUR = 3_600_000
const sixInTheEvening = { hour: 18, sinceLast: null }

test('a daily backup is due from its hour on, by clocks in London, until it is made', () => {
  const last = at('2026-06-10T17:30')
  const due = (now: string, before = last) => isBackupDue({ ...sixInTheEvening, now: at(now), last: before })
  // Six in the evening of a summer day is five in UTC.
  expect([due('2026-06-11T16:59'), due('2026-06-11T17:00'), due('2026-06-11T17:05', at('2026-06-11T17:01'))]).toEqual([
    false,
    true,
    false,
  ])
})

test('in winter the same hour is an hour later in UTC', () => {
  const due = (now: string) => isBackupDue({ ...sixInTheEvening, now: at(now), last: at('2026-12-10T18:30') })
  expect([due('2026-12-11T17:59'), due('2026-12-11T18:00')]).toEqual([false, true])
})

test('a programme without a backup, or with one older than a day, is due at once', () => {
  const due = (last: Instant | null) => isBackupDue({ ...sixInTheEvening, now: at('2026-06-11T09:00'), last })
  expect([due(null), due(at('2026-06-10T08:59')), due(at('2026-06-10T18:01'))]).toEqual([true, true, false])
})

test('where backups are made by hand only, none is ever due', () => {
  expect(isBackupDue({ now: at('2026-06-11T09:00'), hour: null, last: null, sinceLast: 400 * HOUR })).toBe(false)
})

test('a clock that is set back stops no backup: a day by the clock that nobody can set makes one due', () => {
  const setBack = { now: at('2026-06-08T09:00'), hour: 18, last: at('2026-06-11T09:00') }
  expect([
    isBackupDue({ ...setBack, sinceLast: 23 * HOUR }),
    isBackupDue({ ...setBack, sinceLast: 24 * HOUR }),
    isBackupDue({ ...setBack, sinceLast: null }),
  ]).toEqual([false, true, true])
})

test('at every hour on offer, one backup is due between two days of work, also when the clocks change', () => {
  const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') })
  fc.assert(
    fc.property(moment, fc.constantFrom(...backupHours), (time, hour) => {
      const last = new Date(time).toISOString() as Instant
      const dueAfter = (hours: number) =>
        isBackupDue({ now: new Date(time + hours * HOUR).toISOString() as Instant, hour, last, sinceLast: null })
      expect([dueAfter(0), dueAfter(25)]).toEqual([false, true])
    }),
  )
})

test('a backup is old after three days, and none at all is as bad', () => {
  const now = at('2026-06-11T09:00')
  expect([
    isBackupOld(null, now),
    isBackupOld(at('2026-06-08T08:59'), now),
    isBackupOld(at('2026-06-08T09:01'), now),
  ]).toEqual([true, true, false])
})

test('the due moment falls on the hour that clocks in London show', () => {
  const hourInLondon = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: 'numeric',
    hourCycle: 'h23',
  })
  // The days on which clocks go forward and back.
  for (const day of ['2026-03-29', '2026-10-25', '2026-07-01', '2026-12-01']) {
    for (const hour of backupHours) {
      const quarters = Array.from(
        { length: 24 * 4 },
        (_, quarter) => new Date(Date.parse(`${day}T00:00Z`) + quarter * 900_000).toISOString() as Instant,
      )
      const last = quarters[0] as Instant
      const first = quarters.find((now) => isBackupDue({ now, hour, last, sinceLast: null })) as Instant
      expect([dayInLondon(first), Number(hourInLondon.format(new Date(first)))]).toEqual([day, hour])
    }
  }
})
