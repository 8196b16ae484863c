import { readFileSync } from 'node:fs'
import type { Pence } from '../../../domain/money.ts'
import { schemeNamed } from './leeds.ts'
import type { Screens } from './screens.ts'

const router = readFileSync(new URL('../../../renderer/app/router.tsx', import.meta.url), 'utf8')

/** A document and an extract belong to the session that gave them, and an import to one; each is looked at in a suite of its own. */
const ofSession = ['/documents/$id', '/spend/new/$id', '/spend/imports/$id']

/**
 * The paths of all screens, read from the router itself, so that a new one cannot be forgotten. The root is none: it leads on to
 * the portfolio.
 */
export const routePaths: readonly string[] = [...router.matchAll(/path: '([^']+)'/g)]
  .map(([, path = '']) => path)
  .filter((path) => path !== '/' && !ofSession.includes(path))

/** More than one address of a path that looks different by what stands in the address. */
const furtherViews: Record<string, string[]> = {
  '/start': ['?step=name', '?step=first-year', '?step=open'],
  '/portfolio': ['?view=years', '?view=charts', '?asAt=2020-08-21'],
  '/money/funding': ['?show=printed'],
  '/schemes/$id': ['?tab=money', '?tab=cases', '?tab=delivery', '?tab=closure', '?tab=history'],
  '/cases': ['?start=yes'],
  '/spend/forecast': ['?show=years', '?show=bias'],
  '/spend/monitoring': ['?show=charts'],
  '/cases/$id/edit': ['?task=economic', '?task=financial', '?task=management', '?task=check'],
  '/money/authority': ['?list=year', '?list=asked', '?list=ledger'],
  '/authority/$id': ['?task=lines', '?task=publishNotice'],
}

/** Every route with each of its views, `/schemes/$id?tab=money`, and an address that no screen has. */
export const everyView: readonly string[] = [
  ...routePaths.flatMap((path) => [path, ...(furtherViews[path] ?? []).map((search) => path + search)]),
  '/no-such-page',
]

/** The address of a view in the Leeds sample that is open. */
export const addressOf = async (screens: Screens, view: string): Promise<string> => {
  const parameter = /\$\w+/.exec(view)?.[0]
  if (parameter === undefined) return view
  const { decisions } = (await screens.call('programme.screen', { asAt: null })) as { decisions: { id: string }[] }
  const { requests } = (await screens.call('requests.list', { statuses: null, after: null, asAt: null })) as {
    requests: { id: string }[]
  }
  const values: Record<string, string | undefined> = {
    '/schemes/$id': await schemeNamed(screens, 'Helm Person Held Record'),
    '/schemes/$id/highlight': await schemeNamed(screens, 'Helm Person Held Record'),
    '/decisions/$id': decisions.at(-1)?.id,
    '/changes/$id': await changeIn(screens),
    '/authority/$id': requests[0]?.id,
  }
  const path = view.replace(/\?.*$/, '')
  if (path.startsWith('/meetings/$id')) {
    const { id, itemId } = await meetingIn(screens)
    return view.replace('$id', id).replace('$itemId', itemId)
  }
  if (path === '/reports/$report') return view.replace('$report', 'funding-and-cash-flow')
  if (path === '/reports/drafts/$id') return view.replace('$id', await reportDraftIn(screens))
  if (path === '/reports/issued/$id') return view.replace('$id', await issueIn(screens))
  if (path.startsWith('/cases/$id')) return view.replace('$id', await draftIn(screens))
  const value = values[path]
  if (value === undefined) throw new Error(`Nobody has said which ${parameter} to look at in ${path}`)
  return view.replace(parameter, value)
}

export const everyAddress = async (screens: Screens): Promise<string[]> => {
  const addresses: string[] = []
  // One after the other: what a view needs and the sample lacks is made once.
  for (const view of everyView) addresses.push(await addressOf(screens, view))
  // Each was made by whoever may; the views are looked at as whoever opens a programme.
  await screens.call('session.actAs', { accountId: null, role: 'programme_director' })
  return addresses
}

