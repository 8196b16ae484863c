import { describe, expect, test } from 'vitest'
import { answerIn } from '../../../domain/reading/coverAnswers.ts'
import { dayInWords } from '../../../domain/reading/dayInWords.ts'
import type { Read } from '../../../domain/reading/reportReading.ts'
import { understand } from '../../../domain/reading/understand.ts'
import { documentOf, heading, paragraph, table } from './given.ts'

const short = ({ value, text, confidence, place }: Read<unknown>) => [
  value,
  text,
  confidence,
  place && [place.block, place.row, place.column, place.start, place.end],
]

describe('the first page', () => {
  test('is read from lines, each with its place', () => {
    const { cover } = understand(
      documentOf([
        paragraph('Report of City Digital Programme Director'),
        paragraph('Report to: the Director of Resources'),
        paragraph('Date: 20th August 2020'),
        paragraph('Subject: Digital developments - 2020/21'),
        paragraph('Capital Scheme Number: 32210/000/000.'),
        paragraph('Are specific electoral wards affected? ☐ Yes ☒ No'),
        paragraph('Are there implications for equality and diversity? [ ] Yes [x] No'),
        paragraph('Is the decision eligible for call-in?'),
        paragraph('Yes ☒ No ☐'),
        paragraph('Does the report contain confidential or exempt information?'),
        heading('Summary of main issues'),
        paragraph('This is a Key Decision.', '1'),
      ]),
    )
    const { questions, ...fields } = cover
    expect(Object.entries({ ...fields, ...questions }).map(([name, read]) => [name, ...short(read)])).toEqual([
      [
        'reportOf',
        'City Digital Programme Director',
        'City Digital Programme Director',
        'read',
        [0, null, null, 10, 41],
      ],
      ['reportTo', 'Director of Resources', 'Director of Resources', 'read', [1, null, null, 15, 36]],
      ['datedOn', '2020-08-20', '20th August 2020', 'read', [2, null, null, 6, 22]],
      ['subject', 'Digital developments - 2020/21', 'Digital developments - 2020/21', 'read', [3, null, null, 9, 39]],
      ['capitalSchemeNumber', '32210/000/000', '32210/000/000.', 'read', [4, null, null, 23, 37]],
      ['isKeyDecision', true, 'a Key Decision', 'read', [11, null, null, 8, 22]],
      ['wards', false, 'Are specific electoral wards affected? ☐ Yes ☒ No', 'read', [5, null, null, 0, 49]],
      [
        'equality',
        false,
        'Are there implications for equality and diversity? [ ] Yes [x] No',
        'read',
        [6, null, null, 0, 65],
      ],
      ['callIn', true, 'Yes ☒ No ☐', 'read', [8, null, null, 0, 10]],
      [
        'exempt',
        null,
        'Does the report contain confidential or exempt information?',
        'not-understood',
        [9, null, null, 0, 59],
      ],
    ])
  })

  test('ends where a heading stands, and not where a line or a sentence was taken for one', () => {
    const { cover, narrative } = understand(
      documentOf([
        heading('Report of: Head of Digital Care'),
        heading('Date: 2 March 2021'),
        heading('Recommendations'),
        heading('The Director of Finance is asked to give authority to spend of £5k on the programme in this year.'),
      ]),
    )
    expect([short(cover.reportOf), short(cover.datedOn), narrative.map(({ place }) => place.section)]).toEqual([
      ['Head of Digital Care', 'Head of Digital Care', 'read', [0, null, null, 11, 31]],
      ['2021-03-02', '2 March 2021', 'read', [1, null, null, 6, 18]],
      ['Recommendations'],
    ])
  })

  test('is read from a table, whose cells then belong to it', () => {
    const { cover, tables } = understand(
      documentOf([
        table([
          ['Report of', 'Head of Digital Care'],
          ['Date of meeting', '2 March 2021'],
          ['Is the decision eligible for call-in?', 'No'],
        ]),
        heading('Recommendations'),
      ]),
    )
    expect([
      short(cover.reportOf),
      short(cover.datedOn),
      short(cover.questions.callIn),
      tables.map((each) => each.cells.map(({ as }) => as)),
    ]).toEqual([
      ['Head of Digital Care', 'Head of Digital Care', 'read', [0, 0, 1, 0, 20]],
      ['2021-03-02', '2 March 2021', 'read', [0, 1, 1, 0, 12]],
      [false, 'No', 'read', [0, 2, 1, 0, 2]],
      [['cover', 'cover', 'cover', 'cover', 'cover', 'cover']],
    ])
  })

  test('says what is missing, and what is inferred from elsewhere', () => {
    const { cover } = understand(
      documentOf([
        paragraph('Council of the county, 2 March 2021'),
        heading('Recommendations'),
        paragraph('To spend from capital scheme number 40100/000/000.'),
      ]),
    )
    expect([
      short(cover.reportOf),
      short(cover.datedOn),
      short(cover.capitalSchemeNumber),
      short(cover.isKeyDecision),
    ]).toEqual([
      [null, '', 'not-understood', null],
      ['2021-03-02', '2 March 2021', 'inferred', [0, null, null, 23, 35]],
      ['40100/000/000', '40100/000/000', 'inferred', [2, null, null, 36, 49]],
      [null, '', 'not-understood', null],
    ])
  })
})

test.each([
  ['20th August 2020', '2020-08-20'],
  ['Thursday, 20 August, 2020', '2020-08-20'],
  ['20 Aug 2020', '2020-08-20'],
  ["20-Aug-'20", '2020-08-20'],
  ['August 20, 2020', '2020-08-20'],
  ['20/08/2020', '2020-08-20'],
  ['1.9.20', '2020-09-01'],
  ['2020-08-20', '2020-08-20'],
  ['1st of September 2020', '2020-09-01'],
  ['31 June 2020', undefined],
  ['August 2020', undefined],
  ['2020/21', undefined],
])('the day in %j', (text, day) => {
  expect(dayInWords(text)?.day).toBe(day)
})

test.each([
  ['☐ Yes ☒ No', false],
  ['☑ Yes ☐ No', true],
  ['Yes ✓ No', true],
  ['Yes [ ] No [X]', false],
  ['x Yes  No', true],
  ['<input type="checkbox"> Yes <input checked type="checkbox"/> No', false],
  ['No', false],
  ['Yes - see paragraph 4', true],
  ['Yes No', null],
  ['☐ Yes ☐ No', null],
  ['Not known', null],
  ['If yes, name(s) of ward(s): ☐ Yes ☒ No', false],
  ['If yes, name(s) of ward(s):', null],
])('the answer in %j', (text, answer) => {
  expect(answerIn(text)).toBe(answer)
})
