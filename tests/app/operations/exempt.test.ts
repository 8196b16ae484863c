import { describe, expect, test } from 'vitest'
import type { Id } from '../../../domain/id.ts'
import { plainOrder } from '../../../domain/report/reportOrder.ts'
import type { Role } from '../../../domain/roles.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { at, type BoardApp, boardApp, heldMeeting, present, recorded } from '../support/boardApp.ts'
import { changed, eventsOf, on } from '../support/programmeApp.ts'
import { requestApp } from '../support/requestApp.ts'

const reason = 'Paragraph 3, the prices of the supplier'

/** A case before the first board, marked as exempt on its agenda. */
const exemptCase = async (change: Parameters<typeof heldMeeting>[1] = {}) => {
  const app = await boardApp()
  const held = await heldMeeting(app, change)
  const itemId = held.item.id
  const meeting = changed(await app.secretary.meetings.setExemption.mutate({ ...at(held.meeting), itemId, reason }))
  return { app, ...held, meeting, itemId }
}

/** A member of the second board alone, who has no part in what the first one is asked. */
const elsewhere = async (app: BoardApp) => {
  const { seats, ...board } = app.boardOf('Digital board', [])
  const own = [app.seat(app.people.outsider, { isChair: true }), app.seat(app.people.secretary)]
  await app.administrator.boards.add.mutate({ ...board, seats: own })
  return app.member('outsider')
}

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  await call.then(
    () => 'read',
    async () => (await refusalOf(call)).code,
  )

