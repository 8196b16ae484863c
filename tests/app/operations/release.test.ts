import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openProgrammeFile } from '../../../db/programmeFile.ts'
import { businessCases } from '../../../db/subjects.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { blankCase } from '../../../domain/businessCase/nextVersion.ts'
import { messages } from '../../../domain/messages.ts'
import { recordApproval } from '../../../electron/app/features/authority/recordApproval.ts'
import { releasesAtHand } from '../../../electron/app/features/authority/releaseApproved.ts'
import {
  balancesOf,
  decisionOf,
  eventsOf,
  lineOn,
  on,
  type ProgrammeApp,
  planCell,
  pounds,
  programmeApp,
} from '../support/programmeApp.ts'
import { written } from '../support/routeCommands.ts'

/** A case of the scheme that a board has approved, with its decision on record. */
const approved = async (app: ProgrammeApp, costs: [number, number][], change: Partial<BusinessCase> = {}) =>
  await written(app, async (given) => {
    const approvedCosts = costs.map(([startYear, amount]) => ({
      startYear,
      sourceId: null,
      nature: 'capital' as const,
      amount: pounds(amount),
    }))
    const value = await businessCases.insert(given, {
      ...blankCase({
        id: app.ports.newId(),
        schemeId: app.scheme.id,
        stage: 'bjc',
        version: 1,
        reference: 'BC1',
        title: 'Portal',
        supersedesId: null,
        actor: 'scheme_lead',
      }),
      status: 'approved',
      approvedOn: on('2020-09-01'),
      validUntilOn: on('2022-09-01'),
      approved: approvedCosts,
      ...change,
    })
    await recordApproval(
      given,
      value,
      { name: 'Integrated Care Executive' },
      { on: on('2020-09-01'), newId: app.ports.newId, paperSha256: null },
    )
    return value
  })

const touch = ({ me }: ProgrammeApp, name: string) => me.themes.add.mutate({ name, aliases: [], objective: '' })

test('an approved case is released by itself once authority above it is in force, each year whole', async () => {
  const app = await programmeApp()
  const { me, theme, scheme, at } = app
  const onTheme = { place: { kind: 'theme' as const, id: theme.id } }
  await me.decisions.record.mutate(decisionOf('A', [lineOn('allocation', scheme.id, 1_000, onTheme)]))
  await approved(app, [
    [2020, 400],
    [2021, 300],
  ])
  await touch(app, 'One')
  expect(await balancesOf(me)).toEqual(['allocation 2020 1000'])
  at('2020-09-10')
  const events = await eventsOf(me, () =>
    me.decisions.record.mutate(
      decisionOf('B', [lineOn('authority', scheme.id, 600, onTheme)], { madeOn: on('2020-09-10') }),
    ),
  )
  expect([events, (await balancesOf(me)).sort()]).toEqual([
    [
      'decisions.record | made | programme_director',
      'decisions.takeEffect | made → effective | system',
      'decisions.release | released in part | system',
    ],
    ['allocation 2020 1000', 'authority 2020 600', 'released 2020 400'],
  ])
  const file = await openProgrammeFile(join(app.folder, 'Own.bcf'))
  const [waiting] = await file.read((db) => releasesAtHand(db, on('2020-09-10')))
  await file.close()
  const held = waiting?.plan.waiting[0]?.held
  expect(held && messages['over-held'](held)).toBe(
    '£200 is held for Records to 2021/22, so £300 waits until there is enough',
  )
  await me.decisions.record.mutate(
    decisionOf('C', [lineOn('authority', scheme.id, 100, { ...onTheme, startYear: 2021 })], {
      madeOn: on('2020-09-10'),
    }),
  )
  expect((await balancesOf(me)).filter((line) => line.startsWith('released'))).toEqual([
    'released 2020 400',
    'released 2021 300',
  ])
  // The case itself was put there past its own steps.
  const { faults } = await me.audit.verify.mutate()
  expect(faults.filter(({ detail }) => !detail.includes('tests.given'))).toEqual([])
})

test('a case with conditions waits until they are discharged, but for those that may be met afterwards', async () => {
  const app = await programmeApp()
  const { me, scheme } = app
  await me.decisions.record.mutate(
    decisionOf('A', [lineOn('allocation', scheme.id, 1_000), lineOn('authority', scheme.id, 1_000)]),
  )
  const condition = (isAfterRelease: boolean) => ({
    id: app.ports.newId(),
    text: 'Show the benefits',
    owner: 'Scheme lead',
    dueOn: on('2020-10-01'),
    isAfterRelease,
    evidence: '',
    metBy: null,
    dischargedBy: null,
    dischargedOn: null,
  })
  const before = await approved(app, [[2020, 400]], {
    status: 'approved_with_conditions',
    conditions: [condition(false), condition(true)],
  })
  await touch(app, 'One')
  expect((await balancesOf(me)).some((line) => line.startsWith('released'))).toBe(false)
  await written(app, (given) =>
    businessCases.save(given, { ...before, revision: 2, conditions: before.conditions.slice(1) }),
  )
  await touch(app, 'Two')
  expect(await balancesOf(me)).toContain('released 2020 400')
})

test('an approval that no authority has followed lapses, with the release that waited for it', async () => {
  const app = await programmeApp()
  await approved(app, [[2020, 400]], { validUntilOn: on('2020-09-30') })
  app.at('2020-10-01')
  const events = await eventsOf(app.me, () => touch(app, 'One'))
  const { decisions } = await app.me.programme.screen.query({ asAt: null })
  expect([events, decisions]).toEqual([
    ['cases.lapse | approved → lapsed | system', 'themes.add | added | programme_director'],
    [],
  ])
})

test('an approval that waits for authority is in the inbox of who may ask for it, until a request for its scheme does', async () => {
  const app = await programmeApp()
  const { me, scheme, source } = app
  const waiting = async () => {
    const { lines } = await me.inbox.screen.query({ asAt: null, tab: 'waiting', page: 1 })
    return lines.map(({ act, title, why, address }) => [act, title, why, address])
  }
  const condition = { id: app.ports.newId(), text: 'Name a supplier', owner: 'Scheme lead', dueOn: on('2020-12-01') }
  const open = { isAfterRelease: false, evidence: '', metBy: null, dischargedBy: null, dischargedOn: null }
  await approved(app, [[2020, 1]], { status: 'approved_with_conditions', conditions: [{ ...condition, ...open }] })
  const underCondition = await waiting()
  await approved(app, [[2020, 400]])
  const withoutAuthority = await waiting()
  const cell = { ...planCell(scheme.id, 400), sourceId: source.id }
  await me.plan.set.mutate({ cells: [cell] })
  const request = {
    reference: 'A1',
    title: 'Portal',
    decisionTaker: '',
    decisionDueOn: null,
    linesBy: 'scheme' as const,
  }
  await app.as('finance_officer').requests.start.mutate(request)
  expect([underCondition, withoutAuthority, await waiting()]).toEqual([
    [],
    [['ask_for_authority', 'Portal', 'Programme director or finance officer', '/money/authority']],
    [],
  ])
})
