import { expect, test } from 'vitest'
import { compareContents, relationInWords, relationOf } from '../../../domain/backup/compare.ts'
import type { Contents } from '../../../domain/backup/contents.ts'
import type { Instant } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import { type Pence, pence } from '../../../domain/money.ts'

const contents = (seq: number, hash: string, change: Partial<Contents> = {}): Contents => ({
  programme: { id: '01PR0GRAMME00000000000000A' as Id, name: 'City Digital', capitalSchemeNumber: '', isSample: false },
  lastEvent: { seq, recordedAt: '2026-09-01T09:00:00.000Z' as Instant, hash },
  counts: {
    schemes: 13,
    themes: 6,
    sources: 4,
    decisions: 3,
    organisations: 5,
    documents: 2,
    movements: 40,
    entries: 1204,
  },
  sums: {
    plan: pence(304_900_000),
    allocation: pence(304_900_000),
    authority: pence(304_900_000),
    released: 0 as Pence,
    commitment: 0 as Pence,
    actual: 0 as Pence,
  },
  ...change,
})

test('each count and each sum stands beside the other file’s, with whether they are equal', () => {
  const open = contents(1204, 'a')
  const backup = contents(1198, 'b', {
    counts: { ...open.counts, schemes: 12 },
    sums: { ...open.sums, authority: pence(304_850_050) },
  })
  expect(
    compareContents(open, backup).map(({ label, ...rest }) => [
      label,
      rest.open,
      rest.isEqual ? '=' : '≠',
      rest.backup,
    ]),
  ).toEqual([
    ['Schemes', '13', '≠', '12'],
    ['Themes', '6', '=', '6'],
    ['Funding sources', '4', '=', '4'],
    ['Decisions', '3', '=', '3'],
    ['Organisations', '5', '=', '5'],
    ['Documents held against the ledger', '2', '=', '2'],
    ['Movements', '40', '=', '40'],
    ['Entries', '1,204', '=', '1,204'],
    ['Plan', '£3,049,000', '=', '£3,049,000'],
    ['Allocation', '£3,049,000', '=', '£3,049,000'],
    ['Authority to spend', '£3,049,000', '≠', '£3,048,500.50'],
    ['Released', '£0', '=', '£0'],
    ['Committed', '£0', '=', '£0'],
    ['Spent', '£0', '=', '£0'],
    ['Events', '1,204', '≠', '1,198'],
  ])
})

test('the relation of two files is said in a sentence', () => {
  const open = contents(1204, 'a')
  const other = contents(1198, 'b', { programme: { ...open.programme, id: '01PR0GRAMME00000000000000B' as Id } })
  const said = (backup: Contents, inOpen: string | null, inBackup: string | null) =>
    relationInWords(relationOf(open, backup, inOpen, inBackup), open, backup)
  expect([
    said(contents(1204, 'a'), 'a', 'a'),
    said(contents(1198, 'b'), 'b', null),
    said(contents(1203, 'b'), 'b', null),
    said(contents(1206, 'b'), null, 'a'),
    said(contents(1204, 'b'), 'a', 'b'),
    said(other, 'b', null),
  ]).toEqual([
    'The backup holds the same as the open file',
    'The backup is an earlier state of the open file: its last 6 changes are missing from the backup',
    'The backup is an earlier state of the open file: its last change is missing from the backup',
    'The open file is an earlier state of the backup: its last 2 changes are missing from the open file',
    'The backup and the open file were changed apart from each other: each has changes that the other has not',
    'The backup is of another programme',
  ])
})
