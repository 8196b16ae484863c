import type { Benefit } from '../../domain/benefit/benefit.ts'
import { benefitStateWords, confidenceWords } from '../../domain/benefit/benefitWords.ts'
import type { Progress } from '../../domain/benefit/progress.ts'
import { writeQuantity } from '../../domain/benefit/quantity.ts'
import { formatYear } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import { formatInSentence, type MoneyUnit, sum } from '../../domain/money.ts'
import { amountCell } from '../cell.ts'
import { countInWords } from '../document/listInWords.ts'
import { paragraphPart, tableColumn, tablePart, tableRow } from '../document/parts.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import type { TableRow } from '../model/tablePart.ts'

/** A benefit with the names around it and how far it has come. */
export interface ReportedBenefit {
  benefit: Benefit
  scheme: string
  ownerOrganisation: string | null
  progress: Progress | null
}

interface BenefitsAbout {
  /** The scheme that the report is about; null for all. */
  about: string | null
  /** How many schemes it is about, also those without a benefit. */
  schemes: number
  unit: MoneyUnit
}

/** Report 16: what the schemes are to bring, from where to where, and what has come of it. */
export const benefitsReport = (
  reported: readonly ReportedBenefit[],
  { about, schemes, unit }: BenefitsAbout,
): ReportContent => {
  const bands = [...Map.groupBy(reported, ({ benefit }) => benefit.schemeId).values()]
  const rows = bands.flatMap((own, at): TableRow[] => [
    tableRow(
      `scheme/${at + 1}`,
      [textCell(own[0]?.scheme ?? ''), ...columns.slice(1).map((): TableCell => ({ kind: 'blank' }))],
      {
        style: 'band',
      },
    ),
    ...own.map(rowOf),
  ])
  const counted = reported.filter(({ benefit }) => benefit.cashReleasing !== null)
  const total = tableRow(
    'benefits/total',
    columns.map(({ id }, at): TableCell => {
      if (at === 0) return textCell('TOTALS')
      if (id !== 'cash') return { kind: 'blank' }
      return counted.length === 0 ? { kind: 'none' } : amountCell(cashOf(counted))
    }),
    { style: 'total', adds: { plus: reported.map(({ benefit }) => idOf(benefit)), minus: [] } },
  )
  return {
    ...(about === null ? {} : { about }),
    orientation: 'landscape',
    unit: '£',
    parts: [
      paragraphPart('summary', summaryOf(reported, schemes)),
      tablePart({
        id: 'benefits',
        name: 'Benefits',
        caption: 'Benefits with their targets and what has come of them',
        unit,
        columns,
        rows: rows.length === 0 ? [] : [...rows, total],
        notes: [
          'The share is how far the way from the baseline to the target has been gone.',
          ...reported.flatMap(({ benefit }) =>
            benefit.doubleCount?.answer === 'counted_twice'
              ? [`${benefit.name} is counted in another benefit too, and in the total twice.`]
              : [],
          ),
        ],
      }),
    ],
    footnotes: [],
    missing: missingOf(reported),
    sections: [],
  }
}

const idOf = ({ id }: Benefit): string => `benefit/${id}`

const cashOf = (reported: readonly ReportedBenefit[]) => sum(reported.map(({ benefit }) => benefit.cashReleasing ?? 0))

const rowOf = ({ benefit, ownerOrganisation, progress }: ReportedBenefit): TableRow => {
  const { unit } = benefit
  const quantity = (words: string) => (unit === '' ? words : `${words} ${unit}`)
  const baseline =
    benefit.baseline || (benefit.baselineQuantity === null ? '' : writeQuantity(benefit.baselineQuantity))
  return tableRow(idOf(benefit), [
    textCell(benefit.name),
    orNotRecorded([ownerOrganisation ?? '', benefit.owner].filter(Boolean).join(': ')),
    orNotRecorded(benefit.measure),
    orNotRecorded(
      baseline === ''
        ? ''
        : `${quantity(baseline)}${benefit.baselineOn === null ? '' : ` (${formatDay(benefit.baselineOn)})`}`,
    ),
    orNotRecorded(
      progress === null ? '' : `${quantity(writeQuantity(progress.target))} (${formatYear(progress.startYear)})`,
    ),
    progress === null || progress.actual === null
      ? { kind: 'not-recorded' }
      : textCell(quantity(writeQuantity(progress.actual))),
    progress === null || progress.shareBp === null
      ? { kind: 'not-recorded' }
      : { kind: 'percent', basisPoints: progress.shareBp },
    benefit.cashReleasing === null ? { kind: 'none' } : amountCell(benefit.cashReleasing),
    orNotRecorded(benefit.confidence === null ? '' : confidenceWords[benefit.confidence]),
    textCell(benefitStateWords[benefit.status]),
    orNotRecorded(benefit.evidence),
  ])
}

