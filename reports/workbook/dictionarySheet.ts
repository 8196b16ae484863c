import type { Heading } from '../heading.ts'
import { spendColumns } from '../spend/columns.ts'
import { checkColumns } from './checksSheet.ts'
import type { Workbook } from './excel.ts'
import { addRow, addSheet, finishSheet, nameRows } from './sheet.ts'

type DescribedSheet = 'funding' | 'appendix-a' | 'spend'

/** What every column of the workbook means, its unit and where it comes from. */
export const addDictionarySheet = (
  workbook: Workbook,
  described: readonly DescribedSheet[],
  heading: Heading,
): void => {
  const sheet = addSheet(workbook, {
    name: 'Data dictionary',
    title: 'Data dictionary',
    heading,
    columns: [
      { header: 'Sheet', kind: 'text' },
      { header: 'Column', kind: 'text' },
      { header: 'Meaning', kind: 'wide-text' },
      { header: 'Unit', kind: 'text' },
      { header: 'Source', kind: 'text' },
    ],
    unit: '£',
    frozenColumns: 2,
  })
  const first = sheet.next
  for (const row of described.flatMap((name) => entries[name])) addRow(sheet, row)
  for (const { header, meaning, unit, source } of checkColumns) addRow(sheet, ['Checks', header, meaning, unit, source])
  for (const row of words) addRow(sheet, ['Every sheet', ...row])
  nameRows(workbook, sheet, 'Data_dictionary', [first, sheet.next - 1])
  finishSheet(sheet)
}

const FUNDING = 'Capital funding & cash flow'
const THOUSANDS = "pounds and pence, shown in £000's"

const entries: Record<DescribedSheet, string[][]> = {
  funding: [
    [
      FUNDING,
      'Table and row',
      'A place in the programme in tables A and B, a funding source in table C',
      'text',
      'Ledger',
    ],
    [FUNDING, 'TOTAL', 'All years', THOUSANDS, 'Sum of the columns after it'],
    [FUNDING, 'TO MARCH yyyy', 'All years that end by March of that year', THOUSANDS, 'Ledger'],
    [FUNDING, 'yyyy/yy', 'One financial year from April to March', THOUSANDS, 'Ledger'],
    [FUNDING, 'yyyy on', 'The financial year that starts in April of that year, and all after it', THOUSANDS, 'Ledger'],
    [FUNDING, 'Table A', 'Authority in force before the decision was made', THOUSANDS, 'Ledger, level authority'],
    [FUNDING, 'Table B', 'Authority that the decision gives or asks for', THOUSANDS, 'Lines of the decision'],
    [FUNDING, 'Table C', 'Allocation that stands on the programme as a whole', THOUSANDS, 'Ledger, level allocation'],
    [FUNDING, 'Control rows', 'Differences that must be 0.0', THOUSANDS, 'Totals of the tables'],
  ],
  'appendix-a': [
    ['Appendix A', 'Theme objective', 'What the theme is for; the theme of an unfunded line', 'text', 'Theme'],
    ['Appendix A', 'Scheme', 'Scheme, with the number of its note', 'text', 'Scheme'],
    [
      'Appendix A',
      'yyyy/yy',
      'Planned expenditure in the financial year; "-" where a line is unfunded',
      'pounds and pence, shown in whole pounds',
      'Ledger, level plan',
    ],
  ],
  spend: spendColumns.map(({ header, kind, meaning, source }) => [
    'Spend',
    header,
    meaning,
    kind === 'amount' ? "pounds and pence, shown in £000's and in whole pounds" : 'text',
    source,
  ]),
}

const words = [
  ['none', 'Nothing is recorded; not the same as 0.0', 'word', 'Ledger'],
  ['not recorded', 'The comparison needs a figure that is not recorded', 'word', 'Ledger'],
  ['at theme, at programme', 'The amount was given for the theme or the programme as a whole', 'word', 'Ledger'],
  ['–', 'Cannot apply', 'word', 'Report'],
  ['(40.0)', 'A negative amount', 'as the column', 'Ledger'],
  ['Rounding', 'How far the amounts as shown fail to add up; the amounts themselves do', 'as the column', 'Report'],
]
