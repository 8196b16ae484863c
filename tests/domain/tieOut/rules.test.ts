import { describe, expect, test } from 'vitest'
import type { CaseFacts } from '../../../domain/businessCase/caseFacts.ts'
import { calendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { Level, Place } from '../../../domain/ledger/entry.ts'
import { pence } from '../../../domain/money.ts'
import type { BalanceLine, ProgrammeFacts } from '../../../domain/programme/facts.ts'
import type { FundingSource } from '../../../domain/programme/fundingSource.ts'
import type { Scheme } from '../../../domain/programme/scheme.ts'
import type { Finding, RuleId } from '../../../domain/tieOut/finding.ts'
import { rules } from '../../../domain/tieOut/rules.ts'
import type { StatedClaim, StatedDocument, StatedFigure, StatedPlace } from '../../../domain/tieOut/stated.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import { consistentFacts } from '../../support/leedsFacts.ts'
import { benefit, businessCase, cost } from '../businessCase/given.ts'
import { balanceOf, idOf, schemeNamed } from '../given.ts'

const pounds = (amount: number) => pence(amount * 100)
const thousands = (amount: number) => pence(amount * 100_000)

const found = (rule: RuleId, facts: ProgrammeFacts): Finding[] =>
  tieOut(facts).filter((finding) => finding.rule === rule)

const subjects = (rule: RuleId, facts: ProgrammeFacts) => found(rule, facts).map((finding) => finding.subject)

const sums = (rule: RuleId, facts: ProgrammeFacts) =>
  found(rule, facts).map(({ printed, computed, difference }) => ({ printed, computed, difference }))

const idNamed = (facts: ProgrammeFacts, name: string): Id => {
  const named = [...facts.themes, ...facts.schemes, ...facts.sources].find((thing) => thing.name === name)
  if (!named) throw new Error(`nothing is called ${name}`)
  return named.id
}

const newId = (number: number): Id => `01K${String(number).padStart(23, '0')}` as Id

const withDocument = (change: (document: StatedDocument) => Partial<StatedDocument>, facts = consistentFacts()) => ({
  ...facts,
  documents: facts.documents.map((document) => ({ ...document, ...change(document) })),
})

const columns = ['total', 'to-march', 2019, 2020, 2021, 'beyond']

/** The consistent programme with some cells printed otherwise, in £000. */
const withCells = (...cells: [table: string, row: string, column: string | number, printed: string][]) => {
  let changed = 0
  const facts = withDocument((document) => ({
    figures: document.figures.map((figure): StatedFigure => {
      const cell = cells.find(
        ([table, row, column]) =>
          figure.place.table === table &&
          figure.place.row === row &&
          figure.place.column === `column ${columns.indexOf(column) + 1}`,
      )
      if (!cell) return figure
      changed++
      return { ...figure, printed: cell[3], value: thousands(Number(cell[3])) }
    }),
  }))
  expect(changed).toBe(cells.length)
  return facts
}

/** The consistent programme with a figure of the text printed otherwise. */
const withText = (paragraph: string, printed: string, change: Partial<StatedFigure>) =>
  withDocument((document) => ({
    figures: document.figures.map((figure) =>
      figure.place.paragraph === paragraph && figure.printed === printed ? { ...figure, ...change } : figure,
    ),
  }))

const at = (paragraph: string): StatedPlace => ({ section: 'Text', paragraph, table: null, row: null, column: null })

const withClaims = (make: (facts: ProgrammeFacts) => StatedClaim['claim'][]) => {
  const facts = consistentFacts()
  return withDocument(
    () => ({ claims: make(facts).map((claim, index) => ({ id: newId(index), place: at(String(index)), claim })) }),
    facts,
  )
}

const withBalance = (
  level: Level,
  name: string,
  startYear: number,
  amount: number,
  sourceName: string | null = null,
  facts = consistentFacts(),
): ProgrammeFacts => {
  const place: Place =
    name === 'programme'
      ? { kind: 'programme', id: facts.programme.id }
      : {
          kind: facts.themes.some((theme) => theme.name === name) ? 'theme' : 'scheme',
          id: idNamed(facts, name),
        }
  const line: BalanceLine = {
    level,
    place,
    startYear,
    sourceId: sourceName === null ? null : idNamed(facts, sourceName),
    nature: 'capital',
    amount: pounds(amount),
  }
  return { ...facts, balances: [...facts.balances, line] }
}

const withScheme = (name: string, change: Partial<Scheme>) => {
  const facts = consistentFacts()
  return {
    ...facts,
    schemes: facts.schemes.map((scheme) => (scheme.name === name ? { ...scheme, ...change } : scheme)),
  }
}

const withSource = (name: string, change: Partial<FundingSource>, facts = consistentFacts()) => ({
  ...facts,
  sources: facts.sources.map((source) => (source.name === name ? { ...source, ...change } : source)),
})

describe('a programme whose figures tie', () => {
  test('has no finding at all', () => {
    expect(tieOut(consistentFacts())).toEqual([])
  })

  test('nor has one without figures or documents', () => {
    const facts = consistentFacts()
    const empty = {
      ...facts,
      documents: [],
      balances: [],
      posted: [],
      decisions: [],
      schemes: [],
      memberships: [],
      themes: [],
    }
    expect(tieOut({ ...empty, programme: { ...facts.programme, annualAllocation: null } })).toEqual([])
  })

  test('every rule is listed once', () => {
    expect(rules.map((rule) => rule.id).toSorted()).toEqual(
      'R01 R02 R03 R04 R05 R06 R07 R09 R10 R20 R21 R22 R24 R25 R26 R27 R28 R30 R32 R33 R34 R35 R36 R37'.split(' '),
    )
  })
})

describe('R01, a row adds across', () => {
  test('stops at a total that its years do not add to', () => {
    const facts = withCells(['authority', 'Records', 'total', '230.0'], ['authority', 'TOTALS', 'total', '380.0'])
    expect(sums('R01', facts)).toEqual([
      { printed: thousands(230), computed: thousands(200), difference: thousands(-30) },
      { printed: thousands(380), computed: thousands(350), difference: thousands(-30) },
    ])
  })

  test('counts a total without any years as one that they do not add to', () => {
    const facts = withCells(
      ['funding', 'Borrowing', 2021, '0'],
      ['funding', 'Grant', 2021, '150.0'],
      ['funding', 'Grant', 'total', '350.0'],
    )
    expect(sums('R01', facts)).toEqual([{ printed: thousands(150), computed: 0, difference: thousands(-150) }])
  })
})

/** The document with nothing but one column of its plan, which nothing else can speak for. */
const onlyPlanOf2020 = (facts: ProgrammeFacts) =>
  withDocument(
    ({ figures }) => ({
      figures: figures.filter(({ place }) => place.table === 'expenditure-plan' && place.column === 'column 4'),
    }),
    facts,
  )

describe('R02, a column adds down', () => {
  test('stops at a total that its rows do not add to, and names the only line that is the difference', () => {
    expect(found('R02', withCells(['expenditure-plan', 'Total', 2020, '150.0']))).toMatchObject([
      {
        printed: thousands(150),
        computed: thousands(200),
        explanation: { kind: 'subset', unique: true, lines: [{ label: 'Building network column 4' }] },
      },
    ])
  })

  test('takes a total that another table prints for the one that was meant', () => {
    const facts = withCells(['expenditure-plan', 'Total', 'total', '340.0'])
    expect(found('R02', facts)).toMatchObject([
      { explanation: { kind: 'keying', printed: thousands(340), meant: thousands(350), unique: true } },
    ])
  })

  test('says so when nothing explains the difference', () => {
    const [finding] = found('R02', onlyPlanOf2020(withCells(['expenditure-plan', 'Total', 2020, '193.0'])))
    expect(finding?.explanation).toMatchObject({
      kind: 'none',
      lines: [],
      unique: false,
      search: { pool: 3, tried: 'all' },
    })
  })

  test('says so when two lines explain the difference equally well', () => {
    const facts = onlyPlanOf2020(
      withCells(['expenditure-plan', 'Portal', 2020, '50.0'], ['expenditure-plan', 'Total', 2020, '170.0']),
    )
    expect(found('R02', facts).find((finding) => finding.difference === thousands(50))?.explanation).toMatchObject({
      kind: 'subset',
      unique: false,
      search: { alternatives: [[{ label: 'Building network column 4' }]] },
    })
  })

  test('sees that an amount stands one column off', () => {
    const facts = withCells(['authority', 'Networks', 2020, '100.0'], ['authority', 'Networks', 2021, '50.0'])
    // Both cells hold something, so nothing says which amount belongs where.
    expect(found('R02', facts).map((finding) => finding.explanation?.kind)).not.toContain('shifted-column')
    const shifted = withCells(['funding', 'Borrowing', 2020, '150.0'], ['funding', 'Borrowing', 2021, '0'])
    expect(found('R02', shifted)).toMatchObject(
      Array(2).fill({
        explanation: {
          kind: 'shifted-column',
          unique: true,
          under: 'column 4',
          belongs: 'column 5',
          lines: [{ label: 'Borrowing column 4', amount: thousands(150) }],
        },
      }),
    )
  })
})

describe('R03, the lines of a theme', () => {
  test('are held against the authority of the theme in print', () => {
    const facts = withCells(['expenditure-plan', 'Portal', 2020, '45.0'])
    expect(sums('R03', facts)).toEqual([
      { printed: thousands(150), computed: thousands(165), difference: thousands(15) },
    ])
  })

  test('and in the ledger', () => {
    expect(found('R03', withBalance('plan', 'Portal', 2020, 5_000))).toMatchObject([
      { printed: thousands(150), computed: thousands(155), place: { kind: 'ledger', level: 'authority' } },
    ])
  })

  test('a difference that print and ledger share is one finding that shows both', () => {
    const both = {
      ...withBalance('plan', 'Portal', 2020, 15_000),
      documents: withCells(['expenditure-plan', 'Portal', 2020, '45.0']).documents,
    }
    const [finding, ...more] = found('R03', both)
    expect(more).toEqual([])
    expect(new Set(finding?.values.map((value) => value.place.kind))).toEqual(new Set(['stated', 'ledger']))
  })

  test('a scheme that the report puts under previous authority counts under no theme', () => {
    const facts = consistentFacts()
    const portal = idNamed(facts, 'Portal')
    const previous = (amount: string): StatedFigure => ({
      id: newId(900),
      place: { section: 'Money', paragraph: '4', table: 'previous', row: 'Portal', column: '2020/21' },
      printed: amount,
      value: thousands(Number(amount)),
      unit: '£000',
      meaning: {
        kind: 'cell',
        table: 'previous-authority',
        row: { kind: 'place', place: { kind: 'scheme', id: portal } },
        column: { kind: 'year', startYear: 2020 },
      },
    })
    const withPrevious = withDocument(({ figures }) => ({ figures: [...figures, previous('30')] }))
    // Records still has authority for all of its plan, so without the portal there is too little of it.
    expect(sums('R03', withPrevious)).toEqual([
      { printed: thousands(150), computed: thousands(120), difference: thousands(-30) },
      { printed: thousands(50), computed: 0, difference: thousands(-50) },
    ])
  })

  test('two differences that cancel name the line between them', () => {
    const facts = withCells(['authority', 'Records', 2020, '120.0'], ['authority', 'Networks', 2020, '80.0'])
    expect(found('R03', facts).map((finding) => finding.explanation)).toMatchObject(
      Array(2).fill({
        kind: 'cancels',
        from: 'Records',
        to: 'Networks',
        unique: true,
        lines: [{ label: 'Portal column 4', amount: thousands(30) }],
      }),
    )
  })
})

describe('R04, funding', () => {
  test('is held against authority and plan in print, by year', () => {
    const facts = withCells(['funding', 'Total', 2021, '160.0'])
    expect(subjects('R04', facts)).toEqual([
      { kind: 'funding', against: 'authority', startYear: 2021 },
      // The totals column still ties, although its years do not.
      { kind: 'funding', against: 'authority', startYear: null },
      { kind: 'funding', against: 'plan', startYear: 2021 },
      { kind: 'funding', against: 'plan', startYear: null },
    ])
  })

  test('overall says nothing that the years have said', () => {
    const facts = withCells(['funding', 'Total', 2021, '160.0'], ['funding', 'Total', 'total', '360.0'])
    expect(subjects('R04', facts)).toEqual([
      { kind: 'funding', against: 'authority', startYear: 2021 },
      { kind: 'funding', against: 'plan', startYear: 2021 },
    ])
  })

  test('is held against authority and plan in the ledger', () => {
    expect(found('R04', withBalance('allocation', 'programme', 2021, 10_000, 'Grant'))).toMatchObject([
      { subject: { against: 'authority', startYear: 2021 }, printed: thousands(160), computed: thousands(150) },
      { subject: { against: 'plan', startYear: 2021 }, printed: thousands(160), computed: thousands(150) },
    ])
  })
})

describe('R05, authority within allocation', () => {
  test('adds the years up: a later allocation does not carry earlier authority', () => {
    const facts = consistentFacts()
    const later = facts.balances.map((line) =>
      line.level === 'allocation' && line.startYear === 2020 ? { ...line, startYear: 2021 } : line,
    )
    expect(found('R05', { ...facts, balances: later })).toMatchObject([
      { subject: { throughYear: 2020, source: null }, printed: 0, computed: thousands(200) },
    ])
  })

  test('holds at every place that has an allocation of its own', () => {
    const allocated = withBalance('allocation', 'Portal', 2020, 10_000)
    expect(found('R05', allocated)).toEqual([])
    expect(found('R05', withBalance('authority', 'Portal', 2020, 10_001, null, allocated))).toMatchObject([
      { subject: { name: 'City Digital integrated health and care', throughYear: 2020 } },
      { subject: { name: 'Portal', throughYear: 2020 }, printed: pounds(10_000), computed: pounds(10_001) },
    ])
  })

  test('compares sources only where both sides state one', () => {
    const facts = consistentFacts()
    const fromGrant = (name: string) => ({
      ...facts,
      balances: facts.balances.map((line) =>
        line.level === 'authority' ? { ...line, sourceId: idNamed(facts, name) } : line,
      ),
    })
    expect(subjects('R05', fromGrant('Grant'))).toMatchObject([{ throughYear: 2021, source: 'Grant' }])
    expect(subjects('R05', facts)).toEqual([])
  })
})

describe('R06, a figure of the text', () => {
  test('may be rounded to what is printed', () => {
    expect(found('R06', withText('1', '£350k', { printed: '£0.4m', value: pounds(400_000), unit: '£m' }))).toEqual([])
  })

  test('may not be cut off', () => {
    expect(
      found('R06', withText('1', '£350k', { printed: '£0.3m', value: pounds(300_000), unit: '£m' })),
    ).toMatchObject([
      {
        printed: thousands(300),
        computed: thousands(350),
        explanation: { kind: 'truncation', parts: [{ full: thousands(350), basis: 'stated' }], remaining: 0 },
      },
    ])
  })

  test('is explained where it is what the plan adds to', () => {
    const facts = withBalance(
      'plan',
      'Portal',
      2020,
      15_000,
      null,
      withText('1', '£350k', { printed: '£365k', value: pounds(365_000) }),
    )
    expect(found('R06', facts)).toMatchObject([{ explanation: { kind: 'other-basis', full: thousands(365) } }])
  })

  test('is not explained where nothing is like it', () => {
    const [finding] = found('R06', withText('1', '£350k', { printed: '£361k', value: pounds(361_000) }))
    expect(finding?.explanation).toMatchObject({ kind: 'none', search: { tried: 'all' } })
  })

  test('adds up with the others of its paragraph', () => {
    const facts = withText('2', '£0.15m', { printed: '£0.25m', value: pounds(250_000) })
    expect(found('R06', facts)).toMatchObject([
      {
        subject: { kind: 'narrative-sum', parts: ['£0.2m', '£0.25m'] },
        printed: thousands(350),
        computed: thousands(450),
      },
      { subject: { kind: 'narrative', printed: '£0.25m' }, computed: thousands(150) },
    ])
  })

  test('is held against the tables while the decision is not on record', () => {
    const facts = withText('1', '£350k', { printed: '£340k', value: pounds(340_000) })
    const undecided = withDocument(() => ({ decisionId: null }), facts)
    expect(found('R06', undecided)).toMatchObject([{ printed: thousands(340), computed: thousands(350) }])
  })

  test('states what is allocated a year', () => {
    const measure = (value: number) => {
      const facts = consistentFacts()
      return withDocument(({ figures }) => ({
        figures: [
          ...figures,
          {
            id: newId(901),
            place: at('9'),
            printed: `£${value}k`,
            value: thousands(value),
            unit: '£000',
            meaning: {
              kind: 'narrative',
              measure: 'annual-allocation',
              place: { kind: 'programme', id: facts.programme.id },
              startYear: null,
            },
          },
        ],
      }))
    }
    expect(found('R06', measure(200))).toEqual([])
    expect(sums('R06', measure(210))).toEqual([
      { printed: thousands(210), computed: thousands(200), difference: thousands(-10) },
    ])
  })
})

describe('R07, units', () => {
  test('stops at a figure a thousand times too small or too large for the ledger', () => {
    const small = withText('1', '£350k', { printed: '£0.350k', value: pounds(350) })
    expect(sums('R07', small)).toEqual([
      { printed: pounds(350), computed: pounds(350_000), difference: pounds(349_650) },
    ])
    const large = withText('1', '£350k', { printed: '£350m', value: pounds(350_000_000), unit: '£m' })
    expect(found('R07', large)).toMatchObject([{ explanation: { kind: 'thousandfold', meant: pounds(350_000) } }])
  })

  test('without a ledger figure, the majority of the text decides', () => {
    const facts = withText('1', '£350k', { printed: '£0.350k', value: pounds(350) })
    const unbound = withDocument(
      ({ figures }) => ({
        decisionId: null,
        figures: figures.filter((figure) => figure.meaning?.kind === 'narrative'),
      }),
      facts,
    )
    expect(sums('R07', unbound)).toEqual([
      { printed: pounds(350), computed: pounds(350_000), difference: pounds(349_650) },
    ])
  })
})

describe('R09, authority first', () => {
  test('warns of orders and spending without authority in force', () => {
    const facts = consistentFacts()
    const without = { ...facts, balances: facts.balances.filter((line) => line.level !== 'authority') }
    expect(subjects('R09', withBalance('actual', 'Portal', 2020, 1, null, without))).toEqual([
      { kind: 'before-authority', level: 'actual', name: 'Portal', startYear: 2020 },
    ])
    expect(subjects('R09', withBalance('commitment', 'Portal', 2019, 1))).toMatchObject([{ startYear: 2019 }])
    expect(subjects('R09', withBalance('actual', 'Portal', 2020, 1))).toEqual([])
  })

  test('warns of a report that asks for a year that has begun', () => {
    const datedOn = (day: string) => withDocument(() => ({ datedOn: calendarDay(day) }))
    expect(subjects('R09', datedOn('2020-03-31'))).toEqual([])
    expect(subjects('R09', datedOn('2020-04-01'))).toEqual([])
    expect(subjects('R09', datedOn('2020-04-02'))).toEqual([
      { kind: 'asked-in-year', startYear: 2020, datedOn: '2020-04-02' },
    ])
  })
})

describe('R10, business cases', () => {
  const withCase = (status: 'draft' | 'recommended' | 'not_yet_developed' | null) => {
    const facts = consistentFacts()
    const portal = idNamed(facts, 'Portal')
    return {
      ...facts,
      caseStatuses: facts.caseStatuses.flatMap((each) =>
        each.schemeId !== portal ? [each] : status === null ? [] : [{ ...each, status }],
      ),
    }
  }

  test('are wanted behind all authority', () => {
    expect(subjects('R10', withCase('draft'))).toEqual([
      { kind: 'case-missing', name: 'Portal', status: 'draft', amount: thousands(80) },
    ])
    expect(subjects('R10', withCase('not_yet_developed'))).toMatchObject([{ status: 'not_yet_developed' }])
    expect(subjects('R10', withCase(null))).toEqual([{ kind: 'cases-not-stated', schemes: 1, amount: thousands(80) }])
  })

  test('that are recommended only are worth a note', () => {
    expect(found('R10', withCase('recommended'))).toMatchObject([
      { severity: 'note', subject: { names: ['Portal'], amount: thousands(80), ofAsked: thousands(350) } },
    ])
  })

  test('are not asked for where there is no authority', () => {
    const facts = withCase(null)
    expect(subjects('R10', { ...facts, balances: facts.balances.filter((line) => line.level === 'plan') })).toEqual([])
  })
})

describe('R24, spend to March', () => {
  const spent = withBalance('actual', 'Portal', 2019, 30_000)
  const closed = (amount: number, status: 'begun' | 'closed' = 'closed') => ({
    ...spent,
    yearEnds: [
      {
        id: spent.programme.id,
        revision: 1,
        isRemoved: false,
        startYear: 2019,
        status,
        closedOn: status === 'closed' ? calendarDay('2020-05-01') : null,
        actuals: [{ startYear: 2019, sourceId: null, nature: 'capital' as const, amount: pounds(amount) }],
      },
    ],
  })

  test('stops where the ledger has something else than at the close', () => {
    expect(subjects('R24', closed(25_000))).toEqual([
      { kind: 'to-march', startYear: 2019, atClose: pounds(25_000), now: pounds(30_000) },
    ])
  })

  test('passes where they agree, and before the year is closed', () => {
    expect([subjects('R24', closed(30_000)), subjects('R24', closed(1, 'begun'))]).toEqual([[], []])
  })
})

describe('R20, spend-by dates', () => {
  test('warns of grant planned after its date', () => {
    const facts = withBalance('allocation', 'programme', 2022, 10, 'Grant')
    expect(subjects('R20', withSource('Grant', { spendByOn: calendarDay('2022-03-31') }, facts))).toMatchObject([
      { kind: 'after-spend-by', startYear: 2022, amount: pounds(10) },
    ])
  })

  test('names what is unspent half a year before, not earlier', () => {
    expect(subjects('R20', withSource('Grant', { spendByOn: calendarDay('2020-09-02') }))).toEqual([])
    expect(subjects('R20', withSource('Grant', { spendByOn: calendarDay('2020-09-01') }))).toMatchObject([
      { kind: 'unspent', source: 'Grant', amount: thousands(200) },
    ])
    const spent = withBalance('actual', 'Portal', 2020, 200_000, 'Grant')
    expect(subjects('R20', withSource('Grant', { spendByOn: calendarDay('2020-09-01') }, spent))).toEqual([])
  })

  test('names what the plan leaves over by the date', () => {
    const facts = withBalance('allocation', 'programme', 2020, 30_000, 'Grant')
    expect(subjects('R20', withSource('Grant', { spendByOn: calendarDay('2021-03-31') }, facts))).toEqual([
      { kind: 'lapses', source: 'Grant', spendByOn: '2021-03-31', amount: thousands(30) },
    ])
  })
})

describe('R21, grant before borrowing', () => {
  test('notes borrowing while grant waits for a later year', () => {
    const facts = withBalance('allocation', 'programme', 2022, 10_000, 'Grant')
    expect(found('R21', facts)).toMatchObject([
      { severity: 'note', subject: { startYear: 2021, borrowing: thousands(150), grantLater: thousands(10) } },
    ])
  })

  test('notes borrowing that stands before grant in the policy order and takes its place', () => {
    const facts = withSource(
      'Borrowing',
      { sort: 0 },
      withBalance('allocation', 'programme', 2020, 30_000, 'Borrowing'),
    )
    expect(subjects('R21', facts)).toEqual([
      { kind: 'grant-left', startYear: 2020, borrowing: thousands(30), grant: thousands(30) },
    ])
    expect(subjects('R21', withSource('Borrowing', { sort: 9 }, facts))).toEqual([])
  })
})

describe('R22, the stated funder', () => {
  test('is the funder of the table', () => {
    const claim = (what: 'grant' | 'borrowing') => withClaims(() => [{ kind: 'funded-by', what }])
    expect(subjects('R22', claim('grant'))).toEqual([
      {
        kind: 'funder',
        stated: 'grant',
        otherShareBp: 4286,
        years: [
          { startYear: 2020, otherShareBp: 0 },
          { startYear: 2021, otherShareBp: 10_000 },
        ],
      },
    ])
    expect(subjects('R22', claim('borrowing'))).toMatchObject([{ otherShareBp: 5714 }])
    expect(subjects('R22', withSource('Borrowing', { category: 'grant' }, claim('grant')))).toEqual([])
  })

  test('or of the ledger where there is no table', () => {
    const facts = withClaims(() => [{ kind: 'funded-by', what: 'grant' }])
    const bare = withDocument(() => ({ figures: [] }), facts)
    expect(subjects('R22', bare)).toMatchObject([{ otherShareBp: 4286 }])
  })
})

describe('R25, year columns', () => {
  const without = (...kept: number[]) =>
    withDocument(({ figures }) => ({
      figures: figures.filter(
        ({ place }) => place.table !== 'funding' || kept.includes(Number(place.column?.replace('column ', ''))),
      ),
    }))

  test.each([
    ['no-total', [2, 3, 4, 5, 6]],
    ['to-march', [1, 3, 4, 5, 6]],
    ['gap', [1, 2, 3, 5, 6]],
    ['not-one-beyond', [1, 2, 3, 4, 5]],
    ['beyond-start', [1, 2, 3, 4, 6]],
  ] as const)('stops at a table with %s', (problem, kept) => {
    expect(subjects('R25', without(...kept))).toEqual([{ kind: 'year-columns', table: 'funding', problem }])
  })

  test("stops at a table without the report's own year", () => {
    const facts = withDocument(() => ({ datedOn: calendarDay('2022-04-01') }))
    expect(subjects('R25', facts)).toMatchObject([{ problem: 'report-year' }, { problem: 'report-year' }])
  })
})

describe('R26, rounding', () => {
  test('is told apart from a wrong sum by what the printed digits allow', () => {
    const facts = withCells(['authority', 'Records', 2020, '150.1'], ['authority', 'Records', 'total', '200.1'])
    expect(found('R02', facts)).toEqual([])
    expect(
      found('R26', facts).map(({ severity, difference, explanation }) => ({ severity, difference, explanation })),
    ).toEqual(Array(2).fill({ severity: 'warn', difference: pounds(100), explanation: null }))
  })

  test('does not excuse a total of one figure', () => {
    const facts = withCells(['funding', 'Grant', 'total', '200.1'], ['funding', 'Total', 'total', '350.1'])
    expect(sums('R01', facts)).toEqual([
      { printed: pounds(200_100), computed: pounds(200_000), difference: pounds(-100) },
    ])
  })
})

describe('R27, themes and names', () => {
  test('warns of themes that are not named and of names that are no theme', () => {
    const facts = withClaims(() => [{ kind: 'themes', names: ['records', 'Telephony'] }])
    expect(subjects('R27', facts)).toMatchObject([{ unnamed: ['Networks'], unknown: ['Telephony'] }])
  })

  test('knows a theme by its other names', () => {
    const facts = withClaims(() => [{ kind: 'themes', names: ['Records', 'Cables'] }])
    const themes = facts.themes.map((theme) => (theme.name === 'Networks' ? { ...theme, aliases: ['Cables'] } : theme))
    expect(subjects('R27', { ...facts, themes })).toEqual([])
  })

  test('warns of a scheme that the text puts elsewhere', () => {
    const claim = (theme: string) =>
      withClaims((facts) => [
        { kind: 'membership', schemeId: idNamed(facts, 'Portal'), themeId: idNamed(facts, theme) },
      ])
    expect(subjects('R27', claim('Records'))).toEqual([])
    expect(subjects('R27', claim('Networks'))).toMatchObject([
      { name: 'Portal', stated: 'Networks', recorded: 'Records' },
    ])
  })

  test('warns of a scheme in two themes or in none, on the day', () => {
    const facts = consistentFacts()
    const [first] = facts.memberships
    const twice = first ? [...facts.memberships, { ...first, id: newId(1), themeId: idNamed(facts, 'Networks') }] : []
    expect(subjects('R27', { ...facts, memberships: twice })).toEqual([
      { kind: 'theme-membership', name: 'Shared record', themes: ['Records', 'Networks'] },
    ])
    const ended = facts.memberships.map((each) =>
      each === first ? { ...each, toOn: calendarDay('2020-03-01') } : each,
    )
    expect(subjects('R27', { ...facts, memberships: ended })).toEqual([
      { kind: 'theme-membership', name: 'Shared record', themes: [] },
    ])
  })

  test('notes a role for which two places name different offices', () => {
    const named = (...names: string[]) => ({ kind: 'named' as const, role: 'Chair', names })
    expect(
      subjects(
        'R27',
        withClaims(() => [named('Director A'), named('Director A')]),
      ),
    ).toEqual([])
    expect(
      found(
        'R27',
        withClaims(() => [named('Director A'), named('Director A', 'Director B')]),
      ),
    ).toMatchObject([
      { severity: 'note', subject: { role: 'Chair', fewer: ['Director A'], more: ['Director A', 'Director B'] } },
    ])
  })
})

describe('R28, joint commissioners', () => {
  test('share all of it', () => {
    const shares = (nhsShareBp: number, laShareBp: number | null) =>
      withScheme('Portal', { commissioner: 'joint', nhsShareBp, laShareBp })
    expect(subjects('R28', shares(4_000, 6_000))).toEqual([])
    expect(subjects('R28', shares(4_000, null))).toEqual([{ kind: 'shares', name: 'Portal', nhsBp: 4_000, laBp: 0 }])
  })
})

describe('R30, equality', () => {
  test('the answer agrees with the text', () => {
    const says = (...answers: ('no-implications' | 'assessment-promised')[]) =>
      withClaims(() => answers.map((answer) => ({ kind: 'equality', answer })))
    expect(subjects('R30', says('no-implications'))).toEqual([])
    expect(subjects('R30', says('assessment-promised'))).toEqual([])
    expect(subjects('R30', says('no-implications', 'assessment-promised'))).toEqual([
      { kind: 'equality', where: 'Text, paragraph 0', elsewhere: 'Text, paragraph 1' },
    ])
  })
})

describe('R34, previous authority', () => {
  const previous = (thousand: number, effectiveOn: string) => {
    const facts = consistentFacts()
    const place: Place = { kind: 'scheme', id: idNamed(facts, 'Portal') }
    const [decision] = facts.decisions
    if (!decision) throw new Error('no decision')
    const earlier = { ...decision, id: newId(50), effectiveOn: calendarDay(effectiveOn), lines: [] }
    const line = { level: 'authority' as const, place, startYear: 2018, sourceId: null, nature: 'capital' as const }
    return withDocument(
      ({ figures }) => ({
        figures: [
          ...figures,
          ...(['total', 'to-march'] as const).map(
            (kind): StatedFigure => ({
              id: newId(kind === 'total' ? 910 : 911),
              place: { section: 'Money', paragraph: '4', table: 'previous', row: 'Portal', column: kind },
              printed: thousand.toFixed(1),
              value: thousands(thousand),
              unit: '£000',
              meaning: {
                kind: 'cell',
                table: 'previous-authority',
                row: { kind: 'place', place },
                column: kind === 'total' ? { kind } : { kind, startYear: 2019 },
              },
            }),
          ),
        ],
      }),
      {
        ...facts,
        decisions: [earlier, decision],
        posted: [...facts.posted, { ...line, amount: thousands(40), decisionId: earlier.id }],
        balances: [...facts.balances, { ...line, amount: thousands(40) }],
      },
    )
  }

  test('is what was in force before the report', () => {
    expect(found('R34', previous(40, '2018-06-01'))).toEqual([])
    expect(sums('R34', previous(45, '2018-06-01'))).toEqual([
      { printed: thousands(45), computed: thousands(40), difference: thousands(-5) },
    ])
  })

  test('is not what takes effect after it', () => {
    expect(found('R34', previous(40, '2020-03-03'))).toMatchObject([{ printed: thousands(40), computed: 0 }])
  })
})

describe('R35, labels', () => {
  test('have an amount each', () => {
    const merged = (...values: number[]) =>
      withClaims(() => [
        { kind: 'merged-cell', labels: ['One', 'Two'], amounts: [{ startYear: 2020, values: values.map(pounds) }] },
      ])
    expect(subjects('R35', merged(1, 2))).toEqual([])
    expect(subjects('R35', merged(3))).toMatchObject([{ labels: ['One', 'Two'], amounts: 1 }])
  })
})

describe('R36, the yearly allocation', () => {
  test('is not exceeded by the authority for a year', () => {
    const facts = consistentFacts()
    const annual = (annualAllocation: number | null) => ({
      ...facts,
      programme: { ...facts.programme, annualAllocation },
    })
    expect(found('R36', annual(thousands(200)))).toEqual([])
    expect(found('R36', annual(null))).toEqual([])
    expect(found('R36', annual(thousands(180)))).toMatchObject([
      { subject: { startYear: 2020, withoutOwn: thousands(200) }, difference: thousands(20) },
    ])
  })

  test('counts what a decision that is not yet in force asks for', () => {
    const facts = consistentFacts()
    const waiting = {
      ...facts,
      programme: { ...facts.programme, annualAllocation: thousands(180) },
      balances: facts.balances.filter((line) => line.level === 'plan'),
      decisions: facts.decisions.map((decision) => ({ ...decision, status: 'made' as const })),
    }
    expect(found('R36', waiting)).toMatchObject([{ computed: thousands(200) }])
  })
})

/** The consistent programme with a business case of a scheme. */
const withCase = (name: string, change: Partial<CaseFacts>, facts = consistentFacts()): ProgrammeFacts => {
  const made = businessCase({ ...change, id: newId(facts.cases.length), schemeId: idNamed(facts, name) })
  return { ...facts, cases: [...facts.cases, made] }
}

describe('R10, by a business case', () => {
  test('is over with a case that is approved for all of it, and counts what a case asks for where it is less', () => {
    const sourceless = (pounds: number) => [{ ...cost(2020, 0), amount: thousands(pounds) }]
    const approved = (amount: number) => ({
      status: 'approved' as const,
      costs: sourceless(amount),
      approved: sourceless(amount),
    })
    const facts = { ...consistentFacts(), caseStatuses: [] }
    const amountOf = (given: ProgrammeFacts) =>
      subjects('R10', given).map((subject) => ('amount' in subject ? subject.amount : null))
    const [without, withLess] = [amountOf(facts), amountOf(withCase('Portal', approved(10), facts))]
    expect((without[0] ?? 0) - (withLess[0] ?? 0)).toBe(thousands(10))
  })
})

describe('R32, a scheme that has ended', () => {
  const facts = consistentFacts()
  const portal = facts.schemes.find(({ name }) => name === 'Portal') ?? schemeNamed('Portal')
  const place = { kind: 'scheme' as const, id: portal.id }
  const lines = [
    balanceOf('allocation', place, 2020, 7),
    balanceOf('authority', place, 2020, 5),
    balanceOf('actual', place, 2020, 4),
  ]
  const of = (lifecycle: Scheme['lifecycle'], change: Partial<ProgrammeFacts> = {}) =>
    subjects('R32', { ...facts, schemes: [{ ...portal, lifecycle }], balances: lines, ...change })

  test('stops at what stands on one that is cancelled or closed beyond its spend, and at none that goes on', () => {
    const left = { kind: 'ended-scheme', name: 'Portal', commitment: 0, authority: 100, allocation: 300 }
    expect([of('cancelled'), of('closed'), of('live'), of('closed', { balances: lines.slice(2) })]).toEqual([
      [{ ...left, lifecycle: 'cancelled' }],
      [{ ...left, lifecycle: 'closed' }],
      [],
      [],
    ])
  })

  test('warns of spend that came after the final account was agreed, unless the account says why it differs', () => {
    const account = { schemeId: portal.id, finalAccount: pence(300), accountNote: '' }
    const spent = { balances: lines.slice(2) }
    expect([
      of('closed', { ...spent, closures: [account] }),
      of('closed', { ...spent, closures: [{ ...account, accountNote: 'Retention is paid next year' }] }),
      of('closed', { ...spent, closures: [{ ...account, finalAccount: pence(400) }] }),
    ]).toEqual([[{ kind: 'final-account', name: 'Portal', account: 300, spent: 400 }], [], []])
  })
})

describe('R33, benefits of a full case', () => {
  test('warns of one without an owner until the case is approved, and of a case without any', () => {
    const gap = { stage: 'fbc' as const, benefits: [benefit, { ...benefit, owner: '' }] }
    const of = (change: Partial<CaseFacts>) => subjects('R33', withCase('Portal', change))
    const finding = { kind: 'benefit-gaps', name: 'Portal', reference: 'BJC 1', incomplete: 1, benefits: 2 }
    expect([
      of(gap),
      of({ stage: 'fbc', benefits: [] }),
      of({ ...gap, status: 'approved' }),
      of({ ...gap, stage: 'obc' }),
      of({ stage: 'fbc' }),
    ]).toEqual([[finding], [{ ...finding, incomplete: 0, benefits: 0 }], [], [], []])
  })
})

describe('R37, duplicates', () => {
  test('notes one benefit in the cases of two schemes, and not in two cases of one', () => {
    const one = withCase('Portal', {})
    const facts = withCase('Shared record', { benefits: [{ ...benefit, name: 'FEWER  calls' }] }, one)
    expect([subjects('R37', facts), subjects('R37', withCase('Portal', {}, one))]).toEqual([
      [{ kind: 'benefit-twice', name: 'Portal', other: 'Shared record', benefit: 'Fewer calls' }],
      [],
    ])
  })

  test('notes one benefit of two schemes in the register, until somebody has answered that each is counted once', () => {
    const facts = consistentFacts()
    const [one, other] = ['Portal', 'Shared record'].map((name) => ({
      id: idOf(`B ${name}`),
      schemeId: facts.schemes.find((scheme) => scheme.name === name)?.id ?? idOf(name),
      name: 'Fewer calls',
      measure: 'Calls',
      status: 'tracking' as const,
      doubleCount: null,
    }))
    const asked = {
      question: 'The same?',
      askedBy: 'lead',
      askedOn: facts.asAt.day,
      answerNote: '',
      answeredBy: 'finance',
    }
    const answered = (answer: 'counted_once' | 'counted_twice') =>
      one && other
        ? subjects('R37', {
            ...facts,
            benefits: [one, { ...other, doubleCount: { ...asked, withId: one.id, answer } }],
          })
        : []
    const twice = [{ kind: 'benefit-twice', name: 'Portal', other: 'Shared record', benefit: 'Fewer calls' }]
    expect([answered('counted_twice'), answered('counted_once')]).toEqual([twice, []])
  })

  test('notes a scheme whose name is told by another', () => {
    const facts = withScheme('Building network', { name: 'Sharing hospital records safely' })
    const other = facts.schemes.map((scheme) =>
      scheme.name === 'Portal' ? { ...scheme, briefDescription: 'Hospital records, shared safely.' } : scheme,
    )
    expect(subjects('R37', { ...facts, schemes: other })).toMatchObject([
      { name: 'Sharing hospital records safely', other: 'Portal', words: ['shar', 'hospital', 'record', 'safely'] },
    ])
  })

  test('notes one name twice, once', () => {
    expect(subjects('R37', withScheme('Building network', { name: 'PORTAL' }))).toHaveLength(1)
  })

  test('takes the phases of one piece of work apart by their number', () => {
    const facts = withScheme('Building network', { name: 'Portal 2' })
    const other = facts.schemes.map((scheme) => (scheme.name === 'Portal' ? { ...scheme, name: 'Portal 1' } : scheme))
    expect(subjects('R37', { ...facts, schemes: other })).toEqual([])
  })

  test('does not take a scheme that names another for the same work', () => {
    const facts = withScheme('Building network', { name: 'Sharing hospital records' })
    const other = facts.schemes.map((scheme) =>
      scheme.name === 'Portal' ? { ...scheme, briefDescription: 'Feeds Sharing hospital records.' } : scheme,
    )
    expect(subjects('R37', { ...facts, schemes: other })).toEqual([])
  })
})

describe('a slip of the keys', () => {
  test('is one wrong digit, or two swapped, that another place puts right', () => {
    const swapped = withCells(['expenditure-plan', 'Shared record', 2020, '210.0'])
    expect(found('R02', swapped)).toMatchObject([
      { explanation: { kind: 'keying', printed: thousands(210), meant: thousands(120), unique: true } },
    ])
  })

  test('is not claimed where no other place knows the amount', () => {
    const facts = withCells(['expenditure-plan', 'Shared record', 2020, '210.0'])
    const wrongTotal = withDocument(
      ({ figures }) => ({
        figures: figures.filter(({ place }) => place.table === 'authority' && place.row === 'Records'),
      }),
      withCells(['authority', 'Records', 'total', '290.0']),
    )
    expect(found('R01', wrongTotal).map((finding) => finding.explanation?.kind)).not.toContain('keying')
    const unknown = onlyPlanOf2020({ ...facts, balances: [] })
    expect(found('R02', unknown).map((finding) => finding.explanation?.kind)).toEqual(['none'])
  })
})

test('two findings of one paragraph about one thing keep ids of their own', () => {
  const facts = withText('1', '£350k', { printed: '£361k', value: pounds(361_000) })
  const twice = withDocument(
    ({ figures }) => ({
      figures: figures.flatMap((figure) =>
        figure.printed === '£361k' ? [figure, { ...figure, id: newId(950) }] : [figure],
      ),
    }),
    facts,
  )
  const ids = found('R06', twice).map((finding) => finding.id)
  expect(ids).toHaveLength(2)
  expect(ids[1]).toBe(`${ids[0]}#2`)
})
