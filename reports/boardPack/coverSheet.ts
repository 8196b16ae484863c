import { scopeOf } from '../../domain/figures/figureScopes.ts'
import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import { formatInSentence, sum } from '../../domain/money.ts'
import { type Cell, cellsOf } from '../../domain/portfolio/cell.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { cellOf } from '../cell.ts'
import { listInWords } from '../document/listInWords.ts'
import { factsPart, headingPart, listPart, paragraphPart, tablePart, tableRow } from '../document/parts.ts'
import type { Part } from '../model/reportModel.ts'
import { sumRow } from '../model/sumRow.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'
import { placesOf } from '../places.ts'
import { ratingWords } from '../schemeSummaries/ratingWords.ts'
import type { PackItem } from './given.ts'

/** One page on an item: what is asked, for how much, on what authority, with what behind it, and the words to agree to. */
export const coverSheet = (facts: ProgrammeFacts, item: PackItem): Part[] => {
  const { lines, benefits, risks } = item
  return [
    factsPart('cover', [
      ['The board is asked to', item.act ?? 'nothing now, by the route it goes'],
      ['Reference', item.reference ?? 'None'],
      ['Written by', listInWords(item.writers)],
      ['Amount asked for', lines.length === 0 ? 'None' : formatInSentence(sum(lines.map(({ amount }) => amount)))],
      ...moneyFacts(facts, item),
      ['Prior decisions', priorDecisions(facts, item)],
      ['Confidence in delivery', item.rating === null ? null : `${item.rating}, ${ratingWords[item.rating]}`],
      ['Finance check', item.financeCheck],
      ['Paper', item.paperSha256 === null ? 'Not frozen yet' : `As frozen, SHA-256 ${item.paperSha256}`],
      ...(item.outcome === null ? [] : [['Outcome', item.outcome] as const]),
    ]),
    ...(lines.length === 0 ? [] : [yearsTable(item)]),
    headingPart('benefits-heading', 3, 'Benefits'),
    benefits.length === 0 ? paragraphPart('benefits', 'The paper names no benefits.') : listPart('benefits', benefits),
    headingPart('risks-heading', 3, 'Risks'),
    risks.length === 0
      ? paragraphPart('risks', 'The paper names no risks.')
      : listPart(
          'risks',
          risks.map(({ title, score }) => `${title} (${score === null ? 'not assessed' : `score ${score} of 25`})`),
        ),
    headingPart('recommendation-heading', 3, 'Recommendation'),
    paragraphPart('recommendation', item.recommendation || 'The paper has no wording to agree to.'),
  ]
}

/** Allocation and authority to date of the places that the item is about, each once. */
const moneyFacts = (facts: ProgrammeFacts, { places }: PackItem): [string, string][] => {
  const { label } = placesOf(facts)
  return places.slice(0, MOST_PLACES).map((place) => {
    const levels = cellsOf(scopeOf(facts, facts.balances, place), () => true)
    return [
      `${label(place)} to date`,
      `allocation ${inWords(levels.allocation)}, authority ${inWords(levels.authority)}, spent ${inWords(levels.spent)}`,
    ]
  })
}

const MOST_PLACES = 8

const inWords = (cell: Cell): string =>
  cell.kind === 'amount'
    ? formatInSentence(cell.amount)
    : cell.kind === 'not-applicable'
      ? 'none'
      : cell.kind.replace('-', ' ')

/** Those on its places, and on the themes of its schemes, which carry them too. */
const priorDecisions = (facts: ProgrammeFacts, { places }: PackItem): string => {
  const { themeOf } = placesOf(facts)
  const ids = new Set(places.flatMap(({ kind, id }) => [id, ...(kind === 'scheme' ? [themeOf(id)?.id ?? id] : [])]))
  const own = facts.decisions
    .filter(({ lines, status }) => status === 'effective' && lines.some(({ place }) => ids.has(place.id)))
    .map(({ reference, madeOn }) => `${reference} of ${formatDay(madeOn)}`)
  return own.length === 0 ? 'None on record' : listInWords(own)
}

/** What is asked for by source and year. */
const yearsTable = ({ lines }: PackItem): TablePart => {
  const years = [...new Set(lines.map(({ startYear }) => startYear))].sort((one, other) => one - other)
  const columns = [
    { id: 'source', label: 'Source', kind: 'text' as const },
    ...years.map((year: StartYear) => ({ id: String(year), label: formatYear(year), kind: 'amount' as const })),
    { id: 'total', label: 'Total', kind: 'amount' as const, adds: { plus: years.map(String), minus: [] } },
  ]
  const rows = [...Map.groupBy(lines, ({ source }) => source)].map(([source, own], at) =>
    tableRow(`money/${at + 1}`, [
      textCell(source),
      ...years.map((year) => cellOf(own.filter(({ startYear }) => startYear === year).map(({ amount }) => amount))),
      cellOf(own.map(({ amount }) => amount)),
    ]),
  )
  return tablePart({
    id: 'money',
    caption: 'Asked for by year and source',
    columns,
    rows: [...rows, sumRow({ id: 'money/total', label: 'Total', style: 'total' }, columns, rows)],
  })
}
