import { describe, expect, test } from 'vitest'
import { formatYear } from '../../../domain/financialYear.ts'
import { pence } from '../../../domain/money.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import type { Finding, RuleId } from '../../../domain/tieOut/finding.ts'
import { groupByCause } from '../../../domain/tieOut/groupByCause.ts'
import { StatedDocument } from '../../../domain/tieOut/stated.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import { leedsFacts, leedsId } from '../../support/leedsFacts.ts'

const findings = tieOut(leedsFacts())

const find = (rule: RuleId, keyEnd: string, from: Finding[] = findings): Finding => {
  const found = from.filter((finding) => finding.rule === rule && finding.id.endsWith(keyEnd))
  expect(found, `${rule} …${keyEnd}`).toHaveLength(1)
  return found[0] as Finding
}

const thousands = (amount: number) => pence(amount * 100_000)

const appsIn = (startYear: number) => `Apps assessment tools ${formatYear(startYear)}`

/** What each discrepancy of the report looks like as a finding: rule, end of its id, printed, computed (£000). */
const arithmetic: [
  discrepancy: string,
  rule: RuleId,
  keyEnd: string,
  printed: number,
  computed: number,
  explanation: string,
  lines: string[],
  unique: boolean,
][] = [
  ['D1', 'R01', '/Helm Person Held Record', 590, 591, 'keying', ['Helm Person Held Record TOTAL'], true],
  ['D2', 'R02', 'previous-authority/year-2020', 0, 591, 'shifted-column', ['Helm Person Held Record 2020/21'], true],
  ['D2', 'R02', 'previous-authority/year-2021', 591, 0, 'shifted-column', ['Helm Person Held Record 2020/21'], true],
  ['D3', 'R04', 'authority/total', 3049, 3048, 'keying', ['Helm Person Held Record TOTAL'], true],
  ['D4', 'R02', 'expenditure-plan/year-2021', 1821, 1886, 'subset', [appsIn(2021)], true],
  ['D5', 'R02', 'expenditure-plan/all', 3049, 3114, 'subset', [appsIn(2021)], true],
  ['D6', 'R03', `${leedsId('INF')}/2020`, 358, 318, 'cancels', [appsIn(2020)], true],
  ['D7', 'R03', `${leedsId('DI')}/2020`, 215, 255, 'cancels', [appsIn(2020)], true],
  ['D8', 'R03', `${leedsId('DI')}/2021`, 250, 315, 'subset', [appsIn(2021)], true],
  [
    'D9',
    'R06',
    `sum/Main issues/3.3/authority-asked/${leedsId('programme')}/`,
    3049,
    3100,
    'truncation',
    ['£1.22m', '£1.88m'],
    true,
  ],
  ['D9', 'R06', `3.3/authority-asked/${leedsId('programme')}/2020`, 1220, 1228, 'truncation', ['£1.22m'], true],
  ['D9', 'R06', `3.3/authority-asked/${leedsId('programme')}/2021`, 1880, 1821, 'truncation', ['£1.88m'], true],
  ['D10', 'R07', '2.9/authority-asked/null', 3.049, 3049, 'thousandfold', ['£3.049k'], true],
  ['D10', 'R07', '3.3/authority-asked/null', 3.049, 3049, 'thousandfold', ['£3.049k'], true],
  ['D11', 'R06', `4.4.4/authority-remaining/${leedsId('PHR')}/`, 591, 600, 'rounded-input', ['£1.2m'], false],
  [
    'D11',
    'R06',
    `Footnote of Appendix A//authority-remaining/${leedsId('PHR')}/`,
    591,
    600,
    'rounded-input',
    ['£1.2m'],
    false,
  ],
]

