import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAt } from '../../db/programmeFile.ts'
import { businessCases } from '../../db/subjects.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { ReportOrder } from '../../domain/report/reportOrder.ts'
import { leedsApps } from '../app/support/leedsApp.ts'
import { at, type LeedsRoute, leedsRoute, recommended } from '../app/support/leedsRoute.ts'
import { changed, on } from '../app/support/programmeApp.ts'
import type { TestApp } from '../support/openTestApp.ts'
import { contentText } from './support/contentText.ts'
import { expectReport } from './support/expectReport.ts'
import { modelIn } from './support/modelIn.ts'

const open = leedsApps()
const nowhere = '01J00000000000000000000000' as Id

const seqOf = async (app: LeedsRoute) => (await app.viewer.programme.screen.query({ asAt: null })).asAt.seq

const packOf = async (
  app: LeedsRoute & Pick<TestApp, 'folder' | 'as'>,
  id: Id,
  version: ReportOrder['version'] = 'full',
) =>
  await modelIn(app, 'Leeds.bcf', {
    report: 'board-pack',
    scope: { kind: 'meeting', id },
    version,
    day: calendarDay('2020-09-24'),
  })

const planned = async (app: LeedsRoute, heldOn: string) =>
  changed(
    await app.secretary.meetings.plan.mutate({
      boardId: app.boards('Integrated Care Executive'),
      kind: 'meeting',
      heldOn: on(heldOn),
      venue: 'Civic Hall',
    }),
  )

/** The executive met on 3 September, and has two cases and an exempt matter before it on 24 September. */
const executiveMeets = async () => {
  const app = await leedsRoute(await open())
  const { secretary } = app
  const other = { subjectKind: 'other' as const, subjectId: null }
  const earlier = await planned(app, '2020-09-03')
  const talked = changed(
    await secretary.meetings.addItem.mutate({ ...at(earlier), ...other, title: 'Terms of reference', isExempt: false }),
  )
  const out = changed(await secretary.meetings.publishAgenda.mutate(at(talked)))
  app.at('2020-09-03')
  const action = { text: 'Say who stands in for the chair', owner: 'Board secretary', dueOn: on('2020-09-20') }
  await secretary.meetings.writeMinutes.mutate({
    id: out.id,
    minutes: 'The terms of reference were read.',
    actions: [{ id: null, ...action, doneOn: null }],
    were: { minutes: '', actions: [] },
  })

  const estates = await recommended(app)
  const mindwell = await readAt(join(app.folder, 'Leeds.bcf'), await seqOf(app), async (db) =>
    (await businessCases.list(db)).find(({ title }) => title.startsWith('Mindwell')),
  )
  const ofCase = (subjectId: Id) => ({ subjectKind: 'business_case' as const, subjectId, title: null, isExempt: false })
  let meeting = await planned(app, '2020-09-24')
  const add = async (item: Omit<Parameters<typeof secretary.meetings.addItem.mutate>[0], 'id' | 'revision'>) => {
    meeting = changed(await secretary.meetings.addItem.mutate({ ...at(meeting), ...item }))
  }
  await add(ofCase(estates.id))
  await add(ofCase(mindwell?.id ?? estates.id))
  await add({ ...other, title: 'Prices of the network tender', isExempt: true, exemptReason: 'Paragraph 3: prices' })
  const { id } = changed(await secretary.meetings.publishAgenda.mutate(at(meeting)))
  const { meeting: shown } = await secretary.meetings.screen.query({ asAt: null, id })
  const itemId = shown.items[0]?.id as Id
  await app.member('public-health').meetings.declareInterest.mutate({
    id,
    itemId,
    kind: 'organisational',
    description: 'Works in the building that is networked first.',
    withdrew: true,
    accountId: null,
  })
  app.at('2020-09-24')
  return { app, id }
}

test('the pack of a meeting holds what its golden holds: agenda, members, interests, actions, and each paper as frozen', async () => {
  const { app, id } = await executiveMeets()
  expectReport('board-pack', await packOf(app, id))
})

test('the public pack names an exempt matter with its paragraph and says nothing of it; one of no meeting is refused', async () => {
  const { app, id } = await executiveMeets()
  const { secretary } = app
  const { meeting } = await secretary.meetings.screen.query({ asAt: null, id })
  const [estates] = meeting.items
  const exempt = { ...at(meeting), itemId: estates?.id ?? id, reason: 'Paragraph 3: prices' }
  await secretary.meetings.setExemption.mutate(exempt)
  const full = contentText(await packOf(app, id))
  const open = contentText(await packOf(app, id, 'public'))
  const secret = 'Works in the building that is networked first.'
  expect({ full: full.includes(secret), open: open.includes(secret), named: open.includes('# 1 Estates') }).toEqual({
    full: true,
    open: false,
    named: true,
  })
  await expect(packOf(app, nowhere)).rejects.toMatchObject({ code: 'not-found' })
})
