import { describe, expect, test } from 'vitest'
import type { StartYear } from '../../../domain/financialYear.ts'
import type { FigureInput } from '../../../electron/app/features/explain.ts'
import { openTestApp, refusalOf } from '../../support/openTestApp.ts'
import { exportOf } from '../support/exportOf.ts'
import { leedsApps } from '../support/leedsApp.ts'
import {
  addScheme,
  decisionOf,
  director,
  emptyApp,
  lineOn,
  nowhere,
  on,
  planCell,
  pounds,
  programmeApp,
} from '../support/programmeApp.ts'

const openLeeds = leedsApps()

describe('the trail', () => {
  const all = {
    before: null,
    subjectId: null,
    role: null,
    operation: null,
    from: null,
    to: null,
    amount: null,
    asAt: null,
  }

  test('shows what changed, field by field, before and after, by name', async () => {
    const { me, scheme, council } = await programmeApp()
    await me.schemes.change.mutate({
      id: scheme.id,
      revision: 1,
      attributes: { ref: 'P1', leadOrganisationId: council.id },
    })
    const [event] = (await me.audit.page.query(all)).events
    expect([event?.subject, event?.changes]).toEqual([
      { kind: 'scheme', id: scheme.id, name: 'Portal' },
      [
        expect.objectContaining({
          isNew: false,
          fields: expect.arrayContaining([
            expect.objectContaining({ field: 'ref', before: '', after: 'P1' }),
            expect.objectContaining({ field: 'lead_organisation_id', before: null, after: 'Anytown Council' }),
          ]),
        }),
      ],
    ])
  })

  test('is found by role, operation, subject, day and amount, and pages backwards without a gap', async () => {
    const { me, as, at, theme, scheme } = await programmeApp()
    at('2020-09-02')
    await as('scheme_lead').plan.set.mutate({ cells: [planCell(scheme.id, 12_345)] })
    at('2020-09-03')
    for (let made = 1; made <= 60; made += 1)
      await me.themes.add.mutate({ name: `T${made}`, aliases: [], objective: '' })
    const seqs = async (filter: object) =>
      (await me.audit.page.query({ ...all, ...filter })).events.map(({ seq }) => seq)
    const first = await me.audit.page.query(all)
    const second = await me.audit.page.query({ ...all, before: first.next })
    expect([first.events, second.events].map((page) => [page.length, page[0]?.seq, page.at(-1)?.seq])).toEqual([
      [50, 65, 16],
      [15, 15, 1],
    ])
    expect({
      role: await seqs({ role: 'scheme_lead' }),
      operation: await seqs({ operation: 'sources.add' }),
      subject: await seqs({ subjectId: theme.id }),
      day: await seqs({ from: on('2020-09-02'), to: on('2020-09-02') }),
      amount: await seqs({ amount: pounds(12_345) }),
      nothing: await seqs({ amount: 7 }),
    }).toEqual({ role: [5], operation: [4], subject: [2], day: [5], amount: [5], nothing: [] })
  })

  test('verifies, and finds what was altered behind the program’s back', async () => {
    const { me, folder } = await programmeApp()
    expect(await me.audit.verify.mutate()).toMatchObject({ events: 4, faults: [] })
    await me.programme.close.mutate()
    const { default: SQLite } = await import('better-sqlite3')
    const raw = new SQLite(`${folder}/Own.bcf`)
    raw.exec(`update theme set name = 'Forged'`)
    raw.close()
    await me.programme.open.mutate({ path: 'Own' })
    expect((await me.audit.verify.mutate()).faults).toMatchObject([{ kind: 'thing' }])
  })
})

describe('a figure', () => {
  const figure = (change: Partial<FigureInput>): FigureInput => ({
    levels: ['allocation'],
    place: { kind: 'programme', id: nowhere },
    withBelow: true,
    from: 2020,
    to: 2022,
    ...change,
  })

  test('is explained down to its entries and the decision behind them, and its parts add up to it', async () => {
    const { me, theme, scheme, source, programme } = await programmeApp()
    const other = await addScheme(me, theme.id, 'Sensors')
    const lines = [lineOn('allocation', scheme.id, 100, { sourceId: source.id }), lineOn('allocation', other.id, 20)]
    await me.decisions.record.mutate(decisionOf('D1', lines))
    await me.decisions.record.mutate(decisionOf('D2', [lineOn('allocation', scheme.id, 3, { startYear: 2021 })]))
    const explained = async (change: Partial<FigureInput>) => {
      const {
        total,
        count,
        entries,
        lines: parts,
        name,
      } = await me.explain.figure.query({ asAt: null, figure: figure(change) })
      return [
        name,
        total / 100,
        count,
        entries.map(({ place, source: from, decision, amount }) => [place, from, decision?.reference, amount / 100]),
        parts.reduce((sum, part) => sum + part.amount, 0) / 100,
      ]
    }
    const [first, second, third] = [
      ['Sensors', null, 'D1', 20],
      ['Portal', 'Grant', 'D1', 100],
      ['Portal', null, 'D2', 3],
    ]
    expect({
      programme: await explained({ place: { kind: 'programme', id: programme.id } }),
      theme2020: await explained({ place: { kind: 'theme', id: theme.id }, to: 2020 }),
      portalGrant: await explained({ place: { kind: 'scheme', id: scheme.id }, sourceId: source.id }),
      notStated: await explained({ place: { kind: 'scheme', id: scheme.id }, sourceId: null }),
      ofItsOwn: await explained({ place: { kind: 'theme', id: theme.id }, withBelow: false }),
    }).toEqual({
      programme: ['Records for all', 123, 3, [third, first, second], 123],
      theme2020: ['Records', 120, 2, [first, second], 120],
      portalGrant: ['Portal', 100, 1, [second], 100],
      notStated: ['Portal', 3, 1, [third], 3],
      ofItsOwn: ['Records', 0, 0, [], 0],
    })
  })
})

