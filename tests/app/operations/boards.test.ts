import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import { at, type BoardApp, boardApp, heldMeeting, present } from '../support/boardApp.ts'
import { changed, nowhere, on } from '../support/programmeApp.ts'

const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).code

const add = (app: BoardApp, change: object) =>
  app.administrator.boards.add.mutate({ ...app.boardOf('Digital board', []), ...change })

const edit = (app: BoardApp, change: object) => {
  const { seats } = app.recommending
  const body = { ...app.boardOf('Fund board', []), seats, ...at(app.recommending), ...change }
  return app.administrator.boards.change.mutate(body)
}

describe('a board', () => {
  test('is listed with its seats by title and what it lacks to be quorate', async () => {
    const app = await boardApp()
    const { boards } = await app.me.boards.list.query({ asAt: null })
    expect(
      boards.map(({ name, lacks, members }) => [name, lacks, members.map(({ title, isChair }) => [title, isChair])]),
    ).toEqual(
      ['Fund board', 'Executive'].map((name) => [
        name,
        [],
        [
          ['Board chair A', true],
          ['Member 1', false],
          ['Member 2', false],
        ],
      ]),
    )
  })

  test('is refused when all of its members together could not decide', async () => {
    const app = await boardApp()
    const one = [app.seat(app.people.first)]
    expect(await refusalOf(add(app, { seats: one }))).toEqual({
      code: 'never-quorate',
      detail: { missing: [{ kind: 'members', more: 1 }, { kind: 'chair' }] },
    })
  })

  test('seats a person once, and nobody as their own alternate', async () => {
    const app = await boardApp()
    const chair = app.seat(app.people.chair, { isChair: true })
    expect([
      await codeOf(add(app, { seats: [chair, chair] })),
      await codeOf(add(app, { seats: [chair, app.seat(app.people.first, { alternateIds: [app.people.first] })] })),
    ]).toEqual(['one-seat-each', 'one-seat-each'])
  })

  test('names only people, organisations and boards that there are, under a name of its own', async () => {
    const app = await boardApp()
    expect([
      await codeOf(add(app, { name: 'fund board' })),
      await refusalOf(add(app, { organisationIds: [nowhere] })),
      await refusalOf(add(app, { seats: [app.seat(nowhere, { isChair: true }), app.seat(app.people.first)] })),
      await refusalOf(add(app, { parentId: nowhere })),
    ]).toEqual([
      'name-taken',
      { code: 'not-found', detail: { entity: 'organisation', id: nowhere } },
      { code: 'not-found', detail: { entity: 'account', id: nowhere } },
      { code: 'not-found', detail: { entity: 'board', id: nowhere } },
    ])
  })

  test('does not stand below itself', async () => {
    const app = await boardApp()
    const below = changed(await add(app, { parentId: app.recommending.id }))
    expect(await refusalOf(edit(app, { parentId: below.id }))).toEqual({
      code: 'board-loop',
      detail: { board: 'Fund board' },
    })
  })

  test('keeps who sat on it: a seat that has begun can only end', async () => {
    const app = await boardApp()
    const [chair, first, second] = app.recommending.seats
    expect([
      await codeOf(edit(app, { seats: [chair, second] })),
      await codeOf(edit(app, { seats: [chair, { ...first, accountId: app.people.outsider }, second] })),
    ]).toEqual(['seat-begun', 'seat-begun'])
    const ended = changed(await edit(app, { seats: [chair, { ...first, toOn: on('2020-09-30') }, second] }))
    expect(ended.seats.map(({ toOn }) => toOn)).toEqual([null, '2020-09-30', null])
  })

  test('keeps its rules while an agenda of it is published, and refuses who saw an earlier revision', async () => {
    const app = await boardApp()
    await heldMeeting(app)
    const voting = { needs: 'unanimous' as const, hasCastingVote: false }
    expect([await codeOf(edit(app, { voting })), await codeOf(edit(app, { revision: 9 }))]).toEqual([
      'still-in-use',
      'stale',
    ])
    expect(changed(await edit(app, { cadence: 'Monthly' })).cadence).toBe('Monthly')
  })

  test('keeps who sits on it for a meeting that is under way, or whose day is over, until that is confirmed', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app)
    const [chair, first, second] = app.recommending.seats
    const more = { seats: [chair, first, second, app.seat(app.people.outsider, { isChair: true })] }
    const refused = {
      code: 'still-in-use',
      detail: { entity: 'board', name: 'Fund board', by: 'the meeting of 10 September 2020' },
    }
    await present(app, meeting.id, 'first')
    const underWay = await refusalOf(edit(app, more))
    await present(app, meeting.id)
    app.at('2020-09-11')
    expect([
      underWay,
      await refusalOf(edit(app, more)),
      await refusalOf(edit(app, { seats: [chair, { ...first, isChair: true }, second] })),
      await refusalOf(edit(app, { seats: [chair, first, { ...second, toOn: on('2020-09-09') }] })),
    ]).toEqual([refused, refused, refused, refused])
    const later = app.seat(app.people.outsider, { fromOn: on('2020-09-11') })
    expect(changed(await edit(app, { seats: [chair, first, second, later] })).seats).toHaveLength(4)
  })

  test('ends on a day to come, unless a meeting or a route needs it then, and not twice', async () => {
    const app = await boardApp()
    const end = (board: { id: typeof app.recommending.id; revision: number }, endedOn: string) =>
      app.administrator.boards.end.mutate({ ...at(board), endedOn: on(endedOn) })
    expect(await refusalOf(end(app.recommending, '2020-12-31'))).toEqual({
      code: 'still-in-use',
      detail: { entity: 'board', name: 'Fund board', by: 'the route “Business case”' },
    })
    const other = changed(await add(app, {}))
    const plan = { boardId: other.id, kind: 'meeting' as const, heldOn: on('2020-10-08'), venue: '' }
    await app.secretary.meetings.plan.mutate(plan)
    expect([await codeOf(end(other, '2020-10-01')), await codeOf(end(other, '2020-08-31'))]).toEqual([
      'still-in-use',
      'date-order',
    ])
    const ended = changed(await end(other, '2020-10-31'))
    expect(await codeOf(end(ended, '2020-11-30'))).toBe('wrong-status')
    expect(await codeOf(app.secretary.meetings.plan.mutate({ ...plan, heldOn: on('2020-11-05') }))).toBe('wrong-status')
  })
})

test('a secretary of one board touches no meeting of another', async () => {
  const app = await boardApp()
  const { written } = await import('../support/routeCommands.ts')
  const { accounts } = await import('../../../db/subjects.ts')
  const only = { kind: 'board' as const, id: app.approving.id }
  await written(app, async (change) => {
    const before = await accounts.get(change.tx, app.people.secretary)
    const assignments = before.assignments.map((each) => ({ ...each, scope: only }))
    await accounts.save(change, { ...before, assignments, revision: before.revision + 1 })
  })
  const plan = { kind: 'meeting' as const, heldOn: on('2020-09-10'), venue: '' }
  const secretary = app.asPerson(app.people.secretary, 'board_secretary')
  expect(await refusalOf(secretary.meetings.plan.mutate({ ...plan, boardId: app.recommending.id }))).toEqual({
    code: 'outside-scope',
    detail: { role: 'board_secretary' },
  })
  expect(changed(await secretary.meetings.plan.mutate({ ...plan, boardId: app.approving.id })).status).toBe('planned')
})
