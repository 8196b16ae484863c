import { join } from 'node:path'
import { appendEvent, beginChange, postMovement } from '../../db/change.ts'
import { createProgrammeFile } from '../../db/programmeFile.ts'
import { fundingSources, programmes, schemes, themeMemberships, themes } from '../../db/subjects.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Entry, MovementKind } from '../../domain/ledger/entry.ts'
import { pence } from '../../domain/money.ts'
import { lastDayOfPeriod } from '../../domain/period/period.ts'
import { programmeOf, schemeNamed, sourceNamed, themeNamed } from '../domain/given.ts'

const idOf = (name: string): Id => `01YEAREND${name}`.padEnd(26, '0') as Id

/** Pounds planned for 2024/25, and spent in its months from April on. */
const given: [name: string, planned: number, paid: number[]][] = [
  ['Shared care portal', 100_000, [0, 10_000, 15_000, 5_000, 20_000, 0, 10_000, 0, 0, 10_000, 0, 0]],
  ['Sensors at home', 50_000, [5_000, 5_000, 5_000, 5_000, 5_000, 5_000, 5_000, 5_000, 4_000, 0, 0, 0]],
  ['Records in one place', 30_000, [0, 0, 0, 0, 0, 12_000, 20_000, 0, 0, 0, 0, 0]],
]

/**
 * The file of a programme whose year 2024/25 is over: two schemes spent less than was planned and one more. A grant that has
 * to be spent by March 2026 and borrowing pay for it, and authority is given for the programme as a whole.
 */
export const yearEndProgramme = async (folder: string): Promise<string> => {
  const path = join(folder, 'year-end.bcf')
  const programme = programmeOf({ id: idOf('P'), name: 'Ending programme', startYear: 2024, endYear: 2026 })
  const theme = themeNamed('Records', { id: idOf('T') })
  const [grant, loan] = [idOf('G'), idOf('B')]
  const whole = { kind: 'programme' as const, id: programme.id }
  const place = (index: number) => ({ kind: 'scheme' as const, id: idOf(`S${index}`) })
  const entry = (of: Pick<Entry, 'level' | 'place'> & Partial<Entry>, pounds: number): Entry => ({
    startYear: 2024,
    period: 0,
    sourceId: null,
    nature: 'capital',
    effectiveOn: calendarDay('2024-04-01'),
    ledgerRef: null,
    ...of,
    amount: pence(pounds * 100),
  })
  const movements: [MovementKind, Entry[]][] = [
    ['plan-set', given.map(([, planned], index) => entry({ level: 'plan', place: place(index) }, planned))],
    [
      'injection',
      [
        entry({ level: 'allocation', place: whole, sourceId: loan }, 160_000),
        entry({ level: 'allocation', place: whole, sourceId: grant }, 20_000),
      ],
    ],
    ['authority-granted', [entry({ level: 'authority', place: whole }, 180_000)]],
    ['authority-released', [entry({ level: 'released', place: whole }, 180_000)]],
    [
      'payment',
      given.flatMap(([, , paid], index) =>
        paid.flatMap((pounds, month) => {
          const [period, effectiveOn] = [month + 1, lastDayOfPeriod(2024, month + 1)]
          return pounds === 0 ? [] : [entry({ level: 'actual', place: place(index), period, effectiveOn }, pounds)]
        }),
      ),
    ],
  ]
  const file = await createProgrammeFile(path, async (made) => {
    await made.write(async (tx) => {
      const change = await beginChange(tx, '2025-04-07T09:00:00.000Z' as Instant)
      await programmes.insert(change, programme)
      await themes.insert(change, theme)
      await fundingSources.insert(
        change,
        sourceNamed('Better Care Fund grant', { id: grant, spendByOn: calendarDay('2026-03-31'), sort: 1 }),
      )
      await fundingSources.insert(
        change,
        sourceNamed('Departmental borrowing', { id: loan, category: 'departmental_borrowing', sort: 2 }),
      )
      for (const [index, [name]] of given.entries()) {
        const { id } = place(index)
        await schemes.insert(change, schemeNamed(name, { id, sort: index }))
        await themeMemberships.insert(change, {
          id: idOf(`M${index}`),
          revision: 1,
          isRemoved: false,
          schemeId: id,
          themeId: theme.id,
          fromOn: calendarDay('2024-04-01'),
          toOn: null,
        })
      }
      for (const [index, [kind, entries]] of movements.entries()) {
        const id = idOf(`V${index}`)
        await postMovement(change, { id, kind, reason: 'For a test', decisionId: null, reversesId: null, entries })
      }
      await appendEvent(change, {
        actor: 'programme_director',
        role: 'programme_director',
        operation: 'test',
        transition: 'made',
        subject: { kind: 'programme', id: programme.id },
      })
    })
  })
  await file.close()
  return path
}
