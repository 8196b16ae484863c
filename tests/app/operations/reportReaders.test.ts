import { describe, expect, test } from 'vitest'
import type { Id } from '../../../domain/id.ts'
import { plainOrder } from '../../../domain/report/reportOrder.ts'
import type { Role } from '../../../domain/roles.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { changed, director, trailOf } from '../support/programmeApp.ts'
import { certifiedReport, handedOut, issuedReport, verdictOn } from '../support/reportApp.ts'
import { requestApp } from '../support/requestApp.ts'
import { waiverOf } from '../support/routeCommands.ts'
import { smallMoneyApp } from '../support/smallMoneyApp.ts'

type App = Awaited<ReturnType<typeof smallMoneyApp>>

const secret = 'The tender of Zyxwol Limited is the lowest'
const order = plainOrder('forward-plan')
const officer: Role = 'finance_officer'

/** A draft whose only text is exempt. */
const markedDraft = async ({ as }: App) => {
  const own = as(officer).reports
  const { id, revision } = changed(await own.startDraft.mutate({ order }))
  const { sections } = await own.draft.query({ id })
  const narrative = [{ section: sections[0]?.id ?? '', text: secret }]
  const written = changed(await own.saveDraft.mutate({ id, revision, narrative }))
  const { markable } = await own.draft.query({ id })
  const part = markable.find(({ label }) => label.includes(secret))?.part ?? ''
  const mark = { part, row: null, column: null, paragraph: 'Paragraph 3', publicInterest: 'A tender is under way' }
  return changed(await own.saveDraft.mutate({ id, revision: written.revision, marks: [mark] }))
}

const codeOf = async (reply: Response): Promise<string> => {
  if (reply.ok) return 'made'
  return ((await reply.json()) as { error: { data: { failure: { code: string } } } }).error.data.failure.code
}

describe('what is marked in a draft', () => {
  test('is in the trail for those who write and scrutinise, and neither for a viewer nor for an administrator', async () => {
    const app = await smallMoneyApp()
    const { id } = await markedDraft(app)
    const read: unknown[] = []
    for (const role of [director, 'scrutiny_officer', 'viewer', 'administrator'] as const) {
      const trail = await trailOf(app.as(role))
      const own = trail.filter(({ subject }) => subject.id === id)
      read.push([
        role,
        JSON.stringify(trail).includes(secret),
        own.length,
        own.flatMap(({ changes }) => changes.map(({ isWithheld }) => isWithheld)),
      ])
    }
    expect(read).toEqual([
      [director, true, 3, [false, false, false]],
      ['scrutiny_officer', true, 3, [false, false, false]],
      ['viewer', false, 3, [true, true, true]],
      ['administrator', false, 3, [true, true, true]],
    ])
  })

  test('keeps a copy of everything from them in each format, before it is issued, after, and once the draft is put away', async () => {
    const app = await smallMoneyApp()
    const formats = ['xlsx', 'csv', 'json', 'sqlite'] as const
    const saved = async (role: Role) => {
      const codes: string[] = []
      for (const format of formats) {
        const copy = app.as(role).exports.everything.mutate({ format })
        codes.push(
          await copy.then(
            () => 'saved',
            async () => (await refusalOf(copy)).code,
          ),
        )
      }
      return codes.join(' ')
    }
    const open = [await saved('viewer'), await saved('administrator')]
    const { id, revision } = await markedDraft(app)
    const marked = [await saved('viewer'), await saved('administrator'), await saved(director)]
    const prepared = changed(await app.as(officer).reports.prepare.mutate({ id, revision }))
    const certified = changed(await app.as('s151_officer').reports.certify.mutate({ id, revision: prepared.revision }))
    await app.as(director).reports.issue.mutate({ id, revision: certified.revision })
    const issued = [await saved('viewer'), await saved('scrutiny_officer')]
    const next = changed(await app.as(officer).reports.startDraft.mutate({ order }))
    const bare = changed(
      await app.as(officer).reports.saveDraft.mutate({ id: next.id, revision: next.revision, marks: [] }),
    )
    await app.as(officer).reports.dropDraft.mutate({ id: bare.id, revision: bare.revision })
    const [all, none] = [formats.map(() => 'saved').join(' '), formats.map(() => 'holds-exempt').join(' ')]
    expect({ open, marked, issued, after: await saved('viewer') }).toEqual({
      open: [all, all],
      marked: [none, none, all],
      issued: [none, all],
      after: none,
    })
  })

  test('is not told to a viewer who hands in a proof written by hand, whether they guessed its words or not', async () => {
    const app = await smallMoneyApp()
    const { id } = await markedDraft(app)
    const reply = await app.post('/export', { order, form: 'json', asAt: null, draftId: id })
    const right = new TextDecoder().decode(await reply.arrayBuffer())
    const guesses = [right, right.replace(secret, 'The tender of Abcdef Limited is the lowest')]
    const told = async (role: Role) => {
      const verdicts = []
      for (const guess of guesses) {
        const verdict = await verdictOn(app, new TextEncoder().encode(guess), 'guess.json', role)
        verdicts.push({ ...verdict, sha256: '' })
      }
      return verdicts
    }
    const [first, second] = await told('viewer')
    const known = await told(officer)
    expect([
      right.includes(secret),
      second,
      JSON.stringify(first).includes('Zyxwol'),
      first && [first.state, first.notCompared, first.differences, first.takenOff, first.since],
      known.map(({ state }) => state),
    ]).toEqual([true, first, false, ['not-compared', { why: 'draft' }, [], [], null], ['same', 'altered']])
  })
})