describe('the arithmetic of the Leeds report', () => {
  test.each(arithmetic)(
    '%s is found by %s at …%s and explained',
    (_, rule, keyEnd, printed, computed, kind, lines, unique) => {
      const finding = find(rule, keyEnd)
      expect({
        severity: finding.severity,
        printed: finding.printed,
        computed: finding.computed,
        difference: finding.difference,
        kind: finding.explanation?.kind,
        lines: finding.explanation?.lines.map((line) => line.label),
        unique: finding.explanation?.unique,
      }).toEqual({
        severity: 'stop',
        printed: thousands(printed),
        computed: thousands(computed),
        difference: thousands(computed) - thousands(printed),
        kind,
        lines,
        unique,
      })
    },
  )

  test('£65,000 is one line and no other of the ten lines of its year, nor of the twenty of both', () => {
    for (const [keyEnd, pool] of [
      ['year-2021', 10],
      ['all', 20],
    ] as const) {
      expect(find('R02', `expenditure-plan/${keyEnd}`).explanation).toMatchObject({
        lines: [{ label: appsIn(2021), amount: thousands(65) }],
        unique: true,
        search: { pool, alternatives: [], tried: 'all', notTried: 'nothing' },
      })
    }
  })

  test('£40,000 is one line, planned under one theme and authorised under the other', () => {
    const infrastructure = find('R03', `${leedsId('INF')}/2020`)
    const data = find('R03', `${leedsId('DI')}/2020`)
    expect(infrastructure.explanation).toMatchObject({
      lines: [{ label: appsIn(2020), amount: thousands(40) }],
      unique: true,
      withFinding: data.id,
      from: 'Data and intelligence',
      to: 'Infrastructure',
      search: { pool: 10, alternatives: [] },
    })
    expect(data.explanation).toMatchObject({ withFinding: infrastructure.id, unique: true })
  })

  test('the keying slip is proven by every other place that gives £591,000', () => {
    const { explanation } = find('R01', '/Helm Person Held Record')
    expect(explanation).toMatchObject({ printed: thousands(590), meant: thousands(591) })
    expect(explanation?.kind === 'keying' && explanation.agreeing.map((value) => value.amount)).toEqual(
      Array(6).fill(thousands(591)),
    )
  })

  test('£1.22m is cut from the year asked for and £1.88m from the lines that do not add; £65,000 is left', () => {
    expect(find('R06', `sum/Main issues/3.3/authority-asked/${leedsId('programme')}/`).explanation).toMatchObject({
      parts: [
        { printed: '£1.22m', full: thousands(1228), basis: 'stated' },
        { printed: '£1.88m', full: thousands(1886), basis: 'plan-lines' },
      ],
      remaining: thousands(65),
      remainingCause: find('R02', 'expenditure-plan/year-2021').cause,
    })
  })

  test('£1.2m of earlier authority is £1,209,000 by the text and £1,210,000 by the table', () => {
    expect(find('R06', `4.4.4/authority-remaining/${leedsId('PHR')}/`).explanation).toMatchObject({
      input: '£1.2m',
      fulls: [thousands(1209), thousands(1210)],
    })
  })

  test('six causes explain it, and the balance of Helm is a seventh', () => {
    const causes = groupByCause(findings).filter((cause) => cause.isArithmetic)
    expect(
      causes.map(({ key, main, consequences }) => [key.split(':')[0], main.rule, consequences.map(({ rule }) => rule)]),
    ).toEqual([
      ['keying', 'R01', ['R01', 'R04']],
      ['shifted-column', 'R02', ['R02']],
      ['lines', 'R02', ['R02', 'R03', 'R04']],
      ['thousandfold', 'R07', ['R07', 'R06', 'R06']],
      ['moved', 'R03', ['R03']],
      ['truncation', 'R06', ['R06', 'R06']],
      ['rounded-input', 'R06', ['R06']],
    ])
  })
})

