import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { areTargetsLocked, nextEvents } from '../../../domain/benefit/benefitActs.ts'
import { benefitStateWords, confidenceWords } from '../../../domain/benefit/benefitWords.ts'
import { type Quantity, writeQuantity } from '../../../domain/benefit/quantity.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { countOf, formatPercent } from '../../lib/format.ts'
import type { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { type DataColumn, DataTable } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Benefits.module.css'
import type { BenefitRow, BenefitsForm } from './benefitsFacts.ts'

interface BenefitTableProps {
  rows: readonly BenefitRow[]
  mayChange: boolean
  mayAsk: boolean
  /** Whether whoever acts may enter what came of it. */
  mayEnter: (row: BenefitRow) => boolean
  forms: ReturnType<typeof useForm<BenefitsForm>>
  empty: ReactNode
}

const muted = (words: string) => <span className={classes.muted}>{words}</span>

const actualWords = (actual: Quantity, shareBp: number | null) => (
  <>
    {writeQuantity(actual)}
    {shareBp !== null && <div className={classes.note}>{formatPercent(shareBp, 10_000)} of the way</div>}
  </>
)

/** The register of benefits, each from its baseline to its target and what came of it. */
export function BenefitTable({ rows, mayChange, mayAsk, mayEnter, forms, empty }: BenefitTableProps) {
  const open = (kind: BenefitsForm['kind'], { benefit }: BenefitRow) =>
    forms.open({ kind, id: benefit.id, opener: `${kind}-${benefit.id}` })
  const act = (kind: BenefitsForm['kind'], words: string, row: BenefitRow) => (
    <Act id={`${kind}-${row.benefit.id}`} words={words} name={row.benefit.name} onDo={() => open(kind, row)} />
  )
  const acts = (row: BenefitRow) => {
    const { benefit } = row
    const isAsked = benefit.doubleCount !== null && benefit.doubleCount.answer === null
    const hasEnded = ['realised', 'partly_realised', 'not_realised', 'closed'].includes(benefit.status)
    return (
      <div className={classes.acts}>
        {mayChange && benefit.status !== 'closed' && act('benefit', 'Change', row)}
        {mayChange && !hasEnded && !areTargetsLocked(benefit) && act('figures', 'Set targets', row)}
        {mayEnter(row) && !hasEnded && areTargetsLocked(benefit) && act('figures', 'Enter actuals', row)}
        {mayChange && nextEvents(benefit.status).length > 0 && act('move', 'Next step', row)}
        {mayAsk && !isAsked && act('query', 'Counted twice?', row)}
        {mayAsk && isAsked && act('answer', 'Answer the query', row)}
      </div>
    )
  }
  return (
    <DataTable
      caption={countOf(rows.length, 'benefit')}
      rows={rows}
      keyOf={({ benefit }) => benefit.id}
      empty={empty}
      columns={[
        ...columns,
        ...(mayChange || mayAsk || rows.some(mayEnter) ? [{ id: 'acts', heading: 'Change', cell: acts }] : []),
      ]}
    />
  )
}

const columns: readonly DataColumn<BenefitRow>[] = [
  {
    id: 'name',
    heading: 'Benefit',
    isRowHeading: true,
    sortBy: ({ benefit }) => benefit.name,
    cell: ({ benefit, countedWith, reference }) => (
      <>
        {benefit.name}
        {reference && benefit.origin && (
          <div className={classes.note}>
            From{' '}
            <Link to="/cases/$id" params={{ id: benefit.origin.caseId }}>
              {reference}
            </Link>
          </div>
        )}
        {benefit.doubleCount && (
          <div className={classes.note}>
            {benefit.doubleCount.answer === null && `Asked: is it counted twice, with “${countedWith}”?`}
            {benefit.doubleCount.answer === 'counted_twice' && `Counted twice, with “${countedWith}”`}
            {benefit.doubleCount.answer === 'counted_once' && `Counted once, apart from “${countedWith}”`}
          </div>
        )}
      </>
    ),
  },
  {
    id: 'scheme',
    heading: 'Scheme',
    sortBy: ({ scheme }) => scheme,
    cell: ({ benefit, scheme }) => (
      <Link to="/schemes/$id" params={{ id: benefit.schemeId }} search={{ tab: 'delivery' }}>
        {scheme}
      </Link>
    ),
  },
  {
    id: 'measure',
    heading: 'Measure, unit',
    cell: ({ benefit }) => [benefit.measure, benefit.unit].filter(Boolean).join(', ') || muted('not set'),
  },
  { id: 'baseline', heading: 'Baseline', cell: ({ benefit }) => benefit.baseline || muted('not recorded') },
  {
    id: 'target',
    heading: 'Target',
    align: 'right',
    cell: ({ progress }) =>
      progress ? (
        <>
          {writeQuantity(progress.target)} <span className={classes.note}>in {formatYear(progress.startYear)}</span>
        </>
      ) : (
        muted('not recorded')
      ),
  },
  {
    id: 'actual',
    heading: 'Actual',
    align: 'right',
    cell: ({ progress }) =>
      progress?.actual === undefined || progress.actual === null
        ? muted('none')
        : actualWords(progress.actual, progress.shareBp),
  },
  {
    id: 'owner',
    heading: 'Owner',
    sortBy: ({ benefit }) => benefit.owner,
    cell: ({ benefit, ownerOrganisation }) =>
      [benefit.owner, ownerOrganisation].filter(Boolean).join(', ') || muted('not set'),
  },
  {
    id: 'cash',
    heading: 'Cash a year',
    align: 'right',
    sortBy: ({ benefit }) => benefit.cashReleasing ?? 0,
    cell: ({ benefit }) => (benefit.cashReleasing === null ? muted('–') : formatInSentence(benefit.cashReleasing)),
  },
  {
    id: 'state',
    heading: 'State',
    sortBy: ({ benefit }) => benefitStateWords[benefit.status],
    cell: ({ benefit }) => (
      <>
        {benefit.status === 'closed' ? (
          benefitStateWords.closed
        ) : (
          <StatusTag words={benefitStateWords[benefit.status]} />
        )}
        <div className={classes.note}>
          {[benefit.confidence && confidenceWords[benefit.confidence], benefit.evidence].filter(Boolean).join(': ')}
        </div>
      </>
    ),
  },
]
