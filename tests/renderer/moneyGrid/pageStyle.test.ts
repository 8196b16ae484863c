import { expect, test } from 'vitest'
import { pageStyle } from '../../../renderer/ui/moneyGrid/pageStyle.ts'

const facts = { programme: 'City Digital', unit: '£000' as const, period: '2020/21, as at 28 August 2020', event: 1204 }

test('the margins of a page name the programme, the unit, the day, the event and the page', () => {
  const contents = [...pageStyle(facts).matchAll(/@([a-z-]+) \{ content: (.*?); font/g)].map(([, box, content]) => [
    box,
    content,
  ])
  expect(contents).toEqual([
    ['top-left', '"City Digital"'],
    ['top-right', '"\\a3 000"'],
    ['bottom-left', '"2020\\2f 21\\2c  as at 28 August 2020 \\b7  event 1204"'],
    ['bottom-right', '"Page " counter(page) " of " counter(pages)'],
  ])
})

test('of an earlier day no event is named', () => {
  expect(pageStyle({ ...facts, event: undefined })).toContain('"2020\\2f 21\\2c  as at 28 August 2020"')
})

test('no name ends the text that it stands in', () => {
  const programme = '"; } * { display: none } </style><script>\\\n£ 😀'
  const [, content = ''] = /@top-left \{ content: "(.*?)"; font/.exec(pageStyle({ ...facts, programme })) ?? []
  expect(content).toMatch(/^(?:[a-z0-9 ]|\\[0-9a-f]+ )+$/i)
  expect(content).toContain('\\22 \\3b  \\7d ')
})