test('of a draft that was issued nothing is made anew: its files are those that were kept', async () => {
  const app = await smallMoneyApp()
  const { draftId } = await issuedReport(app, 'change-register')
  const asked = { order: plainOrder('change-register'), form: 'csv', asAt: null, draftId }
  const reply = await app.post('/export', asked)
  expect(await reply.json()).toEqual({
    error: { data: { failure: { code: 'wrong-status', detail: { is: 'issued', needs: 'draft' } } } },
  })
})

/** A report on a request, issued when all of it was open to all. */
const openIssue = async () => {
  const app = await requestApp()
  const id = await app.begin()
  const scope = { kind: 'request' as const, id }
  const issue = await issuedReport(app, 'decision-report', { scope })
  return { app, id, issue }
}

type RequestApp = Awaited<ReturnType<typeof requestApp>>

const makeExempt = async (app: RequestApp, id: Id) => {
  const baseRevision = (await app.screen(id)).request.revision
  const field = (path: string, base: unknown, value: unknown) => ({ path, base, value })
  await app.director.saveDraft.mutate({
    id,
    baseRevision,
    fields: [
      field('cover.isExempt', false, true),
      field('cover.exemptParagraph', '', 'Paragraph 3'),
      field('cover.publicInterest', '', 'The price is still being negotiated'),
    ] as never,
  })
  await app.director.leave.mutate({ id })
}

/** The same with a reason for each word of it that stands elsewhere too. */
const issuedWithReasons = async (app: RequestApp, id: Id, draftId?: Id) => {
  const { reports } = app.as(officer)
  const about = { ...plainOrder('decision-report'), scope: { kind: 'request' as const, id } }
  const begun = draftId ?? changed(await reports.startDraft.mutate({ order: about })).id
  const { draft, stops } = await reports.draft.query({ id: begun })
  const waivers = stops.flatMap((stop) =>
    stop.kind === 'leak' ? [{ kind: 'leak' as const, leak: stop.id, reason: 'The name of the scheme is public' }] : [],
  )
  const { revision } = changed(await reports.saveDraft.mutate({ id: begun, revision: draft.revision, waivers }))
  const prepared = changed(await reports.prepare.mutate({ id: begun, revision }))
  const certified = changed(
    await app.as('s151_officer').reports.certify.mutate({ id: begun, revision: prepared.revision }),
  )
  return changed(await app.as(director).reports.issue.mutate({ id: begun, revision: certified.revision }))
}

/** All ways to what an issue says: the code of each refusal, or that it was made. */
const waysTo = async ({ app, issue }: Pick<Awaited<ReturnType<typeof openIssue>>, 'app' | 'issue'>, role: Role) => {
  const called = async (work: Promise<unknown>) =>
    await work.then(
      () => 'made',
      async () => (await refusalOf(work)).code,
    )
  const { reports } = app.as(role)
  const ask = async (path: string, body: object) => await codeOf(await app.post(path, body, role))
  return {
    file: await ask('/export', { issueId: issue.id, form: 'docx', version: 'full' }),
    publicFile: await ask('/export', { issueId: issue.id, form: 'docx', version: 'public' }),
    page: await ask('/reports/preview', { issueId: issue.id }),
    publicPage: await ask('/reports/preview', { issueId: issue.id, version: 'public' }),
    screen: await called(reports.issuedReport.query({ id: issue.id })),
    compared: await called(reports.compare.query({ one: issue.id, other: null })),
    listed: (await reports.issued.query({})).map(({ id }) => id).includes(issue.id),
  }
}

