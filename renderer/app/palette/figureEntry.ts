import type { inferOutput } from '@trpc/tanstack-react-query'
import { formatYear } from '../../../domain/financialYear.ts'
import type { Level } from '../../../domain/ledger/entry.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { LedgerFigure, Span } from '../../../domain/search/figures.ts'
import { whereIs } from '../../../domain/tieOut/statedTable.ts'
import { columnWords, columnYears } from '../../lib/columnWords.ts'
import type { Question } from '../../lib/explain.ts'
import { writeFigure } from '../../lib/figureAddress.ts'
import { formatYears } from '../../lib/format.ts'
import { levelWords } from '../../lib/levelWords.ts'
import { ledgerLevels, moneyLevelWords } from '../../lib/moneyCell.ts'
import type { trpc } from '../../lib/trpc.ts'
import type { Destination, Entry } from './entry.ts'

export type FoundFigure = inferOutput<typeof trpc.search.figures>['figures'][number]
type LedgerLevel = LedgerFigure['level']

const differenceWords = {
  'plan-less-allocation': 'Plan less allocation',
  'plan-less-authority': 'Plan less authority',
} as const

/** A figure with where it stands, `£591,000 · Authority · Helm Person Held Record · 2021/22`, and the way to it. */
export const figureEntry = (figure: FoundFigure, index: number): Entry => {
  const amount = formatInSentence(figure.amount)
  const entry = (parts: string[], destination: Destination, more: Partial<Entry> = {}): Entry => ({
    id: `figure ${index}`,
    group: 'Figures',
    words: [amount, ...parts].join(' · '),
    destination,
    ...more,
  })
  switch (figure.kind) {
    case 'decision':
      return entry(
        [levelWords[figure.level], figure.name, formatYear(figure.startYear), `in decision ${figure.reference}`],
        { path: `/decisions/${figure.decisionId}` },
      )
    case 'printed':
      return entry(
        [`printed “${figure.printed}”`, whereIs(figure.place)],
        !figure.isInTable && figure.checkId !== null
          ? { path: '/checks', search: { show: figure.checkId } }
          : { path: '/money/funding', search: { show: 'printed' } },
        { detail: figure.title },
      )
    case 'ledger': {
      const { level, name, span, source } = figure
      const sourceWords = source === undefined ? [] : [source?.name ?? 'source not stated']
      const question = questionOf(figure)
      return entry([levelInWords(level), name, spanWords(span), ...sourceWords], ledgerDestination(figure, question), {
        question,
      })
    }
  }
}

const isDifference = (level: LedgerLevel): level is keyof typeof differenceWords => level in differenceWords

const levelInWords = (level: LedgerLevel): string =>
  isDifference(level) ? differenceWords[level] : moneyLevelWords[level]

const spanWords = (span: Span): string =>
  span.kind === 'range' ? formatYears(span.from, span.to) : span.kind === 'total' ? 'all years' : columnWords(span)

const spanYears = (span: Span) => (span.kind === 'range' ? { from: span.from, to: span.to } : columnYears(span))

type Ledger = Extract<FoundFigure, { kind: 'ledger' }>

/** What Explain is asked. Schemes without a theme are no place together that could be explained. */
function questionOf(figure: Ledger): Question | undefined {
  const { place, span, source, level, name } = figure
  if (!place) return undefined
  return {
    figure: {
      levels: levelsOf(figure),
      place,
      withBelow: place.kind !== 'scheme',
      ...spanYears(span),
      ...(source === undefined ? {} : { sourceId: source?.id ?? null }),
    },
    label: `${name}, ${levelInWords(level).toLowerCase()}`,
  }
}

function levelsOf({ level, followsPlan }: Ledger): Level[] {
  if (isDifference(level)) return ['plan', level === 'plan-less-allocation' ? 'allocation' : 'authority']
  return followsPlan ? ledgerLevels.plan : ledgerLevels[level]
}

/** The screen that shows the figure, with Explain open on it. */
function ledgerDestination({ place, span, source }: Ledger, question: Question | undefined): Destination {
  const explain = question ? { explain: writeFigure(question.figure) } : {}
  if (place?.kind === 'scheme') return { path: `/schemes/${place.id}`, search: { tab: 'money', ...explain } }
  if (source !== undefined) return { path: '/money/funding', search: explain }
  return { path: '/portfolio', search: { ...(span.kind === 'range' ? {} : { view: 'years' }), ...explain } }
}