describe('an item of an agenda that is exempt', () => {
  test('has its title and its reason for a member of another board, and nothing of its paper', async () => {
    const { app, about, meeting, itemId } = await exemptCase()
    const other = await elsewhere(app)
    const asked = { asAt: null, id: meeting.id, itemId }
    const [seen, own] = [await other.meetings.item.query(asked), await app.member('first').meetings.item.query(asked)]
    const shown = ({ item, paper, consequence, untied }: typeof seen) => ({
      title: item.title,
      reason: item.exemptReason,
      isWithheld: item.isWithheld,
      amount: item.amount,
      writers: item.writers,
      paper: paper?.value.id ?? null,
      hasMore: consequence !== null || untied.length > 0,
    })
    expect([shown(seen), shown(own)]).toEqual([
      { title: about.title, reason, isWithheld: true, amount: null, writers: [], paper: null, hasMore: false },
      {
        title: about.title,
        reason,
        isWithheld: false,
        amount: 100_00,
        writers: ['Scheme lead'],
        paper: about.id,
        hasMore: true,
      },
    ])
  })

  test('is on the screen of its meeting without what was recorded of it, and without minutes and actions', async () => {
    const { app, meeting } = await recordedExempt()
    const other = await elsewhere(app)
    const [seen, own] = [
      (await other.meetings.screen.query({ asAt: null, id: meeting.id })).meeting,
      (await app.member('first').meetings.screen.query({ asAt: null, id: meeting.id })).meeting,
    ]
    const shown = ({ items, interests, minutes, actions }: typeof seen) => ({
      recorded: items.map(({ outcome, votes }) => [
        outcome?.result,
        outcome?.wording,
        outcome?.reason,
        votes.map(({ note }) => note),
      ]),
      interests: interests.map(({ description }) => description),
      minutes,
      actions: actions.map(({ text }) => text),
    })
    expect([shown(seen), shown(own)]).toEqual([
      { recorded: [['deferred', '', '', ['', '']]], interests: [], minutes: '', actions: [] },
      {
        recorded: [['deferred', 'To wait for the prices.', 'Too dear', ['Too dear for me', '']]],
        interests: ['Works with the supplier'],
        minutes: 'The prices were read out.',
        actions: ['Ask for other prices'],
      },
    ])
  })

  test('that is other business keeps what was said on it to its board', async () => {
    const { app, meeting } = await exemptCase()
    const business = { subjectKind: 'other' as const, subjectId: null, title: 'A claim', isExempt: true }
    const add = (exemptReason: string) =>
      app.secretary.meetings.addItem.mutate({ ...at(meeting), ...business, exemptReason })
    const bare = await refusalOf(add(''))
    const { items } = changed(await add('Paragraph 5, legal advice'))
    const asked = { asAt: null, id: meeting.id, itemId: items[1]?.id ?? meeting.id }
    const other = await elsewhere(app)
    expect([
      bare,
      (await other.meetings.item.query(asked)).item.isWithheld,
      (await app.member('first').meetings.item.query(asked)).item.isWithheld,
    ]).toEqual([{ code: 'reason-missing', detail: { act: 'exempt' } }, true, false])
  })

  test('is marked once for each reason, stays on the agenda until it is opened, and can be opened after the meeting', async () => {
    const { app, meeting, itemId } = await exemptCase()
    const set = async (given: string) => {
      const now = await app.secretary.meetings.screen.query({ asAt: null, id: meeting.id })
      return await app.secretary.meetings.setExemption.mutate({ ...at(now.meeting), itemId, reason: given })
    }
    const removal = await refusalOf(app.secretary.meetings.removeItem.mutate({ ...at(meeting), itemId }))
    const events = await eventsOf(app.me, async () => {
      await set(reason)
      await set('')
      await set(reason)
      const { meeting: now } = await app.me.meetings.screen.query({ asAt: null, id: meeting.id })
      await app.secretary.meetings.cancel.mutate({ ...at(now), reason: 'Snow' })
      await set('')
    })
    expect({ removal, events }).toEqual({
      removal: { code: 'wrong-status', detail: { is: 'exempt', needs: 'open to all' } },
      events: [
        'meetings.setExemption | opened to all | board_secretary',
        'meetings.setExemption | made exempt | board_secretary',
        'meetings.cancel | agenda_published → cancelled | board_secretary',
        'meetings.setExemption | opened to all | board_secretary',
      ],
    })
  })

  test('is exempt on the next board’s agenda too, and from then on that board reads it', async () => {
    const { app, about, meeting } = await exemptCase({ case: {} })
    const last = await elsewhere(app)
    await present(app, meeting.id, 'chair', 'second')
    const voting = {
      id: meeting.id,
      itemId: meeting.items[0]?.id ?? meeting.id,
      paperId: meeting.items[0]?.paperId ?? null,
    }
    await app.chair.meetings.vote.mutate({ ...voting, vote: 'for', note: '' })
    await app.member('second').meetings.vote.mutate({ ...voting, vote: 'for', note: '' })
    const { meeting: now } = await app.secretary.meetings.screen.query({ asAt: null, id: meeting.id })
    const outcome = { itemId: voting.itemId, result: 'recommended' as const, wording: '', reason: '', conditions: [] }
    const after = changed(await app.secretary.meetings.recordOutcome.mutate({ ...at(now), ...outcome }))
    await app.chair.meetings.confirmRecord.mutate(at(after))
    const plan = { boardId: app.approving.id, kind: 'meeting' as const, heldOn: on('2020-09-17'), venue: '' }
    const next = changed(await app.secretary.meetings.plan.mutate(plan))
    const item = { subjectKind: 'business_case' as const, subjectId: about.id, title: null, isExempt: false }
    const added = changed(await app.secretary.meetings.addItem.mutate({ ...at(next), ...item }))
    expect([
      added.items[0]?.exemptReason,
      await codeOf(app.member('first').cases.screen.query({ asAt: null, id: about.id })),
      await codeOf(last.cases.screen.query({ asAt: null, id: about.id })),
    ]).toEqual([reason, 'read', 'exempt'])
  })
})

/** The outcome of an exempt item with words, votes with notes, an interest, minutes and an action. */
const recordedExempt = async () => {
  const { app, meeting, itemId } = await exemptCase()
  const present1 = await present(app, meeting.id, 'chair', 'first', 'second')
  const paperId = present1.items[0]?.paperId ?? null
  const interest = { id: meeting.id, itemId, kind: 'organisational' as const, withdrew: true, accountId: null }
  await app.member('first').meetings.declareInterest.mutate({ ...interest, description: 'Works with the supplier' })
  const vote = (client: ReturnType<BoardApp['member']>, note: string) =>
    client.meetings.vote.mutate({ id: meeting.id, itemId, paperId, vote: 'against', note })
  await vote(app.chair, 'Too dear for me')
  await vote(app.member('second'), '')
  const { meeting: now } = await app.secretary.meetings.screen.query({ asAt: null, id: meeting.id })
  const outcome = {
    itemId,
    result: 'deferred' as const,
    wording: 'To wait for the prices.',
    reason: 'Too dear',
    conditions: [],
  }
  await app.secretary.meetings.recordOutcome.mutate({ ...at(now), ...outcome })
  await app.secretary.meetings.writeMinutes.mutate({
    id: meeting.id,
    minutes: 'The prices were read out.',
    actions: [{ id: null, text: 'Ask for other prices', owner: 'Scheme lead', dueOn: null, doneOn: null }],
    were: { minutes: '', actions: [] },
  })
  return { app, meeting, itemId }
}

