import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compiledOnce } from '../../db/compiledOnce.ts'
import { keepDraft } from '../../db/drafts.ts'
import { isAnythingDue } from '../../db/queries/isAnythingDue.ts'
import type { Reading } from '../../db/schema.ts'
import { businessCases, decisions, schemes } from '../../db/subjects.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import type { Scheme } from '../../domain/programme/scheme.ts'
import { businessCase } from '../domain/businessCase/given.ts'
import { decisionNamed, idOf, schemeNamed } from '../domain/given.ts'
import { inserted, memoryLedger } from '../support/memoryLedger.ts'

const variants = fc.record<Partial<Scheme>>(
  {
    ref: fc.constantFrom('', 'S1', 'S2'),
    nature: fc.constantFrom('capital', 'revenue'),
    lifecycle: fc.constantFrom('live', 'unfunded'),
    dca: fc.constantFrom(null, 'G', 'R'),
    isExisting: fc.boolean(),
    nhsShareBp: fc.constantFrom(null, 0, 5000),
    leadOrganisationId: fc.constantFrom(null, idOf('One'), idOf('Other')),
    aliases: fc.constantFrom([], ['A'], ['A', 'B']),
    planned: fc.constantFrom(
      { startOn: null, endOn: null },
      { startOn: calendarDay('2020-04-01'), endOn: null },
      { startOn: calendarDay('2020-04-01'), endOn: calendarDay('2021-03-31') },
    ),
    tags: fc.constantFrom([], ['digital']),
  },
  { requiredKeys: [] },
)

test('rows that are alike are read as each would be alone, and share nothing that can be changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(variants, { minLength: 1, maxLength: 8 }), async (changes) => {
      const given = changes.map((change, index) => schemeNamed(`Scheme ${index}`, { ...change, sort: index }))
      const db = await memoryLedger()
      for (const each of given) await inserted(db, schemes, each)
      const read = (await schemes.list(db as unknown as Reading)).sort((a, b) => a.sort - b.sort)
      expect(read).toEqual(given)
      for (const each of read) each.aliases.push('spoilt')
      expect(read.map(({ aliases }) => aliases)).toEqual(given.map(({ aliases }) => [...aliases, 'spoilt']))
      await db.destroy()
    }),
    { numRuns: 30 },
  )
})

test('a query that was compiled once is asked for other things in the same words', async () => {
  const db = await memoryLedger()
  for (const name of ['One', 'Two', 'Three']) await inserted(db, schemes, schemeNamed(name, { ref: name[0] ?? '' }))
  let built = 0
  const named = compiledOnce((of, { name, ref }: { name: string; ref: string }) => {
    built += 1
    return of
      .selectFrom('scheme')
      .select('name')
      .where((eb) => eb.or([eb('ref', '=', ref), eb('name', '=', name), eb('short_name', '=', name)]))
      .where('lifecycle', '=', 'live')
      .orderBy('name')
  })
  const ask = async (name: string, ref: string) =>
    (await named(db as unknown as Reading, { name, ref })).map((row) => row.name)
  expect([await ask('One', 'T'), await ask('Two', ''), await ask('None', 'O'), built]).toEqual([
    ['One', 'Three', 'Two'],
    ['Two'],
    ['One'],
    1,
  ])
})

test('a query that was compiled over one programme asks the next one, too', async () => {
  const [one, other] = [await memoryLedger(), await memoryLedger()]
  await inserted(one, schemes, schemeNamed('One'))
  await inserted(other, schemes, schemeNamed('Other'))
  const names = async (db: typeof one) => (await schemes.list(db as unknown as Reading)).map(({ name }) => name)
  expect([await names(one), await names(other)]).toEqual([['One'], ['Other']])
})

const moments = { today: calendarDay('2020-09-01'), restedSince: '2020-09-01T09:00:00.000Z' as Instant }
const draftOf = (savedAt: string) => ({
  subjectKind: 'authority_request' as const,
  subjectId: idOf('R'),
  actor: 'finance_officer',
  role: 'finance_officer' as const,
  baseRevision: 1,
  content: {},
  savedAt: savedAt as Instant,
})
type Given = (db: Awaited<ReturnType<typeof memoryLedger>>) => Promise<unknown>
const decision =
  (change: Parameters<typeof decisionNamed>[1]): Given =>
  (db) =>
    inserted(db, decisions, decisionNamed('D', { status: 'made', effectiveOn: calendarDay('2020-09-01'), ...change }))
const approval =
  (change: Parameters<typeof businessCase>[0]): Given =>
  (db) =>
    inserted(
      db,
      businessCases,
      businessCase({ status: 'approved', validUntilOn: calendarDay('2020-08-31'), ...change }),
    )

test.each<[string, Given, boolean]>([
  ['nothing', async () => undefined, false],
  ['a draft that rests', (db) => keepDraft(db as never, draftOf('2020-09-01T09:00:00.000Z')), true],
  ['a draft that is being written', (db) => keepDraft(db as never, draftOf('2020-09-01T09:00:00.001Z')), false],
  ['a decision on its day', decision({}), true],
  ['a decision on the day before', decision({ effectiveOn: calendarDay('2020-09-02') }), false],
  ['a decision in effect', decision({ status: 'effective' }), false],
  ['a decision that was taken back', decision({ isRemoved: true }), false],
  ['an approval after its last day', approval({}), true],
  ['an approval with conditions after its last day', approval({ status: 'approved_with_conditions' }), true],
  ['an approval on its last day', approval({ validUntilOn: calendarDay('2020-09-01') }), false],
  ['an approval without a last day', approval({ validUntilOn: null }), false],
  ['a case that was recommended', approval({ status: 'recommended' }), false],
])('of %s one look says whether anything is due', async (_, given, isDue) => {
  const db = await memoryLedger()
  await given(db)
  expect(await isAnythingDue(db as unknown as Reading, moments)).toBe(isDue)
})
