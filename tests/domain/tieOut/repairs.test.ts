import { describe, expect, test } from 'vitest'
import { judge } from '../../../domain/reading/judge.ts'
import { describe as inWords } from '../../../domain/tieOut/describe.ts'
import type { Finding } from '../../../domain/tieOut/finding.ts'
import { type PrintedReport, printedReport } from '../../support/reports/councilReport.ts'
import { withCell } from '../../support/reports/otherReports.ts'
import { readingOf } from '../../support/reports/readingOf.ts'
import { tyingProgramme } from '../../support/reports/tyingReport.ts'

const layout = { tables: 'a-grid-each', hasThousandsCommas: true, rowsBegin: '', totalsWord: 'TOTALS' } as const
const tying = printedReport(tyingProgramme, layout)

const causes = (report: PrintedReport) =>
  judge(readingOf(report, '2021-03-02'), null).causes.map(({ main, consequences }) => ({
    rules: [main, ...consequences].map(({ rule }) => rule),
    why: whyOf(main),
  }))

const whyOf = (finding: Finding) => inWords(finding).why

describe('one fault that shows in several sums', () => {
  test('is one cause: the figure that, set right, makes all of them agree', () => {
    expect(causes(withCell(tying, 'authority', 'Insight', '2021/22', '77.7'))).toEqual([
      {
        rules: ['R01', 'R02', 'R03'],
        why: 'Insight 2021/22 is £77,700; with £58,500 instead all 3 figures that differ agree.',
      },
    ])
  })

  test('is called a slip of the keys where two digits are swapped', () => {
    expect(causes(withCell(tying, 'authority', 'Insight', '2021/22', '85.5'))).toEqual([
      {
        rules: ['R01', 'R02', 'R03'],
        why: 'Insight 2021/22, £85,500, is a slip of the keys for £58,500, with which everything that it goes into agrees.',
      },
    ])
  })

  test('is called a slip of the unit where an amount is a thousand times too large', () => {
    expect(causes(withCell(tying, 'funding', 'Prudential borrowing', '2022/23', '411,500.0'))).toEqual([
      {
        rules: ['R01', 'R02'],
        why: 'Prudential borrowing 2022/23 is 1,000 times too large; £411,500 is meant.',
      },
    ])
  })

  test('is a blank cell where an amount is missing', () => {
    expect(causes(withCell(tying, 'funding', 'Prudential borrowing', '2022/23', ''))).toEqual([
      {
        rules: ['R01', 'R02'],
        why: 'Prudential borrowing 2022/23 is blank; with £411,500 instead all 2 figures that differ agree.',
      },
    ])
  })

  test('is a line counted twice where the plan repeats it', () => {
    const { appendix } = tying
    const [first, ...rest] = appendix.rows
    const repeated = { ...tying, appendix: { ...appendix, rows: first ? [first, first, ...rest] : [] } }
    expect(causes(repeated)).toEqual([
      {
        rules: ['R02', 'R02', 'R02', 'R03', 'R03', 'R04', 'R04'],
        why: 'County care record 2021/22 and County care record 2022/23 stand there twice; counted once, all 7 figures that differ agree.',
      },
    ])
  })

  test('is a line under another theme, in all of its years together', () => {
    const { appendix } = tying
    const moved = {
      ...tying,
      appendix: {
        ...appendix,
        rows: appendix.rows.map((row) => (row.labels[0] === 'Home sensors' ? { ...row, theme: 'Insight' } : row)),
      },
    }
    expect(causes(moved)).toEqual([
      {
        rules: ['R03', 'R03', 'R03', 'R03'],
        why: expect.stringContaining('is planned under Insight but authorised under Places and networks'),
      },
    ])
  })
})

describe('a theme’s subtotal in the plan', () => {
  const withSubtotals = printedReport(tyingProgramme, { ...layout, hasSubtotals: true })

  test('is the sum of its lines, and counts in no other sum', () => {
    expect(causes(withSubtotals)).toEqual([])
  })

  test('that leaves a line out is told by that line', () => {
    expect(causes(withCell(withSubtotals, 'expenditure-plan', 'Insight total', '2021/22', '40,000'))).toEqual([
      {
        rules: ['R02'],
        why: 'Exactly one line equals £18,500: Demand forecasts 2021/22. No other set of the 2 lines does.',
      },
    ])
  })

  test('tells which line is wrong where the total alone cannot', () => {
    expect(causes(withCell(withSubtotals, 'expenditure-plan', 'Home sensors', '2021/22', '75,900'))).toEqual([
      {
        rules: ['R02', 'R02', 'R02', 'R03', 'R04'],
        why: expect.stringContaining('Home sensors 2021/22, £75,900, is a slip of the keys for £57,900'),
      },
    ])
  })
})

describe('a fault that several figures explain as well', () => {
  const [cause] = causes(withCell(tying, 'expenditure-plan', 'Demand forecasts', '2021/22', '31,700'))

  test('is told with each of them, and none is preferred', () => {
    expect(cause).toEqual({
      rules: ['R02', 'R02', 'R03', 'R04'],
      why:
        'Population dashboard 2021/22 is £40,000; with £26,800 instead all 4 figures that differ agree. Or, as likely: ' +
        'Demand forecasts 2021/22 is £31,700; with £18,500 instead all 4 figures that differ agree.',
    })
  })

  test('is called ambiguous', () => {
    const report = withCell(tying, 'expenditure-plan', 'Demand forecasts', '2021/22', '31,700')
    const { findings } = judge(readingOf(report, '2021-03-02'), null)
    expect(findings.map(({ explanation }) => explanation?.unique)).toEqual([false, false, false, false])
  })
})

test('two faults in two tables stay two causes', () => {
  const once = withCell(tying, 'authority', 'Insight', '2021/22', '77.7')
  const twice = withCell(once, 'funding', 'Prudential borrowing', '2022/23', '')
  expect(causes(twice).map(({ rules }) => rules)).toEqual([
    ['R01', 'R02', 'R03'],
    ['R01', 'R02'],
  ])
})
