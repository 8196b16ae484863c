import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Cell } from '../../domain/portfolio/cell.ts'
import { leedsLastHash } from '../support/leedsLastHash.ts'
import { openTestApp } from '../support/openTestApp.ts'
import { tempFolder } from '../support/tempFolder.ts'
import { leedsApps } from './support/leedsApp.ts'
import { director, on, trailOf } from './support/programmeApp.ts'

const openLeeds = leedsApps()

/** Every event, the newest first. */
const wholeTrail = async (viewer: Parameters<typeof trailOf>[0]) => {
  const events = await trailOf(viewer)
  for (let last = events.at(-1); last && last.seq > 1; last = events.at(-1)) {
    events.push(...(await trailOf(viewer, last.seq)))
  }
  return events
}

const years = { from: 2020, to: 2021 }
const inPounds = (cell: Cell) => (cell.kind === 'amount' ? cell.amount / 100 : cell.kind)

test('the sample that the first-run page opens ends in the same hash on every machine', async () => {
  const { as, at } = await openTestApp()
  at('2024-02-29')
  await as(director).programme.openSample.mutate()
  const { asAt, programme } = await as(director).programme.screen.query({ asAt: null })
  expect([asAt.seq, asAt.hash, programme.isSample]).toEqual([92, leedsLastHash, true])
})

test('the sample is opened as it was left where it is there already', async () => {
  const { as } = await openTestApp()
  const me = as(director)
  await me.programme.openSample.mutate()
  await me.themes.add.mutate({ name: 'Our own', aliases: [], objective: '' })
  await me.programme.openSample.mutate()
  expect((await me.programme.screen.query({ asAt: null })).themes.map(({ name }) => name)).toContain('Our own')
})

test('the sample was made by the product’s own commands, each by who would do it, at seven moments, the last by time alone', async () => {
  const { as } = await openLeeds()
  const viewer = as('viewer')
  const events = await wholeTrail(viewer)
  const moments = Map.groupBy(events, ({ recordedAt }) => recordedAt)
  const count = (found: typeof events) =>
    [...Map.groupBy(found, ({ role, operation }) => `${role} ${operation}`)]
      .map(([what, each]) => `${each.length} ${what}`)
      .sort()
  expect(Object.fromEntries([...moments].map(([moment, found]) => [moment, count(found)]))).toEqual({
    '2018-03-31T11:00:00.000Z': [
      '1 programme_director decisions.record',
      '1 programme_director programme.start',
      '1 programme_director schemes.add',
      '1 programme_director themes.add',
      '1 system decisions.takeEffect',
      '2 programme_director organisations.change',
      '9 programme_director organisations.add',
    ],
    '2020-07-20T09:00:00.000Z': [
      '1 programme_director plan.set',
      '1 programme_director requests.leave',
      '1 programme_director requests.start',
      '1 programme_director requests.validate',
      '2 programme_director sources.add',
      '21 administrator people.add',
      '21 programme_director schemes.add',
      '3 administrator proposals.propose',
      '3 programme_director themes.add',
      '3 s151_officer proposals.accept',
      '5 administrator boards.add',
    ],
    '2020-07-21T09:00:00.000Z': ['1 finance_officer requests.financeCheck', '1 s151_officer requests.legalCheck'],
    '2020-07-22T09:00:00.000Z': ['1 programme_director requests.publishNotice'],
    '2020-08-13T09:00:00.000Z': ['1 programme_director requests.publishReport'],
    '2020-08-20T15:00:00.000Z': [
      '1 board_secretary requests.publishDecision',
      '1 decision_taker requests.decide',
      '1 programme_director decisions.record',
      '1 programme_director documents.load',
      '1 programme_director schemes.recordCaseStatus',
      '1 system decisions.takeEffect',
      '3 board_secretary cases.recordEarlier',
    ],
    '2020-08-28T08:00:00.000Z': ['1 system decisions.takeEffect'],
  })
})

test.each([
  [
    '2020-08-21',
    'none',
    {
      'Care Records and Corporate': 'none',
      Infrastructure: 'none',
      'Strategy and OD': 'none',
      'Data and intelligence': 'none',
    },
  ],
  [
    '2020-08-28',
    3_049_000,
    {
      'Care Records and Corporate': 1_726_000,
      Infrastructure: 808_000,
      'Strategy and OD': 50_000,
      'Data and intelligence': 465_000,
    },
  ],
])('as at %s the authority to spend is %s', async (day, total, byTheme) => {
  const { as } = await openLeeds()
  const { portfolio } = await as('viewer').portfolio.screen.query({ ...years, asAt: on(day) })
  const authority = portfolio.programme.children.map((row) => [row.name, inPounds(row.range.authority)])
  expect([inPounds(portfolio.programme.range.authority), Object.fromEntries(authority)]).toEqual([total, byTheme])
})

