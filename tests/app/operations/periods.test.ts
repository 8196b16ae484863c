import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import { exportOf } from '../support/exportOf.ts'
import { closing, explained, spent, yearEndApp } from '../support/periodApp.ts'
import { balancesOf, changed, nowhere, pounds, programmeApp } from '../support/programmeApp.ts'

type App = Awaited<ReturnType<typeof programmeApp>>

const reopenable = async (app: App) => {
  const [first] = changed(await app.as('finance_officer').periods.close.mutate(closing(5)))
  if (!first) throw new Error('No period was closed')
  return first
}

describe('periods', () => {
  test('are closed up to one of them, each with what was seen, once it has ended', async () => {
    const { as } = await programmeApp()
    const finance = as('finance_officer')
    expect([
      await refusalOf(finance.periods.close.mutate({ startYear: 2020, through: 3, periods: [2, 3] })),
      await refusalOf(finance.periods.close.mutate(closing(6))),
    ]).toEqual([
      { code: 'stale', detail: { entity: 'period', id: '3' } },
      { code: 'wrong-status', detail: { is: 'the period still runs', needs: 'the period has ended' } },
    ])
    await finance.periods.close.mutate(closing(5))
    expect(await refusalOf(finance.periods.close.mutate(closing(5)))).toEqual({
      code: 'closed-period',
      detail: { year: 2020, period: 5 },
    })
    const { periods, next } = await finance.periods.screen.query({ asAt: null, startYear: 2020 })
    expect([next, periods.slice(3, 7).map(({ name, status, closedOn }) => [name, status, closedOn])]).toEqual([
      null,
      [
        ['P4, July 2020', 'closed', '2020-09-01'],
        ['P5, August 2020', 'closed', '2020-09-01'],
        ['P6, September 2020', 'running', null],
        ['P7, October 2020', 'running', null],
      ],
    ])
  })

  test('are opened again by somebody else than who asked', async () => {
    const app = await programmeApp()
    const [finance, s151] = [app.as('finance_officer'), app.as('s151_officer')]
    const { id } = await reopenable(app)
    await finance.periods.askToReopen.mutate({ id, revision: 1, reason: 'An invoice of April is missing' })
    const waiting = await s151.inbox.screen.query({ asAt: null, tab: 'waiting', page: 1 })
    expect([
      waiting.lines.map(({ act, title, reference, why, address }) => [act, title, reference, why, address]),
      await finance.inbox.count.query(),
    ]).toEqual([
      [
        [
          'reopen_period',
          'An invoice of April is missing',
          'P1 of 2020/21',
          'Finance officer or section 151 officer',
          '/spend/periods',
        ],
      ],
      { waiting: 0 },
    ])
    expect([
      await refusalOf(finance.periods.reopen.mutate({ id, revision: 2 })),
      await refusalOf(finance.periods.askToReopen.mutate({ id, revision: 2, reason: 'Again' })),
      await refusalOf(s151.periods.reopen.mutate({ id, revision: 1 })),
      await refusalOf(s151.periods.reopen.mutate({ id: nowhere, revision: 1 })),
    ]).toEqual([
      { code: 'own-item', detail: { act: 'accept' } },
      { code: 'wrong-status', detail: { is: 'asked to be reopened', needs: 'closed' } },
      { code: 'stale', detail: { entity: 'period', id } },
      { code: 'not-found', detail: { entity: 'period_status', id: nowhere } },
    ])
    expect(changed(await s151.periods.reopen.mutate({ id, revision: 2 }))).toMatchObject({
      period: 1,
      status: 'open',
      closedOn: null,
      reopening: null,
    })
    expect(await refusalOf(s151.periods.reopen.mutate({ id, revision: 3 }))).toEqual({
      code: 'wrong-status',
      detail: { is: 'open', needs: 'asked to be reopened' },
    })
  })

  test('stay closed where somebody else refuses or whoever asked takes it back', async () => {
    const app = await programmeApp()
    const [finance, s151] = [app.as('finance_officer'), app.as('s151_officer')]
    const { id } = await reopenable(app)
    await finance.periods.askToReopen.mutate({ id, revision: 1, reason: 'An invoice' })
    const refused = changed(await s151.periods.leaveClosed.mutate({ id, revision: 2 }))
    await finance.periods.askToReopen.mutate({ id, revision: 3, reason: 'An invoice' })
    const withdrawn = changed(await finance.periods.leaveClosed.mutate({ id, revision: 4 }))
    expect([refused, withdrawn].map(({ status, reopening }) => [status, reopening])).toEqual([
      ['closed', null],
      ['closed', null],
    ])
  })

  test('take a reversal as an adjustment in the next open one, so that the closed one still reads as it did', async () => {
    const app = await yearEndApp()
    const { as, me } = app
    const paid = await spent(app, [{ period: 5, pounds: 10 }])
    app.at('2020-10-05')
    await as('finance_officer').periods.close.mutate(closing(5))
    const closed = await me.periods.screen.query({ asAt: null, startYear: 2020 })
    await me.decisions.reverseMovement.mutate({ movementId: paid, reason: 'Paid twice' })
    const after = await me.periods.screen.query({ asAt: null, startYear: 2020 })
    const inPeriods = (screen: typeof after) => [4, 5].map((index) => screen.periods[index]?.spent ?? null)
    expect([inPeriods(closed), inPeriods(after)]).toEqual([
      [pounds(50), null],
      [pounds(50), pounds(-10)],
    ])
  })
})