/** A meeting of the sample with an item on its agenda, planned here where there is none yet. */
const meetingIn = async (screens: Screens): Promise<{ id: string; itemId: string }> => {
  const list = (await screens.call('meetings.list', { asAt: null, boardId: null, page: 1 })) as {
    meetings: { id: string }[]
    boards: { id: string }[]
  }
  await screens.call('session.actAs', { accountId: null, role: 'board_secretary' })
  const { day } = (await screens.call('clock.today')) as { day: string }
  const plan = { boardId: list.boards[0]?.id, kind: 'meeting', heldOn: day, venue: '' }
  const known = list.meetings[0]?.id
  const id = known ?? ((await screens.call('meetings.plan', plan)) as { value: { id: string } }).value.id
  const { meeting } = (await screens.call('meetings.screen', { asAt: null, id })) as {
    meeting: { revision: number; items: { id: string }[] }
  }
  if (meeting.items[0]) return { id, itemId: meeting.items[0].id }
  const business = { subjectKind: 'other', subjectId: null, title: 'Minutes of the last meeting', isExempt: false }
  const { value } = (await screens.call('meetings.addItem', { id, revision: meeting.revision, ...business })) as {
    value: { items: { id: string }[] }
  }
  return { id, itemId: value.items[0]?.id ?? '' }
}

/** A draft of a business case in the sample, begun here where there is none yet. */
const draftIn = async (screens: Screens): Promise<string> => {
  const { rows } = (await screens.call('cases.list', { asAt: null, status: 'draft' })) as { rows: { id: string }[] }
  if (rows[0]) return rows[0].id
  await screens.call('session.actAs', { accountId: null, role: 'scheme_lead' })
  const schemeId = await schemeNamed(screens, 'Helm Person Held Record')
  const { value } = (await screens.call('cases.start', { schemeId, stage: 'bjc' })) as { value: { id: string } }
  return value.id
}

const summaries = {
  report: 'scheme-summaries',
  scope: { kind: 'programme' },
  from: null,
  to: null,
  unit: null,
  version: 'full',
} as const

/** The draft of a report in the sample, begun here where there is none yet. */
const reportDraftIn = async (screens: Screens): Promise<string> => {
  const director = screens.as('programme_director')
  const { rows } = await director.reports.catalogue.query({ asAt: null })
  const known = rows.flatMap(({ drafts }) => drafts).at(0)
  if (known) return known.id
  const { value } = await director.reports.startDraft.mutate({
    order: { ...summaries, report: 'annual-report', scope: { kind: 'year', startYear: 2020 } },
  })
  return value?.id ?? ''
}

/** A report of the sample as it was issued, by the people whom it takes, where none is issued yet. */
const issueIn = async (screens: Screens): Promise<string> => {
  const officer = screens.as('finance_officer')
  const [known] = await officer.reports.issued.query({})
  if (known) return known.id
  const draft = (await officer.reports.startDraft.mutate({ order: summaries })).value
  if (!draft) throw new Error('No draft was begun')
  const prepared = (await officer.reports.prepare.mutate({ id: draft.id, revision: draft.revision, asAt: null })).value
  const certified = (
    await screens.as('s151_officer').reports.certify.mutate({ id: draft.id, revision: prepared?.revision ?? 0 })
  ).value
  const issue = await officer.reports.issue.mutate({ id: draft.id, revision: certified?.revision ?? 0 })
  return issue.value?.id ?? ''
}

/** A change of the money in the sample, sent here where there is none yet. */
const changeIn = async (screens: Screens): Promise<string> => {
  const { rows } = await screens.as('finance_officer').changes.list.query({ asAt: null })
  if (rows[0]) return rows[0].id
  const { sources, programme } = await screens.as('finance_officer').changes.form.query()
  const place = { kind: 'programme' as const, id: programme.id }
  const line = { level: 'allocation' as const, place, startYear: 2021, nature: 'capital' as const }
  const { value } = await screens.as('finance_officer').changes.raise.mutate({
    kind: 'injection',
    whatChanges: 'A further grant',
    reason: 'It was awarded',
    impact: '',
    lines: [{ ...line, sourceId: sources[0]?.id ?? null, amount: 100_00 as Pence }],
  })
  return value?.id ?? ''
}