describe('the rest of the Leeds report', () => {
  const others: [discrepancy: string, rule: RuleId, subjects: object[]][] = [
    ['D12', 'R34', [{ kind: 'not-earlier', name: 'Helm Person Held Record', soughtNow: thousands(591) }]],
    [
      'D13',
      'R22',
      [
        {
          kind: 'funder',
          stated: 'grant',
          otherShareBp: 5849,
          years: [
            { startYear: 2020, otherShareBp: 0 },
            { startYear: 2021, otherShareBp: 9794 },
          ],
        },
      ],
    ],
    [
      'D14, D15 and D18',
      'R27',
      [
        { kind: 'theme-names', unnamed: ['Strategy and OD'], unknown: [] },
        {
          kind: 'other-theme',
          name: 'Leeds LOOP/Repository',
          stated: 'Infrastructure',
          recorded: 'Data and intelligence',
        },
        {
          kind: 'other-theme',
          name: 'Mindwell Mental Health portal',
          stated: 'Data and intelligence',
          recorded: 'Care Records and Corporate',
        },
        { kind: 'names-differ', where: 'Summary of main issues, paragraph 5' },
      ],
    ],
    [
      'D16',
      'R10',
      [
        { kind: 'case-missing', name: 'Estates blueprinting', status: 'not_yet_developed', amount: thousands(245) },
        { kind: 'cases-not-stated', schemes: 10, amount: thousands(2169) },
        { kind: 'cases-not-approved', amount: thousands(635), ofAsked: thousands(3049) },
      ],
    ],
    ['D17', 'R30', [{ kind: 'equality', where: 'Cover' }]],
    [
      'D19',
      'R35',
      [
        { kind: 'shared-amount', amounts: 1, where: 'Appendix A, Strategy and OD' },
        { kind: 'shared-amount', amounts: 3, where: 'Appendix A, Data and intelligence' },
      ],
    ],
    ['D20', 'R09', [{ kind: 'asked-in-year', startYear: 2020, datedOn: '2020-08-20' }]],
    ['D21', 'R36', [{ kind: 'over-annual', startYear: 2021, withoutOwn: thousands(1230) }]],
    [
      'the mental health overlap',
      'R37',
      [{ kind: 'near-duplicate', name: 'Improved Mental Health info sharing', other: 'Leeds Care Record' }],
    ],
  ]

  test.each(others)('%s is flagged by %s', (_, rule, subjects) => {
    expect(findings.filter((finding) => finding.rule === rule).map((finding) => finding.subject)).toMatchObject(
      subjects,
    )
  })

  test('what the report does right is not flagged', () => {
    for (const rule of ['R05', 'R20', 'R21', 'R25', 'R26', 'R28'] as const) {
      expect(findings.filter((finding) => finding.rule === rule)).toEqual([])
    }
  })

  test('£21,000 more than a year allocates is asked for 2021/22', () => {
    expect(find('R36', '2021').difference).toBe(thousands(21))
  })

  test('the same is found on the day of the report, before the authority is in force', () => {
    expect(tieOut(leedsFacts('2020-08-20')).map(({ id, cause }) => ({ id, cause }))).toEqual(
      findings.map(({ id, cause }) => ({ id, cause })),
    )
  })

  test('every finding has an id of its own, the same on every run', () => {
    const ids = findings.map((finding) => finding.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(tieOut(leedsFacts())).toEqual(findings)
    expect(ids.filter((id) => id.length > 500)).toEqual([])
  })

  test('the sample is a stated document of every printed cell', () => {
    const [document] = leedsFacts().documents
    expect(StatedDocument.parse(document)).toEqual(document)
    const printed = document?.figures.filter((figure) => figure.printed !== '') ?? []
    expect(
      Object.entries(Object.groupBy(printed, ({ meaning }) => meaning?.kind ?? 'none')).map(([kind, all]) => [
        kind,
        all?.length,
      ]),
    ).toEqual([
      ['cell', 59],
      ['narrative', 17],
    ])
    expect(document?.figures.filter(({ printed, value }) => (printed === '') !== (value === null))).toEqual([])
  })
})

describe('a figure of the report that is printed otherwise', () => {
  const changed = (table: string, row: string | null, column: string, value: number): Finding[] => {
    const facts = leedsFacts()
    const documents: ProgrammeFacts['documents'] = facts.documents.map((document) => ({
      ...document,
      figures: document.figures.map((figure) =>
        figure.place.table === table && figure.place.row === row && figure.place.column === column
          ? { ...figure, value: pence(value * 100), printed: String(value) }
          : figure,
      ),
    }))
    expect(documents).not.toEqual(facts.documents)
    return tieOut({ ...facts, documents })
  }

  test('the total that its lines add to leaves nothing to say of Appendix A', () => {
    const after = changed('Appendix A', null, '2021/22', 1_886_000)
    expect(after.filter(({ id }) => id.includes('/expenditure-plan/'))).toEqual([])
    // The funding table still knows only the total without the line.
    expect(after.find(({ id }) => id.endsWith('plan/year-2021'))).toMatchObject({
      rule: 'R04',
      difference: thousands(65),
      cause: find('R02', 'expenditure-plan/year-2021').cause,
    })
  })

  test('a wrong digit in one line is told by the ledger, and both sums that it spoils have a finding', () => {
    const after = changed('Appendix A', 'Leeds Care Record', '2020/21', 410_000)
    const total = find('R02', 'expenditure-plan/year-2020', after)
    expect(total).toMatchObject({
      difference: thousands(10),
      explanation: { kind: 'keying', printed: thousands(410), meant: thousands(400), unique: true },
    })
    expect(find('R03', `${leedsId('CR')}/2020`, after).difference).toBe(thousands(10))
  })

  test('a finding whose figures move has another fingerprint, and keeps its id', () => {
    const before = find('R02', 'expenditure-plan/year-2021')
    const after = find('R02', 'expenditure-plan/year-2021', changed('Appendix A', null, '2021/22', 1_820_000))
    expect(after.id).toBe(before.id)
    expect(after.difference).toBe(thousands(66))
    expect(after.fingerprint).not.toBe(before.fingerprint)
    const elsewhere = find('R02', 'previous-authority/year-2020', changed('Appendix A', null, '2021/22', 1_820_000))
    expect(elsewhere.fingerprint).toBe(find('R02', 'previous-authority/year-2020').fingerprint)
  })
})
