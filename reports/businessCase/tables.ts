import type { BusinessCase } from '../../domain/businessCase/businessCase.ts'
import { assuranceStatusWords, assuranceTitles, optionKindWords } from '../../domain/businessCase/casePartWords.ts'
import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import type { FundingSource } from '../../domain/programme/fundingSource.ts'
import { cellOf } from '../cell.ts'
import { amountOrNone, dayCell, tablePart, tableRow, wordsCell } from '../document/parts.ts'
import { sumRow } from '../model/sumRow.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'

type Cost = BusinessCase['costs'][number]

/** What it costs by year, capital and revenue, and over its whole life as far as the case counts. */
export const costTable = (costs: readonly Cost[]): TablePart =>
  yearTable(
    { id: 'costs', caption: 'Costs by financial year', first: 'Cost', total: 'Whole cost' },
    costs,
    (['capital', 'revenue'] as const).map((nature) => ({
      id: nature,
      label: nature === 'capital' ? 'Capital' : 'Revenue',
      own: costs.filter((line) => line.nature === nature),
    })),
  )

/** What pays for it by year; what has no source stands in a row of its own. */
export const fundingTable = (costs: readonly Cost[], sources: readonly FundingSource[]): TablePart =>
  yearTable(
    { id: 'funding', caption: 'Funding by source', first: 'Source', total: 'Total' },
    costs,
    [...sources, { id: null, name: 'Source not stated' }]
      .map(({ id, name }) => ({
        id: id ?? 'not-stated',
        label: name,
        own: costs.filter(({ sourceId }) => sourceId === id),
      }))
      .filter(({ own }) => own.length > 0),
  )

const yearTable = (
  { id, caption, first, total }: { id: string; caption: string; first: string; total: string },
  costs: readonly Cost[],
  groups: { id: string; label: string; own: Cost[] }[],
): TablePart => {
  const years = [...new Set(costs.map(({ startYear }) => startYear))].sort((one, other) => one - other)
  const columns = [
    { id: 'row', label: first, kind: 'text' as const },
    ...years.map((year) => ({ id: String(year), label: formatYear(year), kind: 'amount' as const })),
    { id: 'total', label: total, kind: 'amount' as const, adds: { plus: years.map(String), minus: [] } },
  ]
  const rows = groups.map((group) =>
    tableRow(`${id}/${group.id}`, [
      textCell(group.label),
      ...years.map((year) => cellOf(group.own.filter((line) => line.startYear === year).map(amountOf))),
      cellOf(group.own.map(amountOf)),
    ]),
  )
  return tablePart({
    id,
    caption,
    columns,
    rows: [...rows, sumRow({ id: `${id}/total`, label: 'Total', style: 'total' }, columns, rows)],
  })
}

const amountOf = ({ amount }: Cost) => amount

export const optionsTable = ({ options }: BusinessCase): TablePart =>
  tablePart({
    id: 'options',
    caption: 'Options that were considered',
    columns: [
      { id: 'option', label: 'Option', kind: 'text' },
      { id: 'kind', label: 'What it is', kind: 'text' },
      { id: 'description', label: 'Description', kind: 'wide-text' },
      { id: 'cost', label: 'Whole-life cost', kind: 'amount' },
      { id: 'benefit', label: 'Whole-life benefit', kind: 'amount' },
    ],
    rows: options.map(({ id, kind, name, description, cost, benefit }) =>
      tableRow(`options/${id}`, [
        wordsCell(name),
        textCell(optionKindWords[kind]),
        wordsCell(description),
        amountOrNone(cost),
        amountOrNone(benefit),
      ]),
    ),
  })