test('the pack of a meeting with an exempt item is not for a viewer in full, nor that of the next with what is to be done on it', async () => {
  const { app, meeting } = await recordedExempt()
  const later = { boardId: app.recommending.id, kind: 'meeting' as const, heldOn: on('2020-09-17'), venue: '' }
  const next = changed(await app.secretary.meetings.plan.mutate(later))
  const read: string[][] = []
  for (const { id } of [meeting, next]) {
    const order = { ...plainOrder('board-pack'), scope: { kind: 'meeting' as const, id } }
    for (const role of ['viewer', 'board_secretary'] as const) {
      for (const version of ['full', 'public'] as const) {
        const reply = await app.post('/export', { order: { ...order, version }, form: 'json', asAt: null }, role)
        const text = await reply.text()
        const code = reply.ok ? 'made' : JSON.parse(text).error.data.failure.code
        read.push([role, version, code, String(text.includes('Ask for other prices'))])
      }
    }
  }
  const [kept, made] = ['exempt', 'made']
  const ofMeeting = (knows: string) => [
    ['viewer', 'full', kept, 'false'],
    ['viewer', 'public', made, 'false'],
    ['board_secretary', 'full', made, knows],
    ['board_secretary', 'public', made, 'false'],
  ]
  expect(read).toEqual([...ofMeeting('false'), ...ofMeeting('true')])
})

describe('a business case that is exempt', () => {
  test('is read by who wrote it, by its boards, and by the roles that have a part in it, as far as they reach', async () => {
    const { app, about } = await exemptCase()
    const other = await elsewhere(app)
    const read = (client: ReturnType<BoardApp['as']>) => codeOf(client.cases.screen.query({ asAt: null, id: about.id }))
    const roles: Role[] = [
      'programme_director',
      'scheme_lead',
      'finance_officer',
      's151_officer',
      'board_member',
      'board_chair',
      'board_secretary',
      'decision_taker',
      'scrutiny_officer',
      'viewer',
      'administrator',
    ]
    const byRole: Record<string, string> = {}
    for (const role of roles) byRole[role] = await read(app.as(role))
    const scoped = await scopedPeople(app)
    expect({
      byRole,
      member: await read(app.member('first')),
      alternate: await read(app.member('alternate')),
      other: await read(other),
      ownScheme: await read(scoped.own),
      otherScheme: await read(scoped.another),
      secretaryElsewhere: await read(scoped.secretaryElsewhere),
    }).toEqual({
      byRole: {
        programme_director: 'read',
        scheme_lead: 'read',
        finance_officer: 'read',
        s151_officer: 'read',
        board_member: 'exempt',
        board_chair: 'exempt',
        board_secretary: 'read',
        decision_taker: 'read',
        scrutiny_officer: 'exempt',
        viewer: 'exempt',
        administrator: 'exempt',
      },
      member: 'read',
      alternate: 'read',
      other: 'exempt',
      ownScheme: 'read',
      otherScheme: 'exempt',
      secretaryElsewhere: 'exempt',
    })
  })

  test('gives its title and its reason where it is refused, on the day before it was marked too', async () => {
    const { app, about } = await exemptCase()
    const viewer = app.as('viewer')
    const refused = { code: 'exempt', detail: { title: about.title, reason } }
    expect([
      await refusalOf(viewer.cases.screen.query({ asAt: null, id: about.id })),
      await refusalOf(viewer.cases.screen.query({ asAt: on('2020-09-01'), id: about.id })),
      await refusalOf(viewer.timeline.of.query({ asAt: null, kind: 'business_case', id: about.id })),
    ]).toEqual([refused, refused, refused])
  })

  test('keeps its files, and its next version with the words that it begins with', async () => {
    const { app, about } = await exemptCase()
    const read = async (role: Role) => {
      const reply = await app.post('/attachments/read', { id: about.id, attachmentId: about.id }, role)
      return ((await reply.json()) as { error: { data: { failure: { code: string } } } }).error.data.failure.code
    }
    const lead = app.as('scheme_lead')
    const withdrawn = changed(await lead.cases.withdraw.mutate({ ...at(about), reason: 'Not now' }))
    const next = changed(await lead.cases.newVersion.mutate(at(withdrawn)))
    expect([
      await read('viewer'),
      await read('scheme_lead'),
      await codeOf(app.as('viewer').cases.screen.query({ asAt: null, id: next.id })),
    ]).toEqual(['exempt', 'not-found', 'exempt'])
  })

  test('is in the audit trail for all, with what it says for those who may read it', async () => {
    const { app, about, meeting } = await recordedAbout()
    const page = { subjectId: null, role: null, operation: null, from: null, to: null, amount: null, before: null }
    const told = async (role: Role) => {
      const { events } = await app.as(role).audit.page.query({ ...page, asAt: null })
      const of = events.filter(({ subject }) => subject.id === about.id || subject.id === meeting.id)
      return {
        events: of.length,
        fields: of.flatMap(({ changes }) =>
          changes.filter(({ isWithheld }) => isWithheld).flatMap((each) => each.fields),
        ),
        withheld: of.filter(({ changes }) => changes.some(({ isWithheld }) => isWithheld)).length,
        said: of.filter(({ detail }) => Object.keys(detail).length > 0).length,
      }
    }
    const [viewer, director] = [await told('viewer'), await told('programme_director')]
    // Planning the meeting was before anything was on its agenda.
    expect([viewer.fields, viewer.events - viewer.withheld, viewer.said, director.withheld, director.events]).toEqual([
      [],
      1,
      1,
      0,
      viewer.events,
    ])
    expect(director.said).toBeGreaterThan(1)
  })

  test('keeps an export of everything to those who may read all that is in it', async () => {
    const { app } = await exemptCase()
    expect([
      await refusalOf(app.as('viewer').exports.everything.mutate({ format: 'json' })),
      (await app.as('programme_director').exports.everything.mutate({ format: 'json' })).path.length > 0,
    ]).toEqual([{ code: 'holds-exempt', detail: { papers: 1 } }, true])
  })
})