describe('the end of a year', () => {
  test('is explained in parts that are no more than the underspend, and can be undone', async () => {
    const app = await yearEndApp()
    const { me } = app
    const explain = (parts: Parameters<typeof explained>[1], change: object = {}) =>
      me.yearEnd.explain.mutate(explained(app, parts, change))
    expect([
      await refusalOf(explain({ slippage: 20, saving: 11 })),
      await refusalOf(explain({ slippage: 20 }, { profile: [{ startYear: 2021, amount: pounds(19) }] })),
      await refusalOf(explain({ slippage: 20 }, { profile: [{ startYear: 2020, amount: pounds(20) }] })),
      await refusalOf(explain({ saving: 1 }, { place: { kind: 'scheme', id: nowhere } })),
      await refusalOf(explain({ saving: 1 }, { fundingSourceId: nowhere })),
      await refusalOf(explain({ saving: 1 }, { revision: 1 })),
    ]).toEqual([
      {
        code: 'over-explained',
        detail: { place: 'Portal', explained: pounds(31), underspend: pounds(30) },
      },
      { code: 'wrong-profile', detail: { place: 'Portal', year: 2020, slippage: pounds(20), profiled: pounds(19) } },
      { code: 'wrong-profile', detail: { place: 'Portal', year: 2020, slippage: pounds(20), profiled: pounds(20) } },
      { code: 'not-found', detail: { entity: 'underspend', id: nowhere } },
      { code: 'not-found', detail: { entity: 'source', id: nowhere } },
      { code: 'stale', detail: { entity: 'underspend', id: app.scheme.id } },
    ])
    await explain({ slippage: 20, saving: 6, notReceived: 3, error: 1 })
    const lineOf = async () => {
      const [line] = (await me.yearEnd.screen.query({ asAt: null, startYear: 2020 })).lines
      return [line?.name, line?.source, line?.budget, line?.outturn, line?.underspend, line?.unexplained]
    }
    expect(await lineOf()).toEqual(['Portal', 'Grant', pounds(100), pounds(70), pounds(30), 0])
    await me.undo.undo.mutate({})
    expect(await lineOf()).toEqual(['Portal', 'Grant', pounds(100), pounds(70), pounds(30), pounds(30)])
  })

  test('carries slippage forward with its funding and its authority once somebody else has approved', async () => {
    const app = await yearEndApp()
    const { me, as } = app
    const finance = as('finance_officer')
    expect(await refusalOf(finance.yearEnd.carryForward.mutate({ startYear: 2020 }))).toEqual({
      code: 'nothing-to-carry',
      detail: { year: 2020 },
    })
    await finance.yearEnd.explain.mutate(explained(app, { slippage: 20, saving: 10 }))
    const [request] = changed(await finance.yearEnd.carryForward.mutate({ startYear: 2020 }))
    if (!request) throw new Error('Nothing was asked for')
    expect([
      request.kind,
      request.lines.map(({ level, startYear, amount }) => `${level} ${startYear} ${amount / 100}`),
      await refusalOf(finance.yearEnd.carryForward.mutate({ startYear: 2020 })),
      await balancesOf(me),
    ]).toEqual([
      'slippage',
      [
        'plan 2020 -20',
        'plan 2021 20',
        'allocation 2020 -20',
        'allocation 2021 20',
        'authority 2020 -20',
        'authority 2021 20',
      ],
      { code: 'nothing-to-carry', detail: { year: 2020 } },
      ['actual 2020 70', 'allocation 2020 100', 'authority 2020 100', 'plan 2020 100'],
    ])
    await me.changes.approve.mutate({ id: request.id, revision: request.revision, answer: '' })
    expect((await balancesOf(me)).sort()).toEqual([
      'actual 2020 70',
      'allocation 2020 80',
      'allocation 2021 20',
      'authority 2020 80',
      'authority 2021 20',
      'plan 2020 80',
      'plan 2021 20',
    ])
    const { lines, report, obstacles } = await me.yearEnd.screen.query({ asAt: null, startYear: 2020 })
    expect([
      lines.map(({ budget, carried, outturn, underspend, toAsk }) => [budget, carried, outturn, underspend, toAsk]),
      [report.difference, report.proofs.map(({ level, out, into, net }) => [level, out, into, net])],
      obstacles.map(({ kind }) => kind),
    ]).toEqual([
      [[pounds(100), pounds(20), pounds(70), pounds(30), 0]],
      [
        0,
        [
          ['plan', pounds(-20), pounds(20), 0],
          ['allocation', pounds(-20), pounds(20), 0],
          ['authority', pounds(-20), pounds(20), 0],
        ],
      ],
      ['periods'],
    ])
  })

  test('funds what states no source from the money of the year', async () => {
    const app = await yearEndApp({ planFrom: null })
    const { me, source } = app
    await me.yearEnd.explain.mutate(explained(app, { slippage: 30 }, { sourceId: null }))
    const [request] = changed(await me.yearEnd.carryForward.mutate({ startYear: 2020 }))
    expect(
      request?.lines.map(({ level, startYear, sourceId, amount }) => [level, startYear, sourceId, amount]),
    ).toEqual([
      ['plan', 2020, null, pounds(-30)],
      ['plan', 2021, null, pounds(30)],
      ['allocation', 2020, source.id, pounds(-30)],
      ['allocation', 2021, source.id, pounds(30)],
      ['authority', 2020, source.id, pounds(-30)],
      ['authority', 2021, source.id, pounds(30)],
    ])
  })

  test('is not carried forward where no funding of the year is left to move along', async () => {
    const app = await programmeApp()
    const { me, scheme, at } = app
    await me.plan.set.mutate({
      cells: [
        {
          place: { kind: 'scheme', id: scheme.id },
          startYear: 2020,
          sourceId: null,
          nature: 'capital',
          was: pounds(0),
          amount: pounds(100),
        },
      ],
    })
    await spent(app, [{ period: 5, pounds: 70 }])
    at('2021-04-20')
    await me.yearEnd.explain.mutate(explained(app, { slippage: 30 }, { sourceId: null }))
    expect(await refusalOf(me.yearEnd.carryForward.mutate({ startYear: 2020 }))).toEqual({
      code: 'funding-not-carried',
      detail: { year: 2020, net: pounds(30) },
    })
  })

  test('is closed when all is done, keeps what was spent to March, and names what is posted after', async () => {
    const app = await yearEndApp()
    const { me, as, at } = app
    const late = await spent(app, [{ period: 13, pounds: 5 }])
    expect(await refusalOf(me.programme.closeYear.mutate({ startYear: 2020 }))).toEqual({
      code: 'year-not-ready',
      detail: { year: 2020, obstacles: ['periods', 'unexplained'] },
    })
    await me.yearEnd.explain.mutate(explained(app, { saving: 25 }, { reason: '' }))
    await as('finance_officer').periods.close.mutate(closing(13))
    expect(await refusalOf(me.programme.closeYear.mutate({ startYear: 2020 }))).toEqual({
      code: 'year-not-ready',
      detail: { year: 2020, obstacles: ['no-reason'] },
    })
    await me.yearEnd.explain.mutate(explained(app, { saving: 25 }, { revision: 1 }))
    await me.programme.closeYear.mutate({ startYear: 2020 })
    const atClose = await me.yearEnd.screen.query({ asAt: null, startYear: 2020 })
    at('2021-05-03')
    await me.decisions.reverseMovement.mutate({ movementId: late, reason: 'Belongs to 2021/22' })
    const { findings } = await me.checks.screen.query({ asAt: null })
    expect(findings.flatMap(({ finding, words }) => (finding.rule === 'R24' ? [words.what] : []))).toEqual([
      'Spend to March 2021 was £75 when 2020/21 was closed, and is £70 in the ledger; the adjustments since stand on Year end',
    ])
    const { toMarch, years, next } = await me.yearEnd.screen.query({ asAt: null, startYear: 2020 })
    expect([
      [atClose.toMarch?.atClose, atClose.toMarch?.now, atClose.toMarch?.since],
      [toMarch?.atClose, toMarch?.now],
      toMarch?.since.map(({ name, reason, effectiveOn, amount }) => [name, reason, effectiveOn, amount]),
      toMarch?.differences.map(({ startYear, atClose: before, now }) => [startYear, before, now]),
      years.map(({ startYear, isClosed }) => [startYear, isClosed]),
      [next.startYear, next.isOpened],
    ]).toEqual([
      [pounds(75), pounds(75), []],
      [pounds(75), pounds(70)],
      [['Portal', 'Belongs to 2021/22', '2021-05-03', pounds(-5)]],
      [[2020, pounds(75), pounds(70)]],
      [
        [2021, false],
        [2020, true],
      ],
      [2021, true],
    ])
    expect([
      await refusalOf(me.yearEnd.explain.mutate(explained(app, { saving: 1 }, { revision: 2 }))),
      await refusalOf(me.yearEnd.carryForward.mutate({ startYear: 2020 })),
      await refusalOf(as('finance_officer').periods.close.mutate(closing(13))),
    ]).toEqual([
      { code: 'closed-year', detail: { year: 2020 } },
      { code: 'closed-year', detail: { year: 2020 } },
      { code: 'closed-year', detail: { year: 2020 } },
    ])
    expect([
      await refusalOf(me.undo.undo.mutate({})),
      (await me.yearEnd.screen.query({ asAt: null, startYear: 2020 })).lines.map(({ unexplained }) => unexplained),
    ]).toEqual([{ code: 'closed-year', detail: { year: 2020 } }, [pounds(5)]])
    expect((await me.audit.verify.mutate()).faults).toEqual([])
  })

  test('is not closed while somebody asks to open one of its periods again, so that nobody is asked for ever', async () => {
    const app = await yearEndApp()
    const { me, as } = app
    const [finance, s151] = [as('finance_officer'), as('s151_officer')]
    await me.yearEnd.explain.mutate(explained(app, { saving: 30 }))
    const [first] = changed(await finance.periods.close.mutate(closing(13)))
    if (!first) throw new Error('No period was closed')
    await finance.periods.askToReopen.mutate({ id: first.id, revision: 1, reason: 'An invoice' })
    expect(await refusalOf(s151.programme.closeYear.mutate({ startYear: 2020 }))).toEqual({
      code: 'year-not-ready',
      detail: { year: 2020, obstacles: ['reopening-asked'] },
    })
    await s151.periods.leaveClosed.mutate({ id: first.id, revision: 2 })
    await s151.programme.closeYear.mutate({ startYear: 2020 })
    expect([
      await s151.inbox.count.query(),
      (await finance.inbox.screen.query({ asAt: null, tab: 'done', page: 1 })).done.map(({ transition, title }) => [
        transition,
        title,
      ]),
      (await s151.inbox.screen.query({ asAt: null, tab: 'done', page: 1 })).done.map(({ transition }) => transition),
    ]).toEqual([
      { waiting: 0 },
      [
        ['reopening asked', 'P1 of 2020/21'],
        ['open → closed', 'P13 of 2020/21'],
      ],
      ['reopening refused'],
    ])
  })

  test('tests the spend-by dates again, and says so in the request and in the report', async () => {
    const app = await yearEndApp()
    const { me, source } = app
    const { isRemoved: _, retiredOn: __, ...same } = source
    await me.sources.change.mutate({ ...same, spendByOn: '2021-03-31' } as never)
    await me.yearEnd.explain.mutate(explained(app, { slippage: 30 }))
    const { toCarry } = await me.yearEnd.screen.query({ asAt: null, startYear: 2020 })
    const [request] = changed(await me.yearEnd.carryForward.mutate({ startYear: 2020 }))
    expect([toCarry.funding, request?.impact]).toEqual([
      [
        {
          sourceId: source.id,
          source: 'Grant',
          startYear: 2021,
          amount: pounds(30),
          spendByOn: '2021-03-31',
          spendBy: 'too-late',
        },
      ],
      '£30 moves past the day by which its source has to be spent.',
    ])
    const report = await app.post(
      '/export',
      exportOf('carry-forward', 'csv', { scope: { kind: 'year', startYear: 2020 } }),
    )
    expect(
      (await report.text())
        .split('\r\n')
        .slice(0, 3)
        .map((line) => line.split(',').slice(0, 11).join(' | ')),
    ).toEqual([
      'Table | Scheme | Source | 2020/21 budget £ | Outturn £ | Slippage £ | Saving £ | Reason | Funding moved | Spend-by | Proposed 2021/22 profile £',
      'Slippage and carry-forward request 2020/21 | Portal | Grant | 100.00 | 70.00 | 30.00 | 0.00 | The supplier delivers in May | Grant £30 | 31 March 2021 | 30.00',
      'Slippage and carry-forward request 2020/21 | TOTALS |  | 100.00 | 70.00 | 30.00 | 0.00 |  |  |  | 30.00',
    ])
  })
})
