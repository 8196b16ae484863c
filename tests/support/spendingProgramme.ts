import { join } from 'node:path'
import { appendEvent, beginChange, postMovement } from '../../db/change.ts'
import { createProgrammeFile } from '../../db/programmeFile.ts'
import { fundingSources, programmes, schemes, themeMemberships, themes } from '../../db/subjects.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Entry, MovementKind } from '../../domain/ledger/entry.ts'
import { pence } from '../../domain/money.ts'
import { programmeOf, schemeNamed, sourceNamed, themeNamed } from '../domain/given.ts'

const idOf = (letter: string, number: number): Id => `01SPEND${letter}${String(number).padStart(18, '0')}` as Id

/** Pounds of the allocation by source, from 2024/25. */
const allocation: [name: string, category: Parameters<typeof sourceNamed>[1], pounds: number[]][] = [
  ['BCF grant', { category: 'grant' }, [600_000, 420_000, 90_000]],
  ['Disabled facilities grant', { category: 'disabled_facilities_grant' }, [150_000, 150_000, 150_000]],
  ['Capital receipts', { category: 'capital_receipts' }, [0, 80_000, 30_000]],
  ['Developer contributions', { category: 'section_106' }, [25_000, 0, 12_000]],
  ['Prudential borrowing', { category: 'prudential_borrowing' }, [0, 350_000, 718_500]],
]

/** Authority in pounds by the day on which it takes effect. */
const authority: [day: string, startYear: number, pounds: number][] = [
  ['2024-05-01', 2024, 500_000],
  ['2024-09-16', 2024, 260_000],
  ['2025-04-01', 2025, 700_000],
  ['2026-01-12', 2025, 250_000],
]

/** Pounds paid in each month of 2024/25, and of 2025/26 as far as it is recorded. */
const payments: Record<number, number[]> = {
  2024: [0, 12_000, 25_500, 31_000, 40_250, 52_000, 61_000, 74_500, 66_000, 81_000, 92_750, 140_000],
  2025: [20_000, 36_000, 51_500, 48_000, 60_000, 71_000, 66_400],
}

/**
 * The file of a programme that has allocation from five sources, authority in steps, orders, and payments through October
 * 2025, in four themes with as many schemes as asked for.
 */
export const spendingProgramme = async (folder: string, { schemeCount = 8 } = {}): Promise<string> => {
  const path = join(folder, `spending-${schemeCount}.bcf`)
  const programme = programmeOf({ id: idOf('P', 1), name: 'Spending programme', startYear: 2024, endYear: 2026 })
  const themeNames = ['Records', 'Networks', 'Analytics', 'Independence at home']
  const schemeAt = (index: number) => ({ kind: 'scheme' as const, id: idOf('S', index) })

  const entry = (of: Pick<Entry, 'level' | 'place' | 'startYear'> & Partial<Entry>, pounds: number): Entry => ({
    period: 0,
    sourceId: null,
    nature: 'capital',
    effectiveOn: calendarDay('2024-04-01'),
    ledgerRef: null,
    ...of,
    amount: pence(pounds * 100),
  })
  const given = (level: 'authority' | 'released', share: number) =>
    authority.flatMap(([day, startYear, pounds]) =>
      themeNames.map((_, index) =>
        entry(
          {
            level,
            place: { kind: 'theme', id: idOf('T', index) },
            startYear,
            effectiveOn: calendarDay(day),
          },
          (pounds * share) / 4,
        ),
      ),
    )
  const movements: [MovementKind, Entry[]][] = [
    [
      'plan-set',
      Array.from({ length: schemeCount }, (_, index) =>
        [2024, 2025, 2026].map((startYear) =>
          entry({ level: 'plan', place: schemeAt(index), startYear }, 2_000 + (index % 7) * 1_000),
        ),
      ).flat(),
    ],
    [
      'injection',
      allocation.flatMap(([, , years], source) =>
        years.flatMap((pounds, at) =>
          pounds === 0
            ? []
            : [
                entry(
                  {
                    level: 'allocation',
                    place: { kind: 'programme', id: programme.id },
                    startYear: 2024 + at,
                    sourceId: idOf('F', source),
                  },
                  pounds,
                ),
              ],
        ),
      ),
    ],
    ['authority-granted', given('authority', 1)],
    ['authority-released', given('released', 0.8)],
    ['order-placed', [entry({ level: 'commitment', place: schemeAt(0), startYear: 2025 }, 180_000)]],
    [
      'payment',
      Object.entries(payments).flatMap(([year, months]) =>
        months.map((pounds, month) =>
          entry(
            { level: 'actual', place: schemeAt(month % schemeCount), startYear: Number(year), period: month + 1 },
            pounds,
          ),
        ),
      ),
    ],
  ]

  const file = await createProgrammeFile(path, async (made) => {
    await made.write(async (tx) => {
      const change = await beginChange(tx, '2025-11-03T09:00:00.000Z' as Instant)
      await programmes.insert(change, programme)
      for (const [index, name] of themeNames.entries()) {
        await themes.insert(change, themeNamed(name, { id: idOf('T', index), sort: index }))
      }
      for (const [index, [name, kind]] of allocation.entries()) {
        await fundingSources.insert(change, sourceNamed(name, { ...kind, id: idOf('F', index), sort: index }))
      }
      for (let index = 0; index < schemeCount; index++) {
        const { id } = schemeAt(index)
        await schemes.insert(change, schemeNamed(`Scheme ${index + 1}`, { id, sort: index }))
        await themeMemberships.insert(change, {
          id: idOf('M', index),
          revision: 1,
          isRemoved: false,
          schemeId: id,
          themeId: idOf('T', index % themeNames.length),
          fromOn: calendarDay('2024-04-01'),
          toOn: null,
        })
      }
      for (const [index, [kind, entries]] of movements.entries()) {
        await postMovement(change, {
          id: idOf('V', index),
          kind,
          reason: 'For a test',
          decisionId: null,
          reversesId: null,
          entries,
        })
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