const recordedAbout = async () => {
  const app = await boardApp()
  const { meeting, about, item } = await recorded(app, 'deferred', { outcome: { reason: 'Too dear' } })
  await app.secretary.meetings.setExemption.mutate({ ...at(meeting), itemId: item.id, reason })
  return { app, meeting, about }
}

/** A finance officer for the case's scheme, one for another scheme, and the secretary of another board alone. */
const scopedPeople = async (app: BoardApp) => {
  const other = changed(
    await app.me.schemes.add.mutate({
      themeId: app.theme.id,
      fromOn: on('2020-04-01'),
      lifecycle: 'live',
      attributes: { name: 'Sensors' },
    }),
  )
  const person = async (title: string, role: Role, kind: 'scheme' | 'board', id: Id) => {
    const assignments = [{ role, scope: { kind, id }, fromOn: on('2020-01-01'), toOn: null }]
    const given = { signInName: title, title, organisationId: null, assignments, password: null }
    return app.asPerson(changed(await app.administrator.people.add.mutate(given)).id, role)
  }
  return {
    own: await person('Finance for the portal', 'finance_officer', 'scheme', app.scheme.id),
    another: await person('Finance for sensors', 'finance_officer', 'scheme', other.id),
    secretaryElsewhere: await person('Secretary of the executive', 'board_secretary', 'board', app.approving.id),
  }
}

test('a request whose cover says that it is exempt is read by scrutiny once its decision is published, and never by a viewer', async () => {
  const app = await requestApp()
  const id = await app.begin()
  const field = (path: string, base: unknown, value: unknown) => ({ path: `cover.${path}`, base, value })
  await app.director.saveDraft.mutate({
    id,
    baseRevision: 2,
    fields: [
      field('isExempt', false, true),
      field('exemptParagraph', '', 'Paragraph 3'),
      field('publicInterest', '', 'The price is still being negotiated'),
    ] as never,
  })
  await app.director.leave.mutate({ id })
  const read = (role: Role) => codeOf(app.role(role).screen.query({ asAt: null, id }))
  const before = [await read('scrutiny_officer'), await read('viewer'), await read('decision_taker')]
  for (const step of ['validate', 'financeCheck', 'legalCheck', 'publishNotice', 'publishReport'] as const) {
    await app.steps[step](id)
  }
  app.at('2020-10-01')
  await app.steps.decide(id)
  await app.steps.publishDecision(id)
  expect([
    before,
    await read('scrutiny_officer'),
    await refusalOf(app.role('viewer').screen.query({ asAt: null, id })),
  ]).toEqual([
    ['exempt', 'exempt', 'read'],
    'read',
    {
      code: 'exempt',
      detail: { title: 'Authority for the portal', reason: 'Paragraph 3: The price is still being negotiated' },
    },
  ])
})
