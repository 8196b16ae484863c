import { appendEvent, beginChange, postMovement } from '../../db/change.ts'
import { openProgrammeFile } from '../../db/programmeFile.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { pence } from '../../domain/money.ts'

/**
 * Run as a process of its own: posts a penny at a time to the programme's theme and prints each event number after its
 * commit, until the count or the disk is used up. Arguments: file, theme, count, letter for its ids.
 */
const [path = '', themeId = '', count = '0', letter = 'A'] = process.argv.slice(2)
const file = await openProgrammeFile(path)
const today = calendarDay('2020-05-01')
try {
  for (let posted = 1; posted <= Number(count); posted += 1) {
    const seq = await file.write(async (tx) => {
      const change = await beginChange(tx, '2020-05-01T09:00:00.000Z' as Instant)
      await postMovement(change, {
        id: `01WR${letter}${String(posted).padStart(21, '0')}` as Id,
        kind: 'plan-set',
        reason: 'x'.repeat(400),
        decisionId: null,
        reversesId: null,
        entries: [
          {
            level: 'plan',
            place: { kind: 'theme', id: themeId as Id },
            startYear: 2020,
            period: 0,
            sourceId: null,
            nature: 'capital',
            amount: pence(1),
            effectiveOn: today,
            ledgerRef: null,
          },
        ],
      })
      await appendEvent(change, {
        actor: 'system',
        role: 'system',
        operation: 'test',
        transition: 'test',
        subject: { kind: 'theme', id: themeId },
      })
      return change.seq
    })
    process.stdout.write(`${seq}\n`)
  }
} catch (error) {
  process.stdout.write(`failed ${(error as { code?: string }).code}\n`)
  // After a refused write the program goes on: it reads, and it writes again once there is room.
  const balance = await file.read((db) => db.selectFrom('balance').select('amount_pence').executeTakeFirst())
  process.stdout.write(`balance ${balance?.amount_pence}\n`)
}
await file.close()
