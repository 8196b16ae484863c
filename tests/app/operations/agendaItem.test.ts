import { expect, test } from 'vitest'
import { at, boardApp, heldMeeting, present } from '../support/boardApp.ts'
import { changed } from '../support/programmeApp.ts'

test('a member gets the paper as it was frozen, what follows from consent, and their own part', async () => {
  const app = await boardApp()
  const { meeting, about, item } = await heldMeeting(app)
  const asked = { asAt: null, id: meeting.id, itemId: item.id }
  const before = await app.member('second').meetings.item.query(asked)
  await present(app, meeting.id, 'chair', 'second')
  const after = await app.member('second').meetings.item.query(asked)
  const paper = before.paper?.kind === 'business_case' ? before.paper.value : null
  expect([paper?.id, paper?.revision, before.item.act, before.reader.bar, after.reader.bar]).toEqual([
    about.id,
    about.revision,
    'recommend',
    'absent',
    null,
  ])
  expect(before.consequence).toMatchObject({ scheme: 'Portal', asked: 100_00, released: 0, following: 'Approval' })
  expect((await app.as('scheme_lead').meetings.item.query(asked)).reader).toMatchObject({
    isWriter: true,
    seatId: null,
  })
})

test('the votes in the room are taken down with the outcome that they carry, as one event; without them neither is kept', async () => {
  const app = await boardApp()
  const { meeting, item } = await heldMeeting(app)
  const now = await present(app, meeting.id, 'chair', 'second')
  const { seats } = await app.secretary.meetings.screen.query({ asAt: null, id: meeting.id })
  const seatOf = (who: 'chair' | 'second') =>
    seats.find(({ accountId }) => accountId === app.people[who])?.id ?? item.id
  const vote = (who: 'chair' | 'second', given: 'for' | 'against') => ({
    seatId: seatOf(who),
    accountId: app.people[who],
    vote: given,
    note: '',
  })
  const outcome = {
    ...at(now),
    itemId: item.id,
    result: 'recommended' as const,
    wording: '',
    reason: '',
    conditions: [],
  }
  const lost = [vote('chair', 'against'), vote('second', 'against')]
  await expect(app.secretary.meetings.recordOutcome.mutate({ ...outcome, votes: lost })).rejects.toThrow()
  const unchanged = await app.secretary.meetings.screen.query({ asAt: null, id: meeting.id })
  expect([unchanged.meeting.revision, unchanged.meeting.items[0]?.votes]).toEqual([now.revision, []])
  const votes = [vote('chair', 'for'), vote('second', 'for')]
  const recorded = changed(await app.secretary.meetings.recordOutcome.mutate({ ...outcome, votes }))
  expect([recorded.revision, recorded.items[0]?.votes, recorded.items[0]?.outcome?.result]).toEqual([
    now.revision + 1,
    votes,
    'recommended',
  ])
})

test('the count of every page is that of the inbox', async () => {
  const app = await boardApp()
  await heldMeeting(app)
  const count = async (who: 'second' | 'outsider') => [
    (await app.member(who).inbox.count.query()).waiting,
    (await app.member(who).inbox.screen.query({ asAt: null, tab: 'waiting', page: 1 })).lines.map(
      ({ address }) => address,
    ),
  ]
  const [line] = (await app.member('second').inbox.screen.query({ asAt: null, tab: 'waiting', page: 1 })).lines
  expect(await count('second')).toEqual([1, [`/meetings/${line?.meeting?.id}/items/${line?.meeting?.itemId}`]])
  expect(await count('outsider')).toEqual([0, []])
})
