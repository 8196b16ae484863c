import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'
import { formatYear, type StartYear } from '../../../domain/financialYear.ts'
import type { MoneyUnit } from '../../../domain/money.ts'
import { sum } from '../../../domain/money.ts'
import { moneyLevels, planLessOf } from '../../../domain/portfolio/cell.ts'
import type { Portfolio, PortfolioRow } from '../../../domain/portfolio/portfolio.ts'
import type { Programme } from '../../../domain/programme/programme.ts'
import { ratingWord } from '../../../domain/programme/ratingWord.ts'
import { caseStateWords } from '../../lib/caseStateWords.ts'
import { casesInWords } from '../../lib/caseWords.ts'
import { formatPercent } from '../../lib/format.ts'
import { madeOf, moneyCell, moneyLevelWords } from '../../lib/moneyCell.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'
import { Rating } from '../../ui/Rating.tsx'
import { checkMarks } from './checkMarks.ts'
import { filteredThemes, type PortfolioFilter } from './filter.ts'
import classes from './Portfolio.module.css'
import { placeOf, programmePlace } from './placeOf.ts'
import { roundingRows } from './roundingRows.ts'
import { usePlanCells } from './usePlanCells.ts'

export interface PortfolioGridProps {
  portfolio: Portfolio
  programme: Programme
  filter: PortfolioFilter
  unit: MoneyUnit
  period: string
  isEditing: boolean
  /** Set where editing was begun by key: what is edited first takes the focus, once. */
  focusAsked: RefObject<boolean>
  /** How many open checks name each place, by its id. */
  openChecksAt: Readonly<Record<string, number>>
}

const columns: MoneyGridColumn[] = [
  ...moneyLevels.map((level): MoneyGridColumn => ({ id: level, label: moneyLevelWords[level], align: 'right' })),
  { id: 'rating', label: 'Rating', align: 'left' },
  { id: 'case', label: 'Business case', align: 'left' },
]

/** The levels side by side for the years chosen, by theme and scheme. The plan of a single year can be edited. */
export function LevelsGrid(props: PortfolioGridProps & { onYears: () => void }) {
  const { portfolio, programme, filter, unit, period, isEditing, focusAsked, openChecksAt, onYears } = props
  const { from, to } = portfolio.years
  const isOneYear = from === to
  const plan = usePlanCells(portfolio.programme)

  const cellsOf = (row: PortfolioRow): Record<string, MoneyGridCell> => {
    const place = placeOf(row)
    const shown = row.range
    const cells: Record<string, MoneyGridCell> = {}
    for (const level of moneyLevels) {
      const { levels, marks } = madeOf(level, shown[level], shown.authority)
      const figure = place && { levels, place, withBelow: row.kind !== 'scheme', from, to }
      const isEditable = level === 'plan' && row.kind === 'scheme' && isOneYear && plan.canEdit(row.id, from)
      cells[level] = moneyCell(shown[level], { figure, marks, isEditable })
    }
    if (row.scheme) {
      cells.rating = { kind: 'words', text: ratingWord(row.scheme.dca), shown: <Rating value={row.scheme.dca} /> }
      cells.case = caseCell(row)
    }
    return cells
  }

  const sheet = { columns, unit, filter }
  const rows = filteredThemes(portfolio.programme, filter).flatMap((theme): MoneyGridRow[] => {
    const themeRow: MoneyGridRow = {
      id: theme.id ?? theme.kind,
      label: theme.name,
      depth: 1,
      isParent: theme.children.length > 0,
      look: 'group',
      marks: checkMarks(openChecksAt, theme.id),
      cells: cellsOf(theme),
    }
    const schemeRows = theme.children.map(
      (scheme): MoneyGridRow => ({
        id: scheme.id ?? scheme.name,
        label: scheme.name,
        depth: 2,
        isParent: false,
        href: `/schemes/${scheme.id}`,
        marks: checkMarks(openChecksAt, scheme.id),
        cells: cellsOf(scheme),
      }),
    )
    return [themeRow, ...schemeRows, ...roundingRows(sheet, schemeRows, themeRow, { depth: 2 })]
  })

  const { programme: total, coverage } = portfolio
  const totalRow: MoneyGridRow = {
    id: 'total',
    label: 'Programme total',
    depth: 1,
    isParent: false,
    look: 'total',
    cells: {
      ...cellsOf(total),
      case: coveredWords(coverage),
    },
  }
  const less = planLessOf(total.range)
  const themeRows = rows.filter((row) => row.depth === 1)
  const footRows: MoneyGridRow[] = [
    ...roundingRows(sheet, themeRows, totalRow, { depth: 1 }),
    totalRow,
    {
      id: 'plan-less',
      label: 'Plan less this level',
      depth: 1,
      isParent: false,
      look: 'difference',
      cells: {
        allocation: moneyCell(less.allocation, { figure: differenceFigure('allocation') }),
        authority: moneyCell(less.authority, { figure: differenceFigure('authority') }),
      },
    },
  ]

  function differenceFigure(level: 'allocation' | 'authority') {
    return { levels: ['plan' as const, level], place: programmePlace(programme), withBelow: true, from, to }
  }

  return (
    <>
      {isEditing && !isOneYear && (
        <p>
          Plan figures are edited year by year. <ToYears focusAsked={focusAsked} onYears={onYears} />
        </p>
      )}
      <MoneyGrid
        name="Portfolio by level"
        unit={unit}
        period={period}
        rowHeading="Theme / scheme"
        columns={columns}
        rows={rows}
        footRows={footRows}
        isEditing={isEditing && isOneYear}
        focusAsked={focusAsked}
        onWrite={(changes) =>
          plan.write(changes.map(({ rowId, amount }) => ({ schemeId: rowId, startYear: from, amount })))
        }
      />
    </>
  )
}

function coveredWords({ total, byStatus }: Portfolio['coverage']): MoneyGridCell {
  if (total === 0) return { kind: 'blank' }
  const covered = sum([byStatus.approved.amount, byStatus.recommended.amount])
  return { kind: 'words', text: `${formatPercent(covered, total)} covered` }
}

/** The business case of a scheme, which is a link for the pointer; by key one goes there from the scheme's page. */
function caseCell({ businessCase, cases }: PortfolioRow): MoneyGridCell {
  if (businessCase === null) return { kind: 'words', text: casesInWords(cases) }
  const { id, status, years } = businessCase
  const { words } = caseStateWords[status]
  const text = years.length === 1 ? `${words} ${formatYear(years[0] as StartYear)}` : words
  const shown = (
    <Link to="/cases/$id" params={{ id }} tabIndex={-1} className={classes.case}>
      {text}
    </Link>
  )
  return { kind: 'words', text, shown }
}

/** The way to the grid that can be edited, which takes the focus over from here. */
function ToYears({ focusAsked, onYears }: { focusAsked: RefObject<boolean>; onYears: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focusAsked.current) button.current?.focus()
  }, [focusAsked])
  return (
    <Button
      ref={button}
      variant="default"
      size="compact-sm"
      onClick={() => {
        focusAsked.current = true
        onYears()
      }}
    >
      Show years across
    </Button>
  )
}
