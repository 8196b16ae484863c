import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Rating, Scheme } from '../../domain/programme/scheme.ts'
import { countInWords } from '../document/listInWords.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'

/** More do not fit on the page beside the rest. */
const MOST_SCHEMES = 8

const worst = ['R', 'AR', 'A', 'AG', 'G'] as const

/** The ratings of the schemes that have one, the worst first, and how many have none. */
export const ratingsTable = ({ schemes }: ProgrammeFacts): { table: TablePart; rated: number } => {
  const live = schemes.filter(({ lifecycle }) => !['idea', 'unfunded', 'closed', 'cancelled'].includes(lifecycle))
  const rated = live
    .filter((scheme) => ratingsOf(scheme).some((rating) => rating !== null))
    .toSorted((one, other) => severity(one) - severity(other) || one.sort - other.sort)
  const shown = rated.slice(0, MOST_SCHEMES)
  const rest = rated.length - shown.length
  const without = live.length - rated.length
  return {
    rated: rated.length,
    table: tablePart({
      id: 'ratings',
      name: 'Ratings',
      caption: 'Ratings of schemes, the worst first',
      columns,
      rows: shown.map((scheme) =>
        tableRow(`rating/${scheme.id}`, [
          textCell(scheme.shortName || scheme.name),
          ...ratingsOf(scheme).map(ratingCell),
        ]),
      ),
      notes: [
        [
          ...(shown.length === 0 ? [] : ['R is red, A amber, G green.']),
          ...(rest === 0 ? [] : [`${countInWords(rest, 'scheme')} more, rated no worse, not shown.`]),
          ...(without === 0 ? [] : [`Not assessed: ${countInWords(without, 'scheme')}.`]),
        ].join(' '),
      ].filter((note) => note !== ''),
    }),
  }
}

const ratingsOf = ({ dca, ragDelivery, ragFinance, ragBenefits }: Scheme): Rating[] => [
  dca,
  ragDelivery,
  ragFinance,
  ragBenefits,
]

/** 0 where any of its ratings is red. */
const severity = (scheme: Scheme): number =>
  Math.min(...ratingsOf(scheme).map((rating) => (rating === null ? worst.length : worst.indexOf(rating))))

const ratingCell = (rating: Rating): TableCell =>
  rating === null ? { kind: 'none' } : { kind: 'rating', rating, text: '' }

const columns = [
  tableColumn({ id: 'scheme', kind: 'text', label: 'Scheme', source: 'Scheme' }),
  tableColumn({
    id: 'dca',
    kind: 'rating',
    label: 'Confidence',
    meaning: 'Delivery confidence assessment',
    source: 'Scheme',
  }),
  tableColumn({ id: 'delivery', kind: 'rating', label: 'Delivery', source: 'Scheme' }),
  tableColumn({ id: 'finance', kind: 'rating', label: 'Finance', source: 'Scheme' }),
  tableColumn({ id: 'benefits', kind: 'rating', label: 'Benefits', source: 'Scheme' }),
]
