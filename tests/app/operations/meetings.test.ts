import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import {
  at,
  type BoardApp,
  boardApp,
  caseInReview,
  heldMeeting,
  present,
  recorded,
  records,
  votes,
} from '../support/boardApp.ts'
import { changed, eventsOf, on } from '../support/programmeApp.ts'

const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).code

const caseOf = async (app: BoardApp, id: Parameters<typeof at>[0]['id']) =>
  (await app.me.cases.screen.query({ asAt: null, id })).businessCase

describe('a meeting', () => {
  test('takes a case from its agenda to its outcome, one event an act, and the outcome has effect when the chair confirms it', async () => {
    const app = await boardApp()
    const events = await eventsOf(app.me, async () => {
      const { meeting, about } = await recorded(app, 'recommended')
      expect((await caseOf(app, about.id)).status).toBe('in_review')
      await app.chair.meetings.confirmRecord.mutate(at(meeting))
      const { status, stagesPassed, recommendedOn } = await caseOf(app, about.id)
      expect([status, stagesPassed, recommendedOn]).toEqual(['recommended', 1, '2020-09-10'])
    })
    expect(events).toEqual([
      'cases.start | started | scheme_lead',
      'cases.leave | written | scheme_lead',
      'cases.submit | draft → submitted | scheme_lead',
      'cases.accept | submitted → in_review | board_secretary',
      'meetings.plan | planned | board_secretary',
      'meetings.addItem | item added | board_secretary',
      'meetings.publishAgenda | planned → agenda_published | board_secretary',
      'meetings.recordAttendance | attendance recorded | board_secretary',
      'meetings.vote | voted for | board_member',
      'meetings.vote | voted for | board_member',
      'meetings.recordOutcome | outcome recorded: recommended | board_secretary',
      'meetings.confirmRecord | agenda_published → confirmed | board_chair',
    ])
    expect((await app.me.audit.verify.mutate()).faults).toEqual([])
  })

  test('that approves at the last stage puts the decision on record with the paper that was before it', async () => {
    const app = await boardApp()
    const passed = { status: 'recommended' as const, stagesPassed: 1, recommendedOn: on('2020-09-02') }
    const { meeting, about, item } = await recorded(app, 'approved', { case: passed })
    await app.chair.meetings.confirmItem.mutate({ ...at(meeting), itemId: item.id })
    const { decisions } = await app.me.programme.screen.query({ asAt: null })
    const paper = (await app.me.meetings.screen.query({ asAt: null, id: meeting.id })).meeting.items[0]?.paperSha256
    expect(
      decisions.map(({ decisionTaker, madeOn, about: of, paperSha256 }) => [decisionTaker, madeOn, of, paperSha256]),
    ).toEqual([['Executive', '2020-09-10', { kind: 'business_case', id: about.id }, paper]])
    expect((await caseOf(app, about.id)).status).toBe('approved')
  })

  test('gives conditions with their owner and day to the case', async () => {
    const app = await boardApp()
    const passed = { status: 'recommended' as const, stagesPassed: 1, recommendedOn: on('2020-09-02') }
    const condition = { text: 'Name a supplier', owner: 'Scheme lead', dueOn: on('2020-12-01'), isAfterRelease: false }
    const outcome = { conditions: [condition] }
    const { meeting, about } = await recorded(app, 'approved_with_conditions', { case: passed, outcome })
    await app.chair.meetings.confirmRecord.mutate(at(meeting))
    const { status, conditions } = await caseOf(app, about.id)
    expect([status, conditions.map(({ text, owner, dueOn }) => [text, owner, dueOn])]).toEqual([
      'approved_with_conditions',
      [['Name a supplier', 'Scheme lead', '2020-12-01']],
    ])
  })

  test('defers a case, which is then among those that are ready to come again', async () => {
    const app = await boardApp()
    const { meeting, about } = await recorded(app, 'deferred', { outcome: { reason: 'Ask the users first' } })
    await app.chair.meetings.confirmRecord.mutate(at(meeting))
    const again = { boardId: app.recommending.id, kind: 'meeting' as const, heldOn: on('2020-10-08'), venue: '' }
    const next = changed(await app.secretary.meetings.plan.mutate(again))
    const { ready } = await app.secretary.meetings.screen.query({ asAt: null, id: next.id })
    expect(ready.map(({ id, status, amount }) => [id, status, amount])).toEqual([[about.id, 'deferred', 100_00]])
  })

  test('refuses an outcome without a quorum, and says what is missing', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app)
    await present(app, meeting.id, 'first')
    expect(await refusalOf(records(app, meeting.id, 'recommended'))).toEqual({
      code: 'no-quorum',
      detail: { missing: [{ kind: 'members', more: 1 }, { kind: 'chair' }] },
    })
  })

  test('without a quorum is called off, and what stood on its agenda comes before the next one', async () => {
    const app = await boardApp()
    const { meeting, about } = await heldMeeting(app)
    await present(app, meeting.id, 'first')
    const voted = changed(await votes(app, meeting.id, 'first', 'for'))
    const reason = 'Too few came'
    const cancelled = changed(await app.secretary.meetings.cancel.mutate({ ...at(voted), reason }))
    const again = { boardId: app.recommending.id, kind: 'meeting' as const, heldOn: on('2020-09-17'), venue: '' }
    const next = changed(await app.secretary.meetings.plan.mutate(again))
    const item = { subjectKind: 'business_case' as const, subjectId: about.id, title: null, isExempt: false }
    const added = changed(await app.secretary.meetings.addItem.mutate({ ...at(next), ...item }))
    expect([cancelled.status, added.items.map(({ subjectId, votes: given }) => [subjectId, given])]).toEqual([
      'cancelled',
      [[about.id, []]],
    ])
    expect((await app.me.audit.verify.mutate()).faults).toEqual([])
  })

  test('is not called off once a quorum has voted: a chair closes it, or the case is withdrawn', async () => {
    const app = await boardApp()
    const { meeting, about } = await heldMeeting(app)
    await present(app, meeting.id, 'chair', 'second')
    await votes(app, meeting.id, 'chair', 'against')
    const voted = changed(await votes(app, meeting.id, 'second', 'against'))
    const cancel = (now: typeof voted) => app.secretary.meetings.cancel.mutate({ ...at(now), reason: 'Lost' })
    const refused = { code: 'quorum-voted', detail: { title: about.title } }
    const afterVotes = await refusalOf(cancel(voted))
    const outcome = await records(app, meeting.id, 'not_recommended', { reason: 'Too dear' })
    const afterOutcome = await refusalOf(cancel(outcome))
    await app.as('scheme_lead').cases.withdraw.mutate({ ...at(about), reason: 'Not now' })
    expect([afterVotes, afterOutcome, changed(await cancel(outcome)).status]).toEqual([refused, refused, 'cancelled'])
  })

  test('refuses what the votes do not carry, an outcome of another act, and one without its reason', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app)
    await present(app, meeting.id, 'chair', 'first', 'second')
    await votes(app, meeting.id, 'first', 'against')
    await votes(app, meeting.id, 'second', 'against')
    expect([
      await refusalOf(records(app, meeting.id, 'recommended')),
      await codeOf(records(app, meeting.id, 'approved')),
      await codeOf(records(app, meeting.id, 'not_recommended')),
    ]).toEqual([
      { code: 'vote-lost', detail: { result: 'recommended', for: 0, against: 2, abstained: 0 } },
      'wrong-outcome',
      'reason-missing',
    ])
  })

  test('goes by the chair’s casting vote where votes are equal', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app)
    await present(app, meeting.id, 'chair', 'first')
    await votes(app, meeting.id, 'first', 'against')
    await votes(app, meeting.id, 'chair', 'for')
    expect((await records(app, meeting.id, 'recommended')).items[0]?.outcome?.result).toBe('recommended')
  })

  test('counts nobody with an interest, drops the vote they gave, and waits until they have left', async () => {
    const app = await boardApp()
    const { meeting, item } = await heldMeeting(app)
    await present(app, meeting.id, 'chair', 'first', 'second')
    await votes(app, meeting.id, 'chair', 'for')
    await votes(app, meeting.id, 'first', 'for')
    const interest = {
      id: meeting.id,
      itemId: item.id,
      kind: 'organisational' as const,
      description: 'Provider',
      accountId: null,
    }
    await app.member('first').meetings.declareInterest.mutate({ ...interest, withdrew: false })
    expect([
      await codeOf(votes(app, meeting.id, 'first', 'for')),
      await codeOf(records(app, meeting.id, 'recommended')),
    ]).toEqual(['conflicted', 'conflicted'])
    await app.secretary.meetings.declareInterest.mutate({ ...interest, withdrew: true, accountId: app.people.first })
    const { items } = await records(app, meeting.id, 'recommended')
    expect([items[0]?.votes.map(({ accountId }) => accountId), items[0]?.outcome?.result]).toEqual([
      [app.people.chair],
      'recommended',
    ])
  })

  test('lets nobody vote on what they wrote, nor an alternate for them, nor confirm it', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app, { case: { writers: [app.people.first] } })
    await present(app, meeting.id, 'chair', 'alternate', 'second')
    expect(await refusalOf(votes(app, meeting.id, 'alternate', 'for'))).toEqual({
      code: 'own-item',
      detail: { act: 'recommend' },
    })
    await present(app, meeting.id, 'chair', 'first', 'second')
    expect(await codeOf(votes(app, meeting.id, 'first', 'for'))).toBe('own-item')
  })

  test('is not confirmed by who recorded it, by somebody who is no chair, or by a chair who wrote the item', async () => {
    const app = await boardApp()
    const { meeting } = await recorded(app, 'recommended')
    const confirm = (who: keyof BoardApp['people']) =>
      codeOf(app.asPerson(app.people[who], 'board_chair').meetings.confirmRecord.mutate(at(meeting)))
    expect([
      await confirm('outsider'),
      await confirm('second'),
      await codeOf(app.as('board_chair').meetings.confirmRecord.mutate(at(meeting))),
    ]).toEqual(['not-the-chair', 'not-the-chair', 'not-the-chair'])
    const other = await boardApp()
    const own = await heldMeeting(other, { case: { writers: [other.people.chair] } })
    await present(other, own.meeting.id, 'chair', 'first', 'second')
    await votes(other, own.meeting.id, 'first', 'for')
    const after = await records(other, own.meeting.id, 'recommended')
    expect(await refusalOf(other.chair.meetings.confirmRecord.mutate(at(after)))).toEqual({
      code: 'own-item',
      detail: { act: 'confirm' },
    })
  })

  test('is not confirmed by a chair who recorded the outcome as its secretary', async () => {
    const app = await boardApp()
    const both = await app.administrator.boards.list.query({ asAt: null })
    const board = both.boards.find(({ id }) => id === app.recommending.id)
    if (!board) throw new Error('The board is not there')
    const { lacks: _, members: __, isRemoved: ___, endedOn: ____, ...kept } = board
    const seats = [...board.seats, app.seat(app.people.secretary, { isChair: true })]
    await app.administrator.boards.change.mutate({ ...kept, seats })
    const { meeting } = await heldMeeting(app)
    await present(app, meeting.id, 'chair', 'second')
    await votes(app, meeting.id, 'chair', 'for')
    await votes(app, meeting.id, 'second', 'for')
    const asSecretary = app.asPerson(app.people.secretary, 'board_secretary')
    const after = await records(app, meeting.id, 'recommended', {}, asSecretary)
    const asChair = app.asPerson(app.people.secretary, 'board_chair')
    expect(await refusalOf(asChair.meetings.confirmRecord.mutate(at(after)))).toEqual({
      code: 'own-item',
      detail: { act: 'confirm' },
    })
  })

  test('refuses votes before its day, from who is not present, who has no seat, and after the record is confirmed', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app)
    await present(app, meeting.id, 'chair', 'second')
    expect([
      await codeOf(votes(app, meeting.id, 'first', 'for')),
      await codeOf(votes(app, meeting.id, 'outsider', 'for')),
    ]).toEqual(['not-present', 'not-a-member'])
    app.at('2020-09-09')
    expect(await codeOf(votes(app, meeting.id, 'chair', 'for'))).toBe('date-order')
    expect(await codeOf(records(app, meeting.id, 'recommended'))).toBe('date-order')
    app.at('2020-09-10')
    await votes(app, meeting.id, 'chair', 'for')
    const after = await records(app, meeting.id, 'recommended')
    await app.chair.meetings.confirmRecord.mutate(at(after))
    expect(await codeOf(votes(app, meeting.id, 'second', 'for'))).toBe('wrong-status')
    expect(
      await codeOf(
        app.secretary.meetings.writeMinutes.mutate({
          id: meeting.id,
          minutes: 'x',
          actions: [],
          were: { minutes: '', actions: [] },
        }),
      ),
    ).toBe('wrong-status')
  })

  test('refuses an outcome on a paper that has changed since, until the agenda is published again', async () => {
    const app = await boardApp()
    const { meeting, about } = await heldMeeting(app)
    await present(app, meeting.id, 'chair', 'second')
    await votes(app, meeting.id, 'chair', 'for')
    const { written } = await import('../support/routeCommands.ts')
    const { businessCases } = await import('../../../db/subjects.ts')
    await written(app, (change) => businessCases.save(change, { ...about, ask: 'More', revision: about.revision + 1 }))
    expect(await codeOf(records(app, meeting.id, 'recommended'))).toBe('paper-changed')
    const screen = await app.secretary.meetings.screen.query({ asAt: null, id: meeting.id })
    const again = changed(await app.secretary.meetings.publishAgenda.mutate(at(screen.meeting)))
    expect(again.items[0]?.votes).toEqual([])
    const stale = {
      id: meeting.id,
      itemId: meeting.items[0]?.id ?? meeting.id,
      paperId: meeting.items[0]?.paperId ?? null,
    }
    expect(await codeOf(app.chair.meetings.vote.mutate({ ...stale, vote: 'for', note: '' }))).toBe('paper-changed')
  })

  test('takes only what its board is asked next, once, and not before it was ready', async () => {
    const app = await boardApp()
    const about = await caseInReview(app)
    const plan = (boardId: typeof about.id, heldOn: string) =>
      app.secretary.meetings.plan.mutate({ boardId, kind: 'meeting', heldOn: on(heldOn), venue: '' })
    const add = async (meeting: { id: typeof about.id; revision: number }) =>
      app.secretary.meetings.addItem.mutate({
        ...at(meeting),
        subjectKind: 'business_case',
        subjectId: about.id,
        title: null,
        isExempt: false,
      })
    expect(await refusalOf(add(changed(await plan(app.approving.id, '2020-09-10'))))).toEqual({
      code: 'not-this-board',
      detail: { board: 'Executive', next: 'Recommendation' },
    })
    expect(await codeOf(add(changed(await plan(app.recommending.id, '2020-08-20'))))).toBe('date-order')
    await add(changed(await plan(app.recommending.id, '2020-09-10')))
    expect(await refusalOf(add(changed(await plan(app.recommending.id, '2020-10-08'))))).toEqual({
      code: 'already-on-agenda',
      detail: { title: about.title, on: '2020-09-10' },
    })
  })

  test('is not published without an item, and refuses who saw an earlier revision of it', async () => {
    const app = await boardApp()
    const heldOn = on('2020-09-10')
    const plan = { boardId: app.recommending.id, kind: 'meeting' as const, heldOn, venue: '' }
    const meeting = changed(await app.secretary.meetings.plan.mutate(plan))
    expect(await codeOf(app.secretary.meetings.publishAgenda.mutate(at(meeting)))).toBe('empty-agenda')
    const both = await Promise.allSettled(
      ['Town hall', 'Civic hall'].map((venue) =>
        app.secretary.meetings.change.mutate({ ...at(meeting), heldOn, venue }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('warns of an agenda that gives less than five clear days', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app)
    expect((await app.me.meetings.screen.query({ asAt: null, id: meeting.id })).notice).toEqual({
      latestOn: '2020-09-04',
      publishedOn: '2020-09-01',
      clearDays: 8,
      isShort: false,
    })
  })

  test('says the same answer twice as one event, as a double click does', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app)
    await present(app, meeting.id, 'chair', 'second')
    expect(
      await eventsOf(app.me, async () => {
        await Promise.all([votes(app, meeting.id, 'chair', 'for'), votes(app, meeting.id, 'chair', 'for')])
      }),
    ).toEqual(['meetings.vote | voted for | board_member'])
  })

  test('that is planned twice, as by a double click, is one meeting', async () => {
    const app = await boardApp()
    const plan = { boardId: app.recommending.id, kind: 'meeting' as const, heldOn: on('2020-09-10'), venue: '' }
    const events = await eventsOf(app.me, async () => {
      await Promise.all([app.secretary.meetings.plan.mutate(plan), app.secretary.meetings.plan.mutate(plan)])
      await app.secretary.meetings.plan.mutate({ ...plan, heldOn: on('2020-09-17') })
    })
    expect(events).toEqual(['meetings.plan | planned | board_secretary', 'meetings.plan | planned | board_secretary'])
  })

  test('seats nobody twice, and only members and their alternates', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app)
    const { seats } = await app.me.meetings.screen.query({ asAt: null, id: meeting.id })
    const here = (seatId: string, accountId: string) => ({ seatId, accountId, presence: 'present' }) as never
    const record = (attendance: never[]) =>
      codeOf(app.secretary.meetings.recordAttendance.mutate({ ...at(meeting), attendance }))
    const [chairs, firsts] = [seats[0]?.id ?? '', seats[1]?.id ?? '']
    expect([
      await record([here(firsts, app.people.first), here(firsts, app.people.alternate)]),
      await record([here(chairs, app.people.alternate)]),
    ]).toEqual(['one-seat-each', 'not-a-member'])
  })
})

