import { expect, test } from 'vitest'
import type { ReportOrder } from '../../../domain/report/reportOrder.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { at, boardApp, heldMeeting } from '../support/boardApp.ts'
import { leedsApps } from '../support/leedsApp.ts'
import { changed, director } from '../support/programmeApp.ts'

const leedsApp = leedsApps()

const programme = { report: 'appendix-a' as const, scope: { kind: 'programme' as const } }

/** The figures that are offered for some words, as one reads them. */
const offered = async (
  app: Awaited<ReturnType<typeof leedsApp>>,
  order: Pick<ReportOrder, 'report' | 'scope'>,
  search: string,
) => {
  const { figures } = await app.as(director).figures.offer.query({ order, asAt: null, search, format: 'k' })
  return figures.map(({ words, token, text }) => `${words}: {{${token}}} ${text}`)
}

test('the figures of a request, of a scheme, of a year and of the programme are offered with what they are now', async () => {
  const app = await leedsApp()
  const me = app.as(director)
  const { requests } = await me.requests.list.query({ asAt: null, statuses: null, after: null })
  const [request] = requests
  const facts = await me.programme.screen.query({ asAt: null })
  const mindwell = facts.schemes.find(({ name }) => name.startsWith('Mindwell'))
  if (!request || !mindwell) throw new Error('the sample is empty')
  const ofRequest = { report: 'decision-report' as const, scope: { kind: 'request' as const, id: request.id } }
  const ofScheme = { report: 'closure' as const, scope: { kind: 'scheme' as const, id: mindwell.id } }
  const ofYear = { report: 'annual-report' as const, scope: { kind: 'year' as const, startYear: 2021 } }
  expect([
    await offered(app, ofRequest, 'decision is due'),
    await offered(app, ofRequest, 'asked for programme 2021/22'),
    await offered(app, ofRequest, 'funding by borrowing 2021/22'),
    await offered(app, ofScheme, 'plan mindwell all years'),
    await offered(app, ofYear, 'year of the report'),
    await offered(app, programme, '3,114'),
  ]).toEqual([
    ['Day on which the decision is due: {{request.decisionDueOn}} 20 August 2020'],
    ['Authority asked for, programme, 2021/22: {{authority.requested(2021) | k}} £1,821k'],
    ['Funding by borrowing, programme, 2021/22: {{funding.borrowing(2021) | k}} £1,783.4k'],
    ['Plan, Mindwell Mental Health portal, all years: {{plan | k}} £115k'],
    ['Year of the report: {{year}} 2021/22'],
    ['Plan, programme, all years: {{plan | k}} £3,114k'],
  ])
})

test('the figures of a text are held against the ledger of the day that is asked for', async () => {
  const app = await leedsApp()
  const texts = [{ section: 'text', text: 'Authority of £3,049k was given, and £1.2m before it.' }]
  const verdicts = async (asAt: string | null) => {
    const checks = await app.as(director).figures.check.query({ order: programme, asAt: asAt as never, texts })
    return checks.map(({ verdict, printed, ledger }) => [verdict, printed, ledger])
  }
  expect([await verdicts(null), await verdicts('2020-08-21')]).toEqual([
    [
      ['agrees', '£3,049k', 304_900_000],
      ['agrees', '£1.2m', 120_000_000],
    ],
    [
      ['disagrees', '£3,049k', 120_000_000],
      ['agrees', '£1.2m', 120_000_000],
    ],
  ])
})

test('the figures of what is kept from somebody are neither offered to them nor held against their texts', async () => {
  const app = await boardApp()
  const held = await heldMeeting(app, {})
  const itemId = held.item.id
  changed(await app.secretary.meetings.setExemption.mutate({ ...at(held.meeting), itemId, reason: 'Paragraph 3' }))
  const order = { report: 'business-case' as const, scope: { kind: 'case' as const, id: held.about.id } }
  const other = app.as('viewer').figures
  const codes = [
    await refusalOf(other.offer.query({ order, asAt: null, search: '', format: null })),
    await refusalOf(other.check.query({ order, asAt: null, texts: [] })),
  ]
  expect(codes.map(({ code }) => code)).toEqual(['exempt', 'exempt'])
})
