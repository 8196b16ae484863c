import { describe, expect, test } from 'vitest'
import { leaksIn } from '../../../reports/exempt/leaksIn.ts'
import { markExempt } from '../../../reports/exempt/markExempt.ts'
import { exemptInFull, publicVersion, publicVersionOf } from '../../../reports/exempt/publicVersion.ts'
import { addUp } from '../../../reports/model/addUp.ts'
import { type Part, ReportModel } from '../../../reports/model/reportModel.ts'
import { everyPart } from '../support/everyPart.ts'

const why = 'Publishing the price before the contract is let would weaken the council in the tender.'
const paragraphThree =
  'paragraph 3 of Schedule 12A to the Local Government Act 1972, information relating to the financial or business affairs of any particular person (including the authority holding that information)'

const partOf = ({ parts }: ReportModel, id: string): Part | undefined => parts.find((part) => part.id === id)

/** The first cell of each row and the words or amounts beside it. */
const rowsOf = (part: Part | undefined): unknown[] =>
  part?.kind === 'table'
    ? part.rows.map(({ cells }) =>
        cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind === 'amount' ? cell.amount : cell.kind)),
      )
    : []

const mark = (part: string, row: string | null = null, column: string | null = null) => ({
  part,
  row,
  column,
  paragraph: 'Paragraph 5',
  publicInterest: 'It is advice of a solicitor',
})

describe('the public version', () => {
  const shown = publicVersionOf(everyPart)

  test('has a statement with the words of the Act in place of a paragraph', () => {
    expect(partOf(shown.model, 'money/words')).toEqual({
      kind: 'paragraph',
      id: 'money/words',
      number: null,
      runs: [{ kind: 'text', text: `Exempt information: ${paragraphThree}. ${why}`, isStrong: false }],
      exempt: null,
    })
  })

  test('shows a row without its words, and withholds the sums by which its amounts could be worked out', () => {
    const [blank, kept] = ['blank', 'withheld']
    expect(rowsOf(partOf(shown.model, 'money'))).toEqual([
      ['Mobile working', blank, blank, blank],
      ['Tablets for nurses', 15_008_000, 10_004_000, 5_004_000],
      ['Exempt, paragraph 3', 'exempt', 'exempt', 'exempt'],
      ['Apps assessment tools', -4_000_000, -6_500_000, 2_500_000],
      ['Mobile working', kept, kept, kept],
      ['Later schemes', 'none', 'none', 'unfunded'],
      ['Total', kept, kept, kept],
      ['Authority given', 20_000_000, 12_000_000, 8_000_000],
      ['Authority left', kept, kept, kept],
      ['Schemes that are not yet developed have no amount.', blank, blank, blank],
    ])
  })

  test('says under the table what is exempt, what is withheld, and why', () => {
    const table = partOf(shown.model, 'money')
    expect(table?.kind === 'table' && table.notes).toEqual([
      'Amounts in brackets are credits.',
      `Exempt in this table: ${paragraphThree}. ${why}`,
      'Withheld: “Mobile working” in TOTAL, 2020/21, 2021/22; “Total” in TOTAL, 2020/21, 2021/22; “Authority left” in TOTAL, 2020/21, 2021/22. By what is withheld an exempt amount could be worked out.',
    ])
    expect(shown.withheld.slice(0, 2)).toEqual([
      '“Mobile working”, TOTAL (Expenditure by theme and scheme, £000)',
      '“Mobile working”, 2020/21 (Expenditure by theme and scheme, £000)',
    ])
  })

  test('names nothing exempt by an id, and has no formula that would come to something else', () => {
    const table = partOf(shown.model, 'money')
    expect(
      table?.kind === 'table' && table.rows.filter(({ id, adds }) => id.includes('wifi') || adds !== null),
    ).toEqual([])
    expect(addUp(shown.model.parts)).toEqual([])
  })

  test('leaves out the checks, and says in its heading that it is the public one', () => {
    expect({
      checks: shown.model.checks,
      version: shown.model.heading.order.version,
      note: shown.model.heading.note,
    }).toEqual({
      checks: [],
      version: 'public',
      note: 'Sample programme. Public version: what is exempt is left out, and the report says so where it stood.',
    })
  })

  test('is the report itself where nothing is exempt', () => {
    const open = { ...everyPart, parts: everyPart.parts.filter(({ id }) => id === 'mix' || id === 'summary/1') }
    const { heading } = open
    expect(publicVersion(open)).toEqual({
      ...open,
      heading: { ...heading, order: { ...heading.order, version: 'public' } },
    })
    expect(leaksIn(open, publicVersion(open))).toEqual([])
  })

  test('of a chart with an exempt row is its table, because the chart would draw it', () => {
    const marked = markExempt(everyPart, [mark('mix', 'mix/2021')])
    const part = partOf(publicVersion(marked), 'mix')
    expect(rowsOf(part)).toEqual([
      ['2020/21', 75_000_000, 25_000_000, 100_000_000],
      ['Exempt, paragraph 5', 'exempt', 'exempt', 'exempt'],
      ['Total', 'withheld', 'withheld', 'withheld'],
    ])
    expect(JSON.stringify(part)).not.toContain('drawing')
  })

  test('of an exempt list, cover, table or chart is one statement, said once where several stand together', () => {
    const ids = ['cover', 'recommendations/list', 'recommendations/points', 'mix']
    const marked = markExempt(
      everyPart,
      ids.map((id) => mark(id)),
    )
    const texts = ids.map((id) => {
      const part = partOf(publicVersion(marked), id)
      return part?.kind === 'paragraph' ? part.runs.map((run) => (run.kind === 'text' ? run.text : '')) : part?.kind
    })
    const statement =
      'Exempt information: paragraph 5 of Schedule 12A to the Local Government Act 1972, information in respect of which a claim to legal professional privilege could be maintained in legal proceedings. It is advice of a solicitor.'
    expect(texts).toEqual([[statement], [statement], ['Exempt information, for the reason above.'], [statement]])
  })

  test('drops a footnote that only exempt words refer to', () => {
    const marked = markExempt(everyPart, [mark('summary/1')])
    expect(publicVersion(marked).footnotes.map(({ mark: each }) => each)).toEqual(['2'])
  })

  test('shows no share beside a withheld amount', () => {
    const marked = markExempt(everyPart, [mark('kinds', 'kinds/one', 'cost')])
    const row = rowsOf(partOf(publicVersion(marked), 'kinds'))[0] as unknown[]
    expect([row[2], row[5]]).toEqual(['exempt', 'withheld'])
  })

  test('of a report that is exempt as a whole says why, and nothing else', () => {
    const { parts, footnotes, missing, checks } = exemptInFull(everyPart, { paragraph: '3', publicInterest: why })
    expect({ parts: parts.length, footnotes, missing, checks }).toEqual({
      parts: 1,
      footnotes: [],
      missing: [],
      checks: [],
    })
  })
})

