import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupsToRemove, type KeptBackup } from '../../../domain/backup/retention.ts'
import { addDays, type CalendarDay } from '../../../domain/calendarDay.ts'

const backup = (number: number, day: string, isVerified = true): KeptBackup => ({
  name: `Leeds backup ${number} ${day}.bcf`,
  number,
  day: day as CalendarDay,
  isVerified,
})

const kept = (backups: readonly KeptBackup[]): KeptBackup[] => {
  const removed = new Set(backupsToRemove(backups))
  return backups.filter(({ name }) => !removed.has(name))
}

/** Backups with rising numbers on days that mostly rise, as a clock that goes wrong now and then would give them. */
const anyBackups = fc
  .array(fc.record({ step: fc.integer({ min: -3, max: 40 }), isVerified: fc.boolean() }), { maxLength: 40 })
  .map((steps) => {
    let day = '2026-01-15' as CalendarDay
    return steps.map(({ step, isVerified }, at) => {
      day = addDays(day, Math.max(0, step - 20) + Math.min(0, step))
      return backup(at + 1, day, isVerified)
    })
  })

test('three of today, one of each earlier day up to ten in all, and the last of each month stay', () => {
  const days = Array.from({ length: 75 }, (_, at) => addDays('2026-09-09' as CalendarDay, at))
  const backups = [
    ...days.flatMap((day, at) => [backup(at * 2 + 1, day), backup(at * 2 + 2, day)]),
    ...[151, 152, 153, 154].map((number) => backup(number, '2026-11-23')),
  ]
  expect(kept(backups).map(({ name }) => name)).toEqual([
    'Leeds backup 44 2026-09-30.bcf',
    'Leeds backup 106 2026-10-31.bcf',
    'Leeds backup 138 2026-11-16.bcf',
    'Leeds backup 140 2026-11-17.bcf',
    'Leeds backup 142 2026-11-18.bcf',
    'Leeds backup 144 2026-11-19.bcf',
    'Leeds backup 146 2026-11-20.bcf',
    'Leeds backup 148 2026-11-21.bcf',
    'Leeds backup 150 2026-11-22.bcf',
    'Leeds backup 152 2026-11-23.bcf',
    'Leeds backup 153 2026-11-23.bcf',
    'Leeds backup 154 2026-11-23.bcf',
  ])
})

test('the newest verified backup stays, whatever the clock did', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const newest = backups.findLast(({ isVerified }) => isVerified)
      expect(newest === undefined || kept(backups).includes(newest)).toBe(true)
    }),
  )
})

test('nothing goes before there is a verified backup, and nothing unverified that is newer than it', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const newest = backups.findLast(({ isVerified }) => isVerified)?.number ?? 0
      const newer = backups.filter(({ number }) => number > newest)
      expect(kept(backups).filter(({ number }) => number > newest)).toEqual(newer)
    }),
  )
})

test('what an unverified one leaves behind goes once a newer one is verified', () => {
  expect(
    backupsToRemove([backup(1, '2026-09-01', false), backup(2, '2026-09-01'), backup(3, '2026-09-01', false)]),
  ).toEqual(['Leeds backup 1 2026-09-01.bcf'])
})

test('doing it again removes nothing more', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      expect(backupsToRemove(kept(backups))).toEqual([])
    }),
  )
})

test('the order in which the folder lists them changes nothing', () => {
  fc.assert(
    fc.property(
      anyBackups.chain((backups) =>
        fc.tuple(fc.constant(backups), fc.shuffledSubarray(backups, { minLength: backups.length })),
      ),
      ([backups, shuffled]) => {
        expect(backupsToRemove(shuffled)).toEqual(backupsToRemove(backups))
      },
    ),
  )
})

test('at most ten stay besides the last of each month, and each month that had one keeps one', () => {
  fc.assert(
    fc.property(anyBackups, (all) => {
      const backups = all.filter(({ isVerified }) => isVerified)
      const months = new Set(backups.map(({ day }) => day.slice(0, 7)))
      const stay = kept(backups)
      expect(new Set(stay.map(({ day }) => day.slice(0, 7)))).toEqual(months)
      expect(stay.length).toBeLessThanOrEqual(10 + months.size)
    }),
  )
})

test('a clock that was years ahead for a day costs no backup of the days before and after', () => {
  const before = [backup(1, '2026-11-18'), backup(2, '2026-11-19')]
  const ahead = [backup(3, '2031-01-01')]
  const after = [backup(4, '2026-11-20'), backup(5, '2026-11-20')]
  expect(backupsToRemove([...before, ...ahead, ...after])).toEqual([])
})