describe('a written procedure', () => {
  test('counts who has answered as present, and decides when all have, before its last day', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app, { kind: 'written_procedure' })
    await votes(app, meeting.id, 'chair', 'for')
    await votes(app, meeting.id, 'first', 'for')
    expect(await refusalOf(records(app, meeting.id, 'recommended'))).toEqual({
      code: 'answers-open',
      detail: { until: '2020-09-10' },
    })
    await votes(app, meeting.id, 'second', 'abstain')
    const after = await records(app, meeting.id, 'recommended')
    const confirmed = changed(
      await app.chair.meetings.confirmItem.mutate({ ...at(after), itemId: after.items[0]?.id ?? after.id }),
    )
    expect(confirmed.items[0]?.isConfirmed).toBe(true)
  })

  test('keeps what a member has answered from their alternate, and the other way takes the member’s', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app, { kind: 'written_procedure' })
    await votes(app, meeting.id, 'alternate', 'for')
    await votes(app, meeting.id, 'first', 'against')
    expect(await codeOf(votes(app, meeting.id, 'alternate', 'for'))).toBe('seat-answered')
  })

  test('has the same quorum, and takes no answer after its last day', async () => {
    const app = await boardApp()
    const { meeting } = await heldMeeting(app, { kind: 'written_procedure' })
    await votes(app, meeting.id, 'first', 'for')
    app.at('2020-09-11')
    expect([
      await refusalOf(records(app, meeting.id, 'recommended')),
      await codeOf(votes(app, meeting.id, 'chair', 'for')),
    ]).toEqual([
      { code: 'no-quorum', detail: { missing: [{ kind: 'members', more: 1 }, { kind: 'chair' }] } },
      'answers-closed',
    ])
  })
})
