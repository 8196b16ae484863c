import type { MoneyUnit } from '../../domain/money.ts'
import type { Exempt } from '../../domain/report/exempt.ts'
import { proofOf } from '../model/proofOf.ts'
import type { ReportHeading } from '../model/reportHeading.ts'
import type { TablePart } from '../model/tablePart.ts'

/** What stands below the title of every sheet: what it is about, its moment, its status, its unit and its proof. */
export const linesAbove = (
  heading: ReportHeading,
  table: Pick<TablePart, 'caption' | 'exempt'> | null,
  unit: MoneyUnit | null,
): string[] => {
  const { title, programme, schemeNumber, about, status, demonstration, asAt, asAtInWords, madeInWords } = heading
  return [
    schemeNumber === '' ? programme : `${programme}, capital scheme ${schemeNumber}`,
    about,
    table === null || table.caption === title ? '' : table.caption,
    ...(table?.exempt ? [exemptInWords(table.exempt)] : []),
    [`${status}.`, `${asAtInWords}.`, `${madeInWords}.`, ...(demonstration === '' ? [] : [`${demonstration}.`])].join(
      ' ',
    ),
    `Hash of that event: ${asAt.hash}`,
    `Proof: ${proofOf(heading)}`,
    unit === null ? '' : `Unit: ${unitInWords[unit]}. ${ROUNDING_POLICY}`,
  ].filter((line) => line !== '')
}

export const exemptInWords = ({ paragraph, publicInterest }: Exempt): string =>
  `EXEMPT under paragraph ${paragraph} of Schedule 12A. ${publicInterest}`

export const unitInWords: Record<MoneyUnit, string> = {
  '£': 'whole pounds',
  '£000': "£000's, shown to one decimal",
  '£m': '£ millions, shown to two decimals',
}

const ROUNDING_POLICY =
  'Cells hold pounds and pence; rounding is for display only, half away from zero, and a line "Rounding" is added where a column as shown does not add.'