describe('an issue whose subject was made exempt after it was issued', () => {
  test('is read in full by who may read the subject, and by all others no more, in whichever way they ask', async () => {
    const { app, id, issue } = await openIssue()
    const before = await waysTo({ app, issue }, 'viewer')
    await makeExempt(app, id)
    const all = {
      ...{ file: 'made', publicFile: 'not-found', page: 'made', publicPage: 'made' },
      ...{ screen: 'made', compared: 'made', listed: true },
    }
    const none = {
      ...{ file: 'exempt', publicFile: 'exempt', page: 'exempt', publicPage: 'exempt' },
      ...{ screen: 'exempt', compared: 'exempt', listed: true },
    }
    const read: Record<string, unknown> = {}
    for (const role of [director, 'decision_taker', 'viewer', 'administrator', 'scrutiny_officer'] as const) {
      read[role] = await waysTo({ app, issue }, role)
    }
    expect({ before, read }).toEqual({
      before: all,
      read: { [director]: all, decision_taker: all, viewer: none, administrator: none, scrutiny_officer: none },
    })
  })

  test('is told by its bytes to who holds a file of it, and nothing that it says is told to who may not read it', async () => {
    const { app, id, issue } = await openIssue()
    const json = await handedOut(app, issue.id, 'json')
    await makeExempt(app, id)
    const text = new TextDecoder().decode(json)
    const asPublic = text
      .replaceAll(`${issue.id}/full`, `${issue.id}/public`)
      .replace('"version":"full"', '"version":"public"')
    const given = [json, new TextEncoder().encode(`${text} `), new TextEncoder().encode(asPublic)]
    const told = async (role: Role) => {
      const verdicts = []
      for (const bytes of given) {
        const { state, notCompared, since, differenceCount } = await verdictOn(app, bytes, 'a.json', role)
        verdicts.push([state, notCompared?.why ?? null, since === null ? 'nothing' : 'changes', differenceCount])
      }
      return verdicts
    }
    expect([text === asPublic, await told('viewer'), (await told(director)).slice(0, 2)]).toEqual([
      false,
      [
        ['untouched', null, 'nothing', 0],
        ['not-compared', 'exempt', 'nothing', 0],
        ['not-compared', 'exempt', 'nothing', 0],
      ],
      [
        ['untouched', null, 'changes', 0],
        ['same', null, 'changes', 0],
      ],
    ])
  })

  test('is open to all again once the subject is, and an issue made meanwhile keeps its public version', async () => {
    const { app, id, issue } = await openIssue()
    await makeExempt(app, id)
    const second = await issuedWithReasons(app, id)
    const meanwhile = await waysTo({ app, issue: second }, 'viewer')
    const compared = await refusalOf(app.as('viewer').reports.compare.query({ one: second.id, other: issue.id }))
    const baseRevision = (await app.screen(id)).request.revision
    const fields = [{ path: 'cover.isExempt', base: true, value: false }]
    await app.director.saveDraft.mutate({ id, baseRevision, fields })
    await app.director.leave.mutate({ id })
    const after = await waysTo({ app, issue }, 'viewer')
    const later = await waysTo({ app, issue: second }, 'viewer')
    const ways = (full: string) => ({
      ...{ file: full, publicFile: 'made', page: full, publicPage: 'made' },
      ...{ screen: 'made', compared: 'made', listed: true },
    })
    expect([second.files.map(({ version }) => version), meanwhile, compared.code, after.file, later]).toEqual([
      ['full', 'full', 'public', 'public'],
      ways('not-permitted'),
      'exempt',
      'made',
      ways('not-permitted'),
    ])
  })

  test('is looked at once more where it was made exempt between its certificate and its issue, and has a public version then', async () => {
    const app = await requestApp()
    const id = await app.begin()
    const { reports } = app.as(officer)
    const draft = await certifiedReport(app, 'decision-report', { scope: { kind: 'request', id } })
    await makeExempt(app, id)
    const early = await refusalOf(app.as(director).reports.issue.mutate({ id: draft.id, revision: draft.revision }))
    const reason = 'The request was made exempt'
    await reports.decline.mutate({ id: draft.id, revision: draft.revision, reason })
    const issue = await issuedWithReasons(app, id, draft.id)
    const open = new TextDecoder().decode(await handedOut(app, issue.id, 'json', 'public'))
    expect([
      early.code,
      issue.files.map(({ form, version }) => `${form} ${version}`),
      open.includes('Approve the authority to spend.'),
      (await app.as('viewer').reports.issuedReport.query({ id: issue.id })).isFull,
    ]).toEqual(['report-stopped', ['docx full', 'json full', 'docx public', 'json public'], false, false])
  })
})

test('the tie-out with a waiver on an exempt request is read in full by who may read the request, and by others for the public', async () => {
  const app = await requestApp()
  const id = await app.begin()
  await app.as(director).waivers.ask.mutate(waiverOf(id, { subjectKind: 'authority_request' }) as never)
  const [full, open] = [plainOrder('tie-out'), { ...plainOrder('tie-out'), version: 'public' as const }]
  const asked = async (role: Role) => [
    await codeOf(await app.post('/export', { order: full, form: 'csv', asAt: null }, role)),
    await codeOf(await app.post('/export', { order: open, form: 'csv', asAt: null }, role)),
  ]
  const before = await asked('viewer')
  await makeExempt(app, id)
  expect([before, await asked('viewer'), await asked(director)]).toEqual([
    ['made', 'made'],
    ['exempt', 'made'],
    ['made', 'made'],
  ])
})
