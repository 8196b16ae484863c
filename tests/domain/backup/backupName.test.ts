import { expect, test } from 'vitest'
import { backupName, backupNumber, restoredName } from '../../../domain/backup/backupName.ts'
import { manifestName } from '../../../domain/backup/manifest.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { programmeFileName } from '../../../domain/fileName.ts'

const day = '2020-08-27' as CalendarDay

test('a backup is called after its programme, with its number and its day', () => {
  const name = backupName('Leeds 2020.bcf', 17, day)
  expect([
    name,
    manifestName(name),
    restoredName('Leeds 2020.bcf', day, 1),
    restoredName('Leeds 2020.bcf', day, 2),
  ]).toEqual([
    'Leeds 2020 backup 17 2020-08-27.bcf',
    'Leeds 2020 backup 17 2020-08-27.manifest',
    'Leeds 2020 restored 2020-08-27.bcf',
    'Leeds 2020 restored 2020-08-27 2.bcf',
  ])
})

test('the number is read back, and only from a backup of this programme', () => {
  const numbers = [
    'Leeds 2020 backup 17 2020-08-27.bcf',
    'Leeds backup 17 2020-08-27.bcf',
    'Leeds 2020 backup 0 2020-08-27.bcf',
    'Leeds 2020.bcf',
  ]
  expect(numbers.map((name) => backupNumber(name, 'Leeds 2020.bcf'))).toEqual([17, undefined, undefined, undefined])
})

test('also the longest name of a programme leads to names that every system takes', () => {
  for (const file of [`${'x'.repeat(120)}.bcf`, `${'é'.repeat(100)}.bcf`, `${'a'.repeat(79)} .b.bcf`]) {
    const [made, restored] = [backupName(file, 123_456_789, day), restoredName(file, day, 2)]
    expect([programmeFileName(made), programmeFileName(restored), backupNumber(made, file)]).toEqual([
      made,
      restored,
      123_456_789,
    ])
  }
})
