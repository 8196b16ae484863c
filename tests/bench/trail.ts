import { hash } from 'node:crypto'
import { readAt } from '../../db/programmeFile.ts'
import { entryTexts, eventTexts, movementTexts } from '../../db/sqlite.ts'
import { isForTwo } from '../../electron/app/features/checkTrail.ts'
import { startWorker } from '../../electron/app/work/startWorker.ts'
import { compare } from './compare.ts'
import type { Files } from './files.ts'
import { type Line, ms, ratio } from './line.ts'

const PAGE = 2000

/** A check of the whole trail in its thread, beside the hashing of the same texts and nothing else. */
export const checks = async (files: Files, entries: number): Promise<Line[]> => {
  const [path, seq] = [await files.of(entries), files.lastSeq(entries)]
  let most = 0
  const check = async () => {
    const before = process.memoryUsage().rss
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before)
    }, 20)
    const order = { name: 'verify', path, seq, input: { inHalves: isForTwo(seq) } } as const
    const { faults } = await startWorker(order, () => undefined, console.error).result
    clearInterval(watch)
    if (faults.length > 0) throw new Error(`The check found faults in the bench's own file: ${faults[0]?.detail}`)
  }
  const hashing = () =>
    readAt(path, seq, async (db) => {
      let took = 0
      for (let from = 0; from < seq; from += PAGE) {
        const events = await eventTexts(db, from, seq, PAGE)
        const movements = await movementTexts(db, from + 1, from + PAGE)
        const posted = await entryTexts(db, from + 1, from + PAGE)
        const start = performance.now()
        for (const { text } of events) hash('sha256', text)
        // One movement and one entry make up what an event has posted.
        for (const [index, { text }] of movements.entries()) hash('sha256', text + (posted[index]?.text ?? ''))
        took += performance.now() - start
      }
      return took
    })
  const found = await compare({ check, hashing })
  return [
    ms('check of the trail in its thread', found.check),
    ms('hashing of the same texts alone', found.hashing),
    ratio('… check beside hashing', found.check / found.hashing, 4),
    { what: 'memory that the check takes at most', value: most / 1e6, unit: 'MB', goal: 200 },
  ]
}
