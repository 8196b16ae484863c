import { expect, test } from 'vitest'
import { exemptOfReason } from '../../../domain/report/exemptOfReason.ts'
import { findParagraph } from '../../../domain/report/exemptParagraphs.ts'
import { lostMarks, markExempt } from '../../../reports/exempt/markExempt.ts'
import { refusalOf } from '../../domain/refusalOf.ts'
import { everyPart } from '../support/everyPart.ts'

const reasons = { paragraph: 'Paragraph 3', publicInterest: 'The prices are still to be agreed.' }
const on = (part: string, row: string | null = null, column: string | null = null) => ({
  part,
  row,
  column,
  ...reasons,
})

/** The ids of what is exempt, with rows and columns. */
const exemptIn = (model: typeof everyPart): string[] =>
  model.parts.flatMap((part) => {
    if (part.kind === 'heading' || part.kind === 'page-break') return []
    const table = part.kind === 'table' ? part : part.kind === 'chart' ? part.table : null
    return [
      ...(part.exempt ? [part.id] : []),
      ...(table?.rows ?? []).flatMap(({ id, exempt, exemptCells = [] }) => [
        ...(exempt ? [id] : []),
        ...exemptCells.map(({ column }) => `${id}:${column}`),
      ]),
    ]
  })

test('a mark reaches a part, a row, a cell, a column of a table, or all that stands under a heading', () => {
  const open = { ...everyPart, parts: everyPart.parts.filter(({ id }) => id !== 'money' && id !== 'money/words') }
  const after = (mark: ReturnType<typeof on>) => exemptIn(markExempt(open, [mark]))
  expect([
    after(on('cover')),
    after(on('kinds', 'kinds/two')),
    after(on('kinds', 'kinds/two', 'cost')),
    after(on('mix', null, 'grant')),
    after(on('recommendations')),
    after(on('schemes/list')),
  ]).toEqual([
    ['cover'],
    ['kinds/two'],
    ['kinds/two:cost'],
    ['mix/2020:grant', 'mix/2021:grant', 'mix/all:grant'],
    ['recommendations/1', 'recommendations/list', 'recommendations/points'],
    ['kinds', 'nothing'],
  ])
})

test('a mark without its paragraph or its public interest is refused, and so is one on what the report does not have', () => {
  const refused = (given: object) => refusalOf(() => markExempt(everyPart, [{ ...on('cover'), ...given }]))
  expect([
    refused({ paragraph: 'Commercial' }),
    refused({ paragraph: '', publicInterest: ' ' }),
    refused({ part: 'gone' }),
    refused({ row: 'money/wifi' }),
  ]).toEqual([
    { code: 'exemption-incomplete', detail: { part: 'cover', lacks: ['paragraph'] } },
    { code: 'exemption-incomplete', detail: { part: 'cover', lacks: ['paragraph', 'public-interest'] } },
    { code: 'not-found', detail: { entity: 'exemptPart', id: 'gone' } },
    { code: 'not-found', detail: { entity: 'exemptPart', id: 'money/wifi' } },
  ])
  expect(lostMarks(everyPart, [on('cover'), on('gone')])).toEqual([on('gone')])
})

test('a paragraph of Schedule 12A is read as councils write it', () => {
  const written = [
    '3',
    'Paragraph 3',
    'para. 5',
    'Rule 10.4(3)',
    'Access to Information Procedure Rules 10.4 (7)',
    '(1)',
  ]
  const others = ['8', 'Commercial', 'Rule 10.5', '', 'paragraph 12']
  expect([written.map(findParagraph), others.map(findParagraph)]).toEqual([
    [3, 3, 5, 3, 7, 1],
    [null, null, null, null, null],
  ])
})

test('a reason in one text is taken apart into the paragraph and why', () => {
  expect([
    exemptOfReason('Paragraph 3: The price is still being negotiated'),
    exemptOfReason('Paragraph 5, legal advice'),
    exemptOfReason('said on its cover'),
  ]).toEqual([
    { paragraph: 'Paragraph 3', publicInterest: 'The price is still being negotiated' },
    { paragraph: 'Paragraph 5', publicInterest: 'Paragraph 5, legal advice' },
    { paragraph: 'said on its cover', publicInterest: 'said on its cover' },
  ])
})