test('plan and allocation are the same before and after the authority is in force', async () => {
  const { as } = await openLeeds()
  const levelsAt = async (day: string) => {
    const { portfolio } = await as('viewer').portfolio.screen.query({ ...years, asAt: on(day) })
    const { plan, allocation } = portfolio.programme.range
    return [inPounds(plan), inPounds(allocation)]
  }
  expect([await levelsAt('2020-08-21'), await levelsAt('2020-08-28')]).toEqual([
    [3_114_000, 3_049_000],
    [3_114_000, 3_049_000],
  ])
})

test('as at 31 March 2018 Helm has £1.8m allocation and £1.2m authority, and nothing else is there', async () => {
  const { as } = await openLeeds()
  const { schemes, balances, decisions } = await as('viewer').programme.screen.query({ asAt: on('2018-03-31') })
  expect([schemes.map(({ shortName }) => shortName), decisions.map(({ reference }) => reference), balances]).toEqual([
    ['Helm'],
    ['HELM-2018'],
    [
      expect.objectContaining({ level: 'allocation', startYear: 2017, amount: 1_800_000_00 }),
      expect.objectContaining({ level: 'authority', startYear: 2017, amount: 1_200_000_00 }),
    ],
  ])
})

test('before the request is drawn up nothing is found, and before the day of the report nothing is printed', async () => {
  const { as } = await openLeeds()
  const checksAt = async (day: string) => {
    const { printed, findings } = await as('viewer').checks.screen.query({ asAt: on(day) })
    return [printed.length, [...new Set(findings.map(({ finding }) => finding.rule))].sort()]
  }
  expect([await checksAt('2020-07-19'), await checksAt('2020-08-19'), (await checksAt('2020-08-20'))[0]]).toEqual([
    [0, []],
    [0, ['R03', 'R37']],
    1,
  ])
})

test('£9,000 of Helm’s allocation is not authorised after the second authority of £591,000', async () => {
  const { as } = await openLeeds()
  const { schemes } = await as('viewer').programme.screen.query({ asAt: null })
  const helm = schemes.find(({ shortName }) => shortName === 'Helm')
  if (!helm) throw new Error('Helm is not there')
  const { money } = await as('viewer').schemes.screen.query({ id: helm.id, asAt: null })
  expect(money.chain).toEqual({
    allocation: 1_800_000_00,
    authorities: [
      expect.objectContaining({ reference: 'HELM-2018', amount: 1_200_000_00 }),
      expect.objectContaining({ reference: 'ATS-2020', amount: 591_000_00 }),
    ],
    notYetAuthorised: 9_000_00,
  })
})

test('nine ideas without money stand beside the thirteen schemes of Appendix A', async () => {
  const { as } = await openLeeds()
  const { portfolio } = await as('viewer').portfolio.screen.query({ ...years, asAt: null })
  const schemes = portfolio.programme.children.flatMap((row) => row.children)
  expect([portfolio.unfunded.map(({ name }) => name), schemes.length]).toEqual([
    [
      'Collaboration tools',
      'Community Cloud embedding',
      'Enterprise coordination',
      'Care planning',
      'Integration tools',
      'LOOP chatbot feature',
      'Pathway visualisation',
      'Population Health',
      'Open Data',
    ],
    13,
  ])
})

test('the trail and the balances of the sample verify', async () => {
  const { as } = await openLeeds()
  expect(await as('viewer').audit.verify.mutate()).toMatchObject({ events: 92, lastHash: leedsLastHash, faults: [] })
})

test('a sample that was changed is one file once it is closed, and that file alone opens elsewhere with all of it', async () => {
  const { as, folder } = await openLeeds()
  await as(director).themes.add.mutate({ name: 'Our own', aliases: [], objective: '' })
  await as(director).programme.close.mutate()
  expect(readdirSync(folder)).toEqual(['Leeds.bcf'])

  const elsewhere = tempFolder()
  copyFileSync(join(folder, 'Leeds.bcf'), join(elsewhere, 'Moved.bcf'))
  const other = await openTestApp({ folder: elsewhere })
  await other.as(director).programme.open.mutate({ path: 'Moved' })
  expect(await other.as('viewer').audit.verify.mutate()).toMatchObject({ events: 93, faults: [] })
})
