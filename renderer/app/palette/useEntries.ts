import { useQuery } from '@tanstack/react-query'
import { formatDay } from '../../../domain/inWords.ts'
import { ReportName, reportList } from '../../../domain/report/reportList.ts'
import { glossary } from '../../../domain/search/glossary.ts'
import { type ActionId, actionIds } from '../../lib/actionList.ts'
import { caseStateWords } from '../../lib/caseStateWords.ts'
import { keysOf, useChangedKeys } from '../../lib/keptKeys.ts'
import { ordersOf, tables } from '../../lib/reportOrders.ts'
import { requestStateWords } from '../../lib/requestStateWords.ts'
import { screens } from '../../lib/screens.ts'
import { trpc } from '../../lib/trpc.ts'
import { type Action, nearestAction, useActions } from '../../lib/useAction.ts'
import { useExport } from '../../lib/useExport.ts'
import { useView } from '../../lib/useView.ts'
import type { Entry } from './entry.ts'
import { figureEntry } from './figureEntry.ts'
import { readRecent } from './keptRecent.ts'

/** What is saved from anywhere in one act. */
const quickOrders = (['funding-and-cash-flow', 'appendix-a', 'spend'] as const).flatMap((report) =>
  ordersOf(report, tables),
)

/** What makes no sense from within Ctrl+K: itself, the form behind it, and a search for what it finds. */
const isOfFrame = ({ id, kind }: Action): boolean =>
  id === 'search' || (kind === 'everywhere' && (id === 'main' || id === 'export'))

/** Everything that Ctrl+K leads to or does from this page; figures are those that equal the typed amount. */
export const useEntries = (query: string, programmeId: string) => {
  const { view } = useView()
  const { save } = useExport()
  const actions = useActions()
  const changedKeys = useChangedKeys()
  const { asAt, from, to } = view
  const text = query.trim()
  const hasDigit = /\d/.test(text) && text.length <= 60
  const index = useQuery(trpc.search.index.queryOptions({ asAt }))
  const figures = useQuery(
    trpc.search.figures.queryOptions({ text: hasDigit ? text : '-', asAt, from, to }, { enabled: hasDigit }),
  )

  const keysFor = ({ id }: Action) =>
    actionIds.some((known) => known === id) ? keysOf(id as ActionId, changedKeys).join(' or ') : undefined
  // What the screen offers comes before what there is everywhere.
  const offered = [
    ...actions.filter(({ kind }) => kind === 'screen'),
    ...actions.filter(({ kind }) => kind !== 'screen'),
  ]
  const acts = offered
    .filter((action) => action === nearestAction(actions, action.id) && !isOfFrame(action))
    .filter(({ kind }) => text !== '' || kind === 'screen')
    .map(
      (action): Entry => ({
        id: `do ${action.id}`,
        group: 'Do',
        words: action.words,
        keys: keysFor(action),
        act: action.run,
      }),
    )

  const places = screens.map(
    ({ path, label, alsoCalled }): Entry => ({
      id: path,
      group: 'Go to',
      words: label,
      alsoCalled,
      destination: { path },
    }),
  )
  if (text === '') {
    const recent = readRecent(programmeId).map(
      ({ words, destination }): Entry => ({ id: `last ${words}`, group: 'Opened last', words, destination }),
    )
    return { entries: [...recent, ...acts, ...places], figures: null, isLooking: false }
  }

  const {
    schemes = [],
    themes = [],
    cases = [],
    requests = [],
    meetings = [],
    lessons = [],
    decisions = [],
    checks = [],
  } = index.data ?? {}
  const found = hasDigit ? (figures.data ?? null) : null
  const entries: Entry[] = [
    ...acts,
    ...places,
    ...schemes.map(
      ({ id, name, ref, shortName, aliases, theme }): Entry => ({
        id: `scheme ${id}`,
        group: 'Schemes and themes',
        words: name,
        detail: [theme, ref].filter(Boolean).join(' · '),
        alsoCalled: [ref, shortName, ...aliases, theme ?? ''],
        destination: { path: `/schemes/${id}` },
      }),
    ),
    ...themes.map(
      ({ id, name, aliases }): Entry => ({
        id: `theme ${id}`,
        group: 'Schemes and themes',
        words: name,
        detail: 'Theme',
        alsoCalled: aliases,
        destination: { path: '/portfolio', search: { theme: id } },
      }),
    ),
    ...cases.map(
      ({ id, reference, title, status }): Entry => ({
        id: `case ${id}`,
        group: 'Business cases',
        words: `${reference}, ${title}`,
        detail: caseStateWords[status].words,
        destination: { path: `/cases/${id}` },
      }),
    ),
    ...requests.map(
      ({ id, reference, title, status }): Entry => ({
        id: `request ${id}`,
        group: 'Requests for authority',
        words: `${reference}, ${title}`,
        detail: requestStateWords[status].words,
        destination: { path: `/authority/${id}` },
      }),
    ),
    ...meetings.map(
      ({ id, board, kind, heldOn }): Entry => ({
        id: `meeting ${id}`,
        group: 'Meetings',
        words: `${board}, ${formatDay(heldOn)}`,
        detail: kind === 'written_procedure' ? 'Written procedure' : undefined,
        alsoCalled: ['meeting', 'agenda'],
        destination: { path: `/meetings/${id}` },
      }),
    ),
    ...lessons.map(
      ({ id, title, appliesTo, recommendation }): Entry => ({
        id: `lesson ${id}`,
        group: 'Lessons',
        words: title,
        detail: recommendation,
        alsoCalled: ['lesson', appliesTo],
        destination: { path: '/lessons', search: { show: id } },
      }),
    ),
    ...decisions.map(
      ({ id, reference, title }): Entry => ({
        id: `decision ${id}`,
        group: 'Decisions',
        words: `${reference}, ${title}`,
        destination: { path: `/decisions/${id}` },
      }),
    ),
    ...ReportName.options
      .filter((report) => report !== 'everything')
      .map(
        (report): Entry => ({
          id: `report ${report}`,
          group: 'Reports',
          words: reportList[report].title,
          detail: `Report ${reportList[report].number}`,
          alsoCalled: ['report', `report ${reportList[report].number}`, 'Word', 'PDF', 'issue'],
          destination: { path: `/reports/${report}` },
        }),
      ),
    ...quickOrders.map(
      (order): Entry => ({
        id: `report ${order.label}`,
        group: 'Reports',
        words: order.label,
        alsoCalled: ['export', 'save', 'report'],
        act: () => void save(order),
      }),
    ),
    ...checks.map(
      ({ id, rule, what }): Entry => ({
        id: `check ${id}`,
        group: 'Checks',
        words: what,
        detail: rule,
        alsoCalled: [rule],
        destination: { path: '/checks', search: { show: id } },
      }),
    ),
    ...(found?.figures ?? []).map(figureEntry),
    ...glossary.map(
      ({ id, word, alsoCalled, meaning }): Entry => ({
        id: `word ${id}`,
        group: 'Words',
        words: word,
        detail: meaning,
        alsoCalled,
        destination: { path: '/words', search: { word: id } },
      }),
    ),
  ]
  return { entries, figures: found, isLooking: index.isPending || (hasDigit && figures.isPending) }
}
