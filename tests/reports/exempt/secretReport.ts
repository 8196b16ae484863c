import { pence } from '../../../domain/money.ts'
import type { Exempt } from '../../../domain/report/exempt.ts'
import { type Part, ReportModel } from '../../../reports/model/reportModel.ts'
import { everyPart } from '../support/everyPart.ts'

const exempt: Exempt = { paragraph: 'Paragraph 3', publicInterest: 'The prices are still to be agreed.' }

/** Words that stand in what is exempt and nowhere else, each in a place of its own. */
export const secretWords = [
  'Zyxwol',
  'Brimfold',
  'Quandish',
  'Olverton',
  'Harpwick',
  'Tessmark',
  'Wendlow',
  'Corvique',
  'Dunmere',
  'Esterhaze',
  'Fallowby',
  'Gorsley',
]

/** An exempt amount that no other amount resembles, and the sums that it gives away, in pence. */
export const secretAmounts = [765_432_109, 376_543_177, 765_432_109 + 376_543_177]

const [row, text, paragraph, item, fact, headline, note, label, caption, footnote, missing, check] = secretWords

/** A row with its sums. */
const withSecretRow = (part: Extract<Part, { kind: 'table' }>): Part => {
  const [first = 0, second = 0, whole = 0] = secretAmounts
  const amounts = [whole, first, second].map((amount) => ({ kind: 'amount' as const, amount: pence(amount) }))
  const rows = part.rows.map((each) => {
    if (each.id === 'money/wifi') {
      return {
        ...each,
        id: `money/${row}`,
        cells: [{ kind: 'text' as const, text: `${row} Limited` }, ...amounts],
        exempt,
      }
    }
    const adds = each.adds && {
      ...each.adds,
      plus: each.adds.plus.map((id) => (id === 'money/wifi' ? `money/${row}` : id)),
    }
    if (each.id !== 'money/mobile-sum' && each.id !== 'money/all' && each.id !== 'money/left') return { ...each, adds }
    const sign = each.id === 'money/left' ? -1 : 1
    const gone = [5_008_000, 5_004_000, 4_000]
    const cells = each.cells.map((cell, at) =>
      cell.kind === 'amount'
        ? { ...cell, amount: pence(cell.amount + sign * ((amounts[at - 1]?.amount ?? 0) - (gone[at - 1] ?? 0))) }
        : cell,
    )
    return { ...each, adds, cells }
  })
  return { ...part, rows }
}

const withSecretCell = (part: Extract<Part, { kind: 'table' }>): Part => {
  const rows = part.rows.map((each, at) =>
    at === 0
      ? {
          ...each,
          cells: each.cells.map((cell, column) =>
            column === 1 ? { kind: 'text' as const, text: `To be bought from ${text}` } : cell,
          ),
          exemptCells: [{ column: 'why', exempt }],
        }
      : each,
  )
  return { ...part, rows }
}

const secretTable = (part: Extract<Part, { kind: 'table' }>): Part => {
  return {
    ...part,
    id: 'secret-table',
    name: 'Offers',
    caption: `Offers of ${caption}`,
    rows: part.rows.map((each) => ({ ...each, id: `secret-${each.id}` })),
    notes: [`${caption} may still change them.`],
    exempt,
  }
}

const secretChart = (part: Extract<Part, { kind: 'chart' }>): Part => {
  const text = JSON.stringify({ ...part, id: 'secret-chart' }).replaceAll('mix/', 'secret-mix/')
  return {
    ...(JSON.parse(text.replaceAll('Borrowing', `${label} loan`)) as typeof part),
    headline: `${headline} pays for most of it`,
    notes: [`Without the part of ${note}.`],
    exempt,
  }
}

const secretTexts: Part[] = [
  {
    kind: 'paragraph',
    id: 'secret/1',
    number: '1.1',
    runs: [
      { kind: 'text', text: `The price of ${paragraph} is `, isStrong: false },
      {
        kind: 'figure',
        token: `scheme("${paragraph}").plan(2020) | pounds`,
        amount: pence(secretAmounts[0] ?? 0),
        unit: '£',
        text: '£7,654,321.09',
      },
      { kind: 'footnote', mark: '3' },
    ],
    exempt,
  },
  {
    kind: 'list',
    id: 'secret/2',
    isOrdered: false,
    items: [[{ kind: 'text', text: `to take the offer of ${item}`, isStrong: false }]],
    exempt,
  },
  { kind: 'facts', id: 'secret/3', facts: [{ name: 'Supplier', value: `${fact} and partners` }], exempt },
]

/** A report by hand with something exempt in every place that can be, none of which the public may find in any file. */
export const secretReport: ReportModel = ReportModel.parse({
  ...everyPart,
  parts: everyPart.parts.flatMap((part): Part[] => {
    if (part.kind === 'table' && part.id === 'money') return [withSecretRow(part)]
    if (part.kind === 'table' && part.id === 'kinds') return [withSecretCell(part), secretTable(part)]
    if (part.kind === 'chart') return [part, secretChart(part)]
    return part.id === 'money/words' ? secretTexts : [part]
  }),
  footnotes: [...everyPart.footnotes, { mark: '3', text: `As ${footnote} offered.` }],
  missing: [...everyPart.missing, `The address of ${missing} and of ${row} Limited is not recorded.`],
  checks: everyPart.checks.map((each) => ({ ...each, explanation: `${each.explanation} ${check}` })),
})
