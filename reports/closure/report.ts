import { formatYear } from '../../domain/financialYear.ts'
import { formatInSentence, type Pence, pence, sum } from '../../domain/money.ts'
import { amountCell, cellOf } from '../cell.ts'
import { benefitTable } from '../document/benefitTable.ts'
import { lessonTable } from '../document/lessonTable.ts'
import { stateInWords } from '../document/listInWords.ts'
import { numbered } from '../document/numbered.ts'
import { dayInWords, factsPart, headingPart, paragraphPart, tablePart, tableRow } from '../document/parts.ts'
import { type WrittenSection, writeSection } from '../document/section.ts'
import { takeFootnotes } from '../document/takeFootnotes.ts'
import type { Part, ReportContent } from '../model/reportModel.ts'
import { sumRow } from '../model/sumRow.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'
import type { ClosureReportGiven } from './given.ts'

/** Report 19: how a scheme ended: what it cost beside what was planned, what was released, what it taught, and who goes on. */
export const closureReport = (given: ClosureReportGiven): ReportContent => {
  const { scheme } = given
  const texts = writtenTexts(given)
  const chapters: [title: string, parts: Part[]][] = [
    ['What was done', texts.report.parts],
    ['What it cost', [outturnTable(given), ...accountParts(given)]],
    ['What was left', leftParts(given)],
    ['Lessons', lessonParts(given)],
    ['Benefits', benefitParts(given)],
    ['Handover and review', texts.handover.parts],
  ]
  return {
    about: scheme.name,
    unit: '£',
    orientation: 'portrait',
    ...takeFootnotes([
      coverPart(given),
      ...chapters.flatMap(([title, parts], at) => [
        headingPart(`chapter-${at + 1}`, 1, title, String(at + 1)),
        ...numbered(String(at + 1), parts),
      ]),
    ]),
    missing: [...missingOf(given), ...Object.values(texts).flatMap(({ missing }) => missing ?? [])],
    sections: Object.values(texts).map(({ section }) => section),
  }
}

const coverPart = ({ scheme, closure, board, agreedBy, acceptedBy }: ClosureReportGiven): Part =>
  factsPart('cover', [
    ['Scheme', scheme.name],
    ['Stage of the scheme', stateInWords(scheme.lifecycle)],
    ['Closure', closure === null ? 'Not begun' : stateInWords(closure.status)],
    ['Work completed', dayInWords(closure?.completedOn ?? null)],
    ['Account agreed', onBy(closure?.accountAgreedOn ?? null, agreedBy)],
    ['Report goes to', board],
    ['Report accepted', onBy(closure?.acceptedOn ?? null, acceptedBy)],
    ['Benefits looked after by', closure?.benefitsOwner ?? null],
    ['Review due', dayInWords(closure?.reviewDueOn ?? null)],
    ['Reviewed', dayInWords(closure?.reviewedOn ?? null)],
  ])

const onBy = (on: Parameters<typeof dayInWords>[0], by: string | null): string | null => {
  const day = dayInWords(on)
  return day === null || by === null ? day : `${day}, ${by}`
}

const writtenTexts = (given: ClosureReportGiven): Record<'report' | 'handover', WrittenSection> => {
  const { closure } = given
  const done = [closure?.report ?? '', closure?.report ? '' : (closure?.completionNote ?? '')].filter(Boolean)
  const handed = [closure?.handoverNote ?? '', closure?.reviewNote ?? ''].filter(Boolean)
  return {
    report: writeSection(given, {
      id: 'report',
      heading: 'What was done',
      proposed: done.join('\n\n'),
      absent: 'Nobody has written yet what was done.',
    }),
    handover: writeSection(given, {
      id: 'handover',
      heading: 'Handover and review',
      proposed: handed.join('\n\n'),
      absent: 'Nothing is handed over yet.',
    }),
  }
}