export const benefitsTable = ({ benefits }: BusinessCase): TablePart =>
  tablePart({
    id: 'benefits',
    caption: 'Benefits',
    columns: [
      { id: 'benefit', label: 'Benefit', kind: 'text' },
      { id: 'owner', label: 'Owner', kind: 'text' },
      { id: 'measure', label: 'Measure', kind: 'text' },
      { id: 'baseline', label: 'Baseline', kind: 'text' },
      { id: 'target', label: 'Target', kind: 'text' },
      { id: 'by', label: 'By', kind: 'text' },
      { id: 'cash', label: 'Cash released a year', kind: 'amount' },
    ],
    rows: benefits.map(({ id, name, owner, measure, unit, baseline, target, targetYear, cashReleasing }) =>
      tableRow(`benefits/${id}`, [
        wordsCell(name),
        wordsCell(owner),
        wordsCell(unit === '' || measure === '' ? measure : `${measure} (${unit})`),
        wordsCell(baseline),
        wordsCell(target),
        wordsCell(targetYear === null ? null : formatYear(targetYear as StartYear)),
        cashReleasing === null ? { kind: 'none' } : { kind: 'amount', amount: cashReleasing },
      ]),
    ),
  })

export const risksTable = ({ risks }: BusinessCase): TablePart =>
  tablePart({
    id: 'risks',
    caption: 'Risks',
    columns: [
      { id: 'risk', label: 'Risk', kind: 'wide-text' },
      { id: 'likelihood', label: 'Likelihood, 1 to 5', kind: 'count' },
      { id: 'impact', label: 'Impact, 1 to 5', kind: 'count' },
      { id: 'score', label: 'Score', kind: 'count' },
      { id: 'mitigation', label: 'What is done about it', kind: 'wide-text' },
      { id: 'owner', label: 'Owner', kind: 'text' },
    ],
    rows: risks.map(({ id, title, description, likelihood, impact, mitigation, owner }) =>
      tableRow(`risks/${id}`, [
        wordsCell([title, description].filter(Boolean).join(': ')),
        countOrNone(likelihood),
        countOrNone(impact),
        countOrNone(likelihood === null || impact === null ? null : likelihood * impact),
        wordsCell(mitigation),
        wordsCell(owner),
      ]),
    ),
  })

const countOrNone = (count: number | null) =>
  count === null ? { kind: 'not-recorded' as const } : { kind: 'count' as const, count }

export const assuranceTable = ({ assurance }: BusinessCase): TablePart =>
  tablePart({
    id: 'assurance',
    caption: 'Assurance',
    columns: [
      { id: 'kind', label: 'Assurance', kind: 'text' },
      { id: 'status', label: 'Where it stands', kind: 'text' },
      { id: 'reviewer', label: 'Who looked', kind: 'text' },
      { id: 'on', label: 'On', kind: 'day' },
      { id: 'note', label: 'Note', kind: 'wide-text' },
    ],
    rows: assurance.map(({ kind, status, reviewer, on, note }) =>
      tableRow(`assurance/${kind}`, [
        textCell(assuranceTitles[kind]),
        textCell(assuranceStatusWords[status]),
        wordsCell(reviewer),
        dayCell(on),
        textCell(note),
      ]),
    ),
  })

export const conditionsTable = ({ conditions }: BusinessCase): TablePart =>
  tablePart({
    id: 'conditions',
    caption: 'Conditions of its approval',
    columns: [
      { id: 'condition', label: 'Condition', kind: 'wide-text' },
      { id: 'owner', label: 'Owner', kind: 'text' },
      { id: 'due', label: 'Due', kind: 'day' },
      { id: 'state', label: 'Where it stands', kind: 'text' },
    ],
    rows: conditions.map(({ id, text, owner, dueOn, metBy, dischargedOn, isAfterRelease }) =>
      tableRow(`conditions/${id}`, [
        textCell(isAfterRelease ? `${text} (money is released before it is met)` : text),
        textCell(owner),
        dayCell(dueOn),
        textCell(
          dischargedOn !== null ? 'Discharged' : metBy !== null ? 'Stated to be met, not yet discharged' : 'Open',
        ),
      ]),
    ),
  })
