import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendEvent, beginChange, postMovement } from '../../db/change.ts'
import { readAt } from '../../db/programmeFile.ts'
import { balanceLines } from '../../db/queries/programmeFacts.ts'
import { verify } from '../../db/queries/verify.ts'
import type { Reading } from '../../db/schema.ts'
import { entryTexts, eventTexts, movementTexts } from '../../db/sqlite.ts'
import type { Instant } from '../../domain/calendarDay.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { planEntry, planMovement, postPlan, smallLedger } from '../support/smallLedger.ts'

/** The texts that were hashed, made from the rows one by one. */
const textsPlainly = async (db: Reading) => {
  const events = await db.selectFrom('event').selectAll().orderBy('seq').execute()
  const movements = await db.selectFrom('movement').selectAll().orderBy('seq').orderBy('id').execute()
  const entries = await db.selectFrom('entry').selectAll().orderBy('id').execute()
  return {
    events: events.map(({ hash: _, ...event }) => canonicalJson(event)),
    movements: movements.map(({ seq: _, ...movement }) => `${canonicalJson({ movement })}\n`),
    entries: entries.map(({ id: _id, seq: _seq, ...entry }) => `${canonicalJson({ entry })}\n`),
  }
}

test('the texts that SQLite makes of events and movements are the ones that were hashed, whatever their words hold', async () => {
  const words = fc.string({ unit: 'binary', maxLength: 20 })
  const amounts = fc.integer({ min: -9e15, max: 9e15 })
  const { file, themeId } = await smallLedger()
  await file.write(async (tx) => {
    for (const [rest, ledgerRef, amount] of fc.sample(fc.tuple(words, words, amounts), 30)) {
      const reason = `Reason ${rest}`
      const change = await beginChange(tx, '2020-05-01T09:00:00.000Z' as Instant)
      const entries = [amount, -amount].map((each) => ({ ...planEntry(themeId, 2020, each), ledgerRef }))
      await postMovement(change, { ...planMovement(entries), reason })
      const by = { actor: 'viewer', role: 'viewer', operation: 'test', transition: reason }
      await appendEvent(change, { ...by, subject: { kind: 'theme', id: themeId }, detail: { reason } })
    }
  })
  const [made, plain] = await file.read(async (db) => [
    {
      events: (await eventTexts(db, 0, 1_000, 1_000)).map(({ text }) => text),
      movements: (await movementTexts(db, 1, 1_000)).map(({ text }) => text),
      entries: (await entryTexts(db, 1, 1_000)).map(({ text }) => text),
    },
    await textsPlainly(db),
  ])
  expect(made).toEqual(plain)
  expect((await file.read((db) => verify(db))).faults).toEqual([])
})

test('a check of an earlier moment verifies the trail up to it', async () => {
  const { file, path, themeId } = await smallLedger()
  const { lastHash } = await file.read((db) => verify(db))
  await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 1)])
  expect(await readAt(path, 1, (db) => verify(db))).toEqual({ events: 1, entries: 0, lastHash, faults: [] })
})

test('the balances of every earlier moment are the plain sums of the entries up to it', async () => {
  const { file, themeId } = await smallLedger()
  const entry = fc.tuple(fc.constantFrom(2020, 2021), fc.integer({ min: -3, max: 3 }))
  const seqs = [1]
  for (const posted of fc.sample(fc.array(entry, { minLength: 1, maxLength: 4 }), { numRuns: 12, seed: 7 })) {
    const entries = posted.map(([year, amount]) => planEntry(themeId, year, amount))
    seqs.push(await postPlan(file, '2020-05-01T09:00:00.000Z', entries))
  }
  const entries = await file.read((db) => db.selectFrom('entry').selectAll().execute())
  for (const seq of seqs) {
    const upTo = entries.filter((each) => each.seq <= seq)
    const byYear = [...Map.groupBy(upTo, (each) => each.start_year)].toSorted(([one], [other]) => one - other)
    const sums = byYear.map(([year, own]) => [year, own.reduce((sum, each) => sum + each.amount_pence, 0)])
    const shown = (await file.read(balanceLines, seq)).map(({ startYear, amount }) => [startYear, amount])
    expect(shown).toEqual(sums)
  }
})

test('a check says how far it has come, up to the last event', async () => {
  const { file, themeId } = await smallLedger()
  await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 1)])
  const told: number[][] = []
  await file.read((db) => verify(db, (done, of) => told.push([done, of])))
  expect(told).toEqual([[2, 2]])
})