const orNotRecorded = (words: string): TableCell => (words === '' ? { kind: 'not-recorded' } : textCell(words))

const summaryOf = (reported: readonly ReportedBenefit[], schemes: number): string => {
  if (reported.length === 0) {
    return `None of the ${countInWords(schemes, 'scheme')} has a benefit on record.`
  }
  const realised = reported.filter(({ benefit }) => benefit.status === 'realised').length
  const measured = reported.filter(({ progress }) => progress?.actual != null).length
  const cash = cashOf(reported)
  return [
    `${sentence(countInWords(reported.length, 'benefit'))} of ${countInWords(new Set(reported.map(({ benefit }) => benefit.schemeId)).size, 'scheme')} on record: ${measured === 0 ? 'none' : measured} measured since the baseline, ${realised === 0 ? 'none' : realised} realised in full.`,
    cash === 0 ? 'None releases cash.' : `Together they are to release ${formatInSentence(cash)} a year.`,
  ].join(' ')
}

const sentence = (words: string): string => words.replace(/^./, (first) => first.toUpperCase())

const missingOf = (reported: readonly ReportedBenefit[]): string[] => {
  if (reported.length === 0) return ['No benefit is recorded with its owner, its measure and its baseline.']
  const without = (what: string, isMissing: (each: ReportedBenefit) => boolean): string[] => {
    const names = reported.filter(isMissing).map(({ benefit }) => benefit.name)
    return names.length === 0 ? [] : [`No ${what} is recorded for ${names.join('; ')}.`]
  }
  return [
    ...without('owner', ({ benefit }) => benefit.owner === '' && benefit.ownerOrganisationId === null),
    ...without('baseline', ({ benefit }) => benefit.baseline === '' && benefit.baselineQuantity === null),
    ...without('target', ({ benefit }) => benefit.targets.length === 0),
    ...without('result', ({ benefit }) => benefit.actuals.length === 0),
  ]
}

const source = 'Register of benefits'

const columns = [
  tableColumn({ id: 'benefit', kind: 'text', label: 'Benefit', meaning: 'What the scheme is to bring', source }),
  tableColumn({
    id: 'owner',
    kind: 'text',
    label: 'Owner org',
    meaning: 'Organisation and office that own it',
    source,
  }),
  tableColumn({ id: 'measure', kind: 'text', label: 'Measure', meaning: 'What is counted', source }),
  tableColumn({ id: 'baseline', kind: 'text', label: 'Baseline', meaning: 'Where it stood, and when', source }),
  tableColumn({
    id: 'target',
    kind: 'text',
    label: 'Target',
    meaning: 'Where it is to stand, and in which year: that of the last result, else the first',
    source,
  }),
  tableColumn({ id: 'actual', kind: 'text', label: 'Actual', meaning: 'The last result on record', source }),
  tableColumn({
    id: 'share',
    kind: 'percent',
    label: '%',
    meaning: 'Share of the way from the baseline to the target',
    source: 'Derived',
  }),
  tableColumn({ id: 'cash', kind: 'amount', label: 'Cash-releasing', meaning: 'Cash released each year', source }),
  tableColumn({ id: 'confidence', kind: 'text', label: 'Confidence', meaning: 'Low, medium or high', source }),
  tableColumn({ id: 'state', kind: 'text', label: 'State', meaning: 'How far it has come', source }),
  tableColumn({ id: 'evidence', kind: 'wide-text', label: 'Evidence', meaning: 'By what it is known', source }),
]