describe('a leak', () => {
  const model = publicVersion(everyPart)

  test('is a sum that stands although its other parts do, with how the exempt amount comes out', () => {
    const blacked = {
      ...model,
      parts: model.parts.map((part) =>
        part.kind === 'table' && part.id === 'money'
          ? { ...part, rows: part.rows.map((row) => (row.id === 'money/mobile-sum' ? sumRowOf(everyPart) : row)) }
          : part,
      ),
    }
    const table = '(Expenditure by theme and scheme, £000)'
    expect(leaksIn(everyPart, blacked).find(({ target }) => target?.column === 'y2020')).toEqual({
      id: 'worked-out/money/money/wifi/y2020',
      kind: 'worked-out',
      target: { part: 'money', row: 'money/wifi', column: 'y2020' },
      cell: `“Wi-Fi in care homes”, 2020/21 ${table}`,
      amount: 5_004_000,
      how: `£50,040 can be worked out: it is “Mobile working”, 2020/21 ${table} less “Tablets for nurses”, 2020/21 ${table} less “Apps assessment tools”, 2020/21 ${table}.`,
    })
  })

  test('is what stands in the public version as it is', () => {
    const kinds = new Set(leaksIn(everyPart, everyPart).map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['shown', 'same-words']))
  })

  test('is a withheld sum that a sentence states, and an equal amount that may be another one', () => {
    expect(leaksIn(everyPart, model).map(({ kind, cell, how }) => [kind, cell, how])).toEqual([
      [
        'same-amount',
        '“Mobile working”, TOTAL (Expenditure by theme and scheme, £000)',
        '£160,160 is withheld, and stands also in paragraph 1; the list recommendations/list.',
      ],
      [
        'same-amount',
        '“Wi-Fi in care homes”, 2020/21 (Expenditure by theme and scheme, £000)',
        '£50,040 is exempt, and stands also in “Tablets for nurses”, 2021/22 (Expenditure by theme and scheme, £000).',
      ],
    ])
  })

  test('is an exempt word or sentence that stands elsewhere, whatever its case and spaces', () => {
    const told = {
      ...everyPart,
      missing: ['The supplier of  WI-FI in Care homes is not known.'],
      footnotes: [{ mark: '1', text: 'The price that was offered is £50.1k.' }],
    }
    const leaks = leaksIn(told, { ...publicVersion(told), missing: told.missing, footnotes: told.footnotes })
    expect(leaks.flatMap(({ kind, cell, how }) => (kind === 'same-words' ? [[cell, how]] : []))).toEqual([
      ['“The price that was offered is £50.1k.”', 'These words are exempt, and stand also in footnote 1.'],
      ['“Wi-Fi in care homes”', 'These words are exempt, and stand also in what is missing.'],
    ])
  })

  test('is an amount that only the data of a chart hold', () => {
    const text = JSON.stringify(everyPart).replace('"amount":75000000,"share"', '"amount":5004000,"share"')
    const drawn = ReportModel.parse(JSON.parse(text))
    const told = leaksIn(drawn, publicVersion(drawn)).find(({ amount }) => amount === 5_004_000)
    expect(told?.how).toContain('“Borrowing pays for 60.0% of 2021/22”')
  })

  test('is an exempt total whose parts all stand; one of them is withheld with it', () => {
    const marked = markExempt(everyPart, [mark('mix', 'mix/2020', 'total')])
    const { withheld, model: shown } = publicVersionOf(marked)
    expect(withheld).toHaveLength(12)
    expect(leaksIn(marked, shown).filter(({ kind }) => kind === 'worked-out')).toEqual([])
  })
})

const sumRowOf = (model: ReportModel) => {
  const part = partOf(model, 'money')
  const row = part?.kind === 'table' ? part.rows.find(({ id }) => id === 'money/mobile-sum') : undefined
  if (row === undefined) throw new Error('No sum')
  return row
}