describe('the other screens', () => {
  test('of an empty programme all open', async () => {
    const { me, programme } = await emptyApp()
    const asAt = null
    const screens = [
      (await me.portfolio.screen.query({ asAt, from: 2020, to: 2022 })).portfolio.programme.children,
      (await me.funding.screen.query({ asAt, decisionId: null })).printed,
      (await me.checks.screen.query({ asAt })).findings,
      await me.plan.cells.query({ asAt }),
      (await me.undo.list.query()).changes,
      (await me.session.screen.query()).programme?.name,
    ]
    expect(screens).toEqual([[], [], [], [], [], programme.name])
  })

  test('of the sample show the funding tables beside those that are printed', async () => {
    const { as } = await openLeeds()
    const { report, printed, decisions } = await as('viewer').funding.screen.query({ asAt: null, decisionId: null })
    expect([decisions.map(({ reference }) => reference), printed.length, Object.keys(report).length > 0]).toEqual([
      ['HELM-2018', 'CAPITAL-2020', 'ATS-2020'],
      1,
      true,
    ])
  })

  test('refuse years that end before they begin, moments before the first event, and decisions that are not there', async () => {
    const { as } = await openLeeds()
    const me = as('viewer')
    expect([
      await refusalOf(me.portfolio.screen.query({ asAt: null, from: 2021, to: 2020 })),
      await refusalOf(me.programme.screen.query({ asAt: on('2018-03-30') })),
      await refusalOf(me.checks.screen.query({ asAt: '2018-03-31T10:59:59.999Z' as never })),
      await refusalOf(me.funding.screen.query({ asAt: null, decisionId: nowhere })),
      await refusalOf(me.programme.screen.query({ asAt: 'yesterday' as never })),
    ]).toMatchObject([
      { code: 'bad-year' },
      { code: 'nothing-as-at', detail: { day: '2018-03-30' } },
      { code: 'nothing-as-at', detail: { day: '2018-03-31T10:59:59.999Z' } },
      { code: 'not-found', detail: { entity: 'decision', id: nowhere } },
      { code: 'bad-request', detail: { fields: [{ path: 'asAt' }] } },
    ])
  })
})

describe('an export', () => {
  const failureOf = async (answer: Response) =>
    ((await answer.json()) as { error: { data: { failure: unknown } } }).error.data.failure

  test.each([
    ['funding-and-cash-flow', 'xlsx', 'PK'],
    ['appendix-a', 'xlsx', 'PK'],
    ['spend', 'csv', '\ufeff'],
  ] as const)('of %s as %s comes as bytes with a file name and its type', async (report, format, start) => {
    const { post } = await openLeeds()
    const answer = await post('/export', { ...exportOf(report, format), asAt: '2020-08-28' }, 'viewer')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([
      answer.status,
      bytes.toString('utf8').startsWith(start),
      answer.headers.get('content-type')?.includes(format === 'csv' ? 'text/csv' : 'spreadsheetml'),
      new RegExp(`filename="[^"]+\\.${format}"`).test(answer.headers.get('content-disposition') ?? ''),
    ]).toEqual([200, true, true, true])
  })

  test('as at a day holds what was then on record', async () => {
    const { post } = await openLeeds()
    const spend = async (asAt: string | null) =>
      await (await post('/export', { ...exportOf('spend', 'csv'), asAt })).text()
    const [before, after, now] = [await spend('2020-08-21'), await spend('2020-08-28'), await spend(null)]
    expect([before.includes('1726000.00'), before === after, after.length > before.length, now.length]).toEqual([
      false,
      false,
      true,
      after.length,
    ])
  })

  test.each([
    [exportOf('everything', 'csv'), { code: 'unknown-report', detail: { report: 'everything' } }],
    [
      exportOf('decision-report', 'csv'),
      { code: 'bad-scope', detail: { report: 'decision-report', needs: 'request' } },
    ],
    [exportOf('spend', 'pdf'), { code: 'no-printer', detail: {} }],
    [
      { ...exportOf('spend', 'csv'), asAt: '2018-03-30' },
      { code: 'nothing-as-at', detail: { day: '2018-03-30' } },
    ],
    [
      exportOf('funding-and-cash-flow', 'csv', { scope: { kind: 'decision', id: nowhere } }),
      { code: 'not-found', detail: { entity: 'decision', id: nowhere } },
    ],
    [
      exportOf('spend', 'csv', { from: 2021 as StartYear, to: 2020 as StartYear }),
      expect.objectContaining({ code: 'bad-year' }),
    ],
    [
      { ...exportOf('spend', 'csv'), order: { report: 'constructor' } },
      expect.objectContaining({ code: 'bad-request' }),
    ],
    [{ ...exportOf('spend', 'csv'), form: 'exe' }, expect.objectContaining({ code: 'bad-request' })],
    [exportOf('spend', 'csv', { from: 1989 as StartYear }), expect.objectContaining({ code: 'bad-request' })],
    [{ ...exportOf('spend', 'csv'), path: '/etc/passwd' }, expect.objectContaining({ code: 'bad-request' })],
  ])('of %o is refused', async (body, failure) => {
    const { post } = await openLeeds()
    const answer = await post('/export', body)
    expect([answer.status, await failureOf(answer)]).toEqual([400, failure])
  })

  test('without a programme is refused', async () => {
    const { post } = await openTestApp()
    expect(await failureOf(await post('/export', exportOf('spend', 'csv'), director))).toEqual({
      code: 'no-programme-open',
      detail: {},
    })
  })
})
