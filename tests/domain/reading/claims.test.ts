import { expect, test } from 'vitest'
import { understand } from '../../../domain/reading/understand.ts'
import { documentOf, heading, paragraph, table } from './given.ts'

const plan = table([
  ['', '', '2020/21', '2021/22'],
  [{ text: 'Care Records and Corporate', columns: 4 }],
  ['To share.', 'Inc. Leeds Care Record', '400000', '400000'],
  ['', 'Inc. Mindwell Mental Health portal', '115000', ''],
  [{ text: 'Infrastructure', columns: 4 }],
  ['To build.', 'Inc. Estates blueprinting', '95000', '150000'],
  [{ text: 'Data and intelligence', columns: 4 }],
  [
    'To see.',
    'Inc. Leeds LOOP/Repository\nInc. LOOP chatbot feature\nInc. Business Intelligence/Warehouse',
    '145000\n70000',
    '150000\n100000',
  ],
])

const claimsOf = (...blocks: Parameters<typeof documentOf>[0]) =>
  understand(documentOf([...blocks, heading('Appendix A'), plan])).claims.map(({ claim, place }) => ({
    ...claim,
    at: [place.section, place.paragraph],
  }))

/** All but that of the plan's own merged cell. */
const claimsBesidePlan = (...blocks: Parameters<typeof documentOf>[0]) =>
  claimsOf(...blocks).filter(({ kind }) => kind !== 'merged-cell')

test('a merged cell leads to its row', () => {
  expect(claimsOf()).toEqual([{ kind: 'merged-cell', table: 'table-1', row: '1:7', at: ['Appendix A', null] }])
})

test('themes that paragraphs name, and the schemes that they speak of', () => {
  const at = ['Main issues', '3.2']
  expect(
    claimsBesidePlan(
      heading('Main issues', '3'),
      paragraph('The plan covers the following 3 themes;', '3.2'),
      paragraph('Enhanced shared care and corporate records - More of the Leeds Care Record.'),
      paragraph("Infrastructure – A technology 'blueprint' and one way to describe services (LOOP)."),
      paragraph('Data and intelligence - A data warehouse, and a new site for Mindwell.'),
      paragraph('Every initiative has a case.', '3.3'),
    ),
  ).toEqual([
    {
      kind: 'themes',
      names: ['Enhanced shared care and corporate records', 'Infrastructure', 'Data and intelligence'],
      at,
    },
    { kind: 'membership', scheme: 'Leeds Care Record', theme: 'Enhanced shared care and corporate records', at },
    { kind: 'membership', scheme: 'blueprint', theme: 'Infrastructure', at },
    { kind: 'membership', scheme: 'LOOP', theme: 'Infrastructure', at },
    { kind: 'membership', scheme: 'warehouse', theme: 'Data and intelligence', at },
    { kind: 'membership', scheme: 'Mindwell', theme: 'Data and intelligence', at },
  ])
})

test('themes named in a row', () => {
  expect(
    claimsBesidePlan(
      heading('Main issues'),
      paragraph('The themes are: Shared records, Care at home and Insight.', '1'),
    ),
  ).toEqual([{ kind: 'themes', names: ['Shared records', 'Care at home', 'Insight'], at: ['Main issues', '1'] }])
})

test('the funder of what is asked for, and of nothing else', () => {
  const claims = (text: string) => claimsBesidePlan(heading('Purpose of this report'), paragraph(text, '1.1'))
  const at = ['Purpose of this report', '1.1']
  expect([
    claims('To approve a spend of £3,049k from the Better Care Fund grant capital.'),
    claims('To approve a spend of £3,049k, to be met by prudential borrowing.'),
    claims('To approve a spend of £3,049k from grant and borrowing.'),
    claims('An annual allocation of £1.8m per year comes from the grant.'),
  ]).toEqual([[{ kind: 'funded-by', what: 'grant', at }], [{ kind: 'funded-by', what: 'borrowing', at }], [], []])
})

test('what the cover and the text say of equality', () => {
  const claims = (answer: string, text: string) =>
    claimsBesidePlan(
      paragraph(`Are there implications for equality and diversity and cohesion? ${answer}`),
      heading('Equality and diversity'),
      paragraph(text, '4.2.1'),
    )
  const none = { kind: 'equality', answer: 'no-implications', at: ['Cover', null] }
  const promised = { kind: 'equality', answer: 'assessment-promised', at: ['Equality and diversity', '4.2.1'] }
  expect([
    claims('☐ Yes ☒ No', 'Each project undertakes an equality and diversity assessment.'),
    claims('☒ Yes ☐ No', 'Each project undertakes an equality and diversity assessment.'),
    claims('☐ Yes ☒ No', 'No equality assessment is required.'),
  ]).toEqual([[none, promised], [promised], [none]])
})

test('who chairs what, name by name', () => {
  const office = (text: string) => claimsBesidePlan(heading('Summary'), paragraph(text, '5'))
  const role = 'Co-chair of the Integrated Care Executive'
  const at = ['Summary', '5']
  expect([
    office(
      "Approved by the City's Integrated Care Executive, co-chaired by the Director of Adults and Health, the council.",
    ),
    office(
      'It goes to the Integrated Care Executive, co-chaired by the Director of Adults and Health, the council, and the Chief Executive of NHS Leeds CCG. More.',
    ),
    office('The Group is chaired by the Director of Finance.'),
  ]).toEqual([
    [{ kind: 'named', role, names: ['Director of Adults and Health, the council'], at }],
    [
      {
        kind: 'named',
        role,
        names: ['Director of Adults and Health, the council', 'Chief Executive of NHS Leeds CCG'],
        at,
      },
    ],
    [],
  ])
})