/** The plan as first set and as it stands now beside what was spent; the difference is to the plan of now. */
const outturnTable = ({ facts, scheme, firstPlan }: ClosureReportGiven): TablePart => {
  const own = facts.balances.filter(({ place }) => place.kind === 'scheme' && place.id === scheme.id)
  const plan = own.filter(({ level }) => level === 'plan')
  const spent = own.filter(({ level }) => level === 'actual')
  const years = [...new Set([...firstPlan, ...plan, ...spent].map(({ startYear }) => startYear))].sort((a, b) => a - b)
  const columns = [
    { id: 'year', label: 'Year', kind: 'text' as const },
    { id: 'first', label: 'Plan as first set', kind: 'amount' as const },
    { id: 'plan', label: 'Plan now', kind: 'amount' as const },
    { id: 'spent', label: 'Spent', kind: 'amount' as const },
    {
      id: 'difference',
      label: 'Spent less plan now',
      kind: 'amount' as const,
      adds: { plus: ['spent'], minus: ['plan'] },
    },
  ]
  const rows = years.map((year) => {
    const inYear = (lines: readonly { startYear: number; amount: Pence }[]) =>
      lines.filter(({ startYear }) => startYear === year).map(({ amount }) => amount)
    return tableRow(`outturn/${year}`, [
      textCell(formatYear(year)),
      cellOf(inYear(firstPlan)),
      cellOf(inYear(plan)),
      cellOf(inYear(spent)),
      amountCell(pence(sum(inYear(spent)) - sum(inYear(plan)))),
    ])
  })
  return tablePart({
    id: 'outturn',
    caption: 'What it cost beside what was planned',
    columns,
    rows: [...rows, sumRow({ id: 'outturn/total', label: 'Total', style: 'total' }, columns, rows)],
  })
}

const accountParts = ({ closure }: ClosureReportGiven): Part[] => {
  if (closure === null || closure.finalAccount === null)
    return [paragraphPart('account', 'Finance has not agreed a final account yet.')]
  const note = closure.accountNote === '' ? '' : ` ${closure.accountNote}`
  return [paragraphPart('account', `The final account is ${formatInSentence(closure.finalAccount)}.${note}`)]
}

const leftParts = ({ left, release }: ClosureReportGiven): Part[] => {
  const standing = [
    ['allocation', left.allocation],
    ['authority', left.authority],
    ['released money', left.released],
    ['orders', left.commitment],
  ] as const
  const open = standing.filter(([, amount]) => amount !== 0)
  const words = open.map(([name, amount]) => `${formatInSentence(amount)} of ${name}`).join(', ')
  return [
    ...(release === null
      ? [paragraphPart('left/release', 'No decision has released what was left.')]
      : [
          paragraphPart(
            'left/release',
            `Decision ${release.reference} (${release.title}) takes away ${releasedWords(release)}.`,
          ),
        ]),
    paragraphPart('left/now', open.length === 0 ? 'Nothing is left on the scheme.' : `Still on the scheme: ${words}.`),
  ]
}

const releasedWords = ({ lines }: NonNullable<ClosureReportGiven['release']>): string => {
  const taken = (level: 'allocation' | 'authority') => {
    const amount = sum(lines.filter((line) => line.level === level && line.amount < 0).map((line) => -line.amount))
    return amount === 0 ? [] : [`${formatInSentence(amount)} of ${level}`]
  }
  return [...taken('allocation'), ...taken('authority')].join(' and ') || 'nothing'
}

const lessonParts = ({ lessons, facts }: ClosureReportGiven): Part[] =>
  lessons.length === 0
    ? [paragraphPart('lessons/absent', 'No lessons are recorded.')]
    : [lessonTable({ id: 'lessons', caption: 'What the scheme taught' }, lessons, facts.schemes)]

const benefitParts = ({ benefits, scheme }: ClosureReportGiven): Part[] =>
  benefits.length === 0
    ? [paragraphPart('benefits/absent', 'No benefits are recorded.')]
    : [
        benefitTable(
          { id: 'benefits', caption: 'Benefits that go on' },
          benefits.map((benefit) => ({ benefit, scheme: scheme.name })),
        ),
      ]

const missingOf = ({ closure, lessons, benefits, firstPlan }: ClosureReportGiven): string[] => [
  ...(closure === null ? ['The closure of this scheme has not begun: nobody has reported its completion.'] : []),
  ...(closure !== null && closure.finalAccount === null ? ['The final account is not agreed.'] : []),
  ...(lessons.length === 0 ? ['No lessons are recorded.'] : []),
  ...(benefits.length === 0 ? ['No benefits are recorded.'] : []),
  ...(firstPlan.length === 0 ? ['No plan was ever set on this scheme.'] : []),
]
