import { expect, test } from 'vitest'
import { RemarkKind } from '../../../domain/reading/readDocument.ts'
import { remarkWords } from '../../../domain/reading/remarkWords.ts'

test('what a reader has to know of how a document was read is said in one sentence each, with its count', () => {
  expect([
    remarkWords({ kind: 'tracked-changes', count: 1 }),
    remarkWords({ kind: 'comments', count: 2 }),
    remarkWords({ kind: 'text-boxes', count: 1_200 }),
  ]).toEqual([
    '1 tracked change read as if accepted: what was inserted counts, what was deleted does not.',
    '2 comments left out.',
    '1,200 text boxes read where the document anchors them.',
  ])
  expect(RemarkKind.options.filter((kind) => !/^3 .*\.$/.test(remarkWords({ kind, count: 3 })))).toEqual([])
})
