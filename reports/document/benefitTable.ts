import type { Benefit } from '../../domain/benefit/benefit.ts'
import { benefitStateWords } from '../../domain/benefit/benefitWords.ts'
import { progress } from '../../domain/benefit/progress.ts'
import { type Quantity, writeQuantity } from '../../domain/benefit/quantity.ts'
import { formatYear } from '../../domain/financialYear.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'
import { tablePart, tableRow, wordsCell } from './parts.ts'

/** Benefits with their target and what has come of them so far, by scheme. */
export const benefitTable = (
  { id, caption }: { id: string; caption: string },
  benefits: readonly { benefit: Benefit; scheme: string }[],
): TablePart =>
  tablePart({
    id,
    caption,
    columns: [
      { id: 'scheme', label: 'Scheme', kind: 'text' },
      { id: 'benefit', label: 'Benefit', kind: 'text' },
      { id: 'owner', label: 'Owner', kind: 'text' },
      { id: 'baseline', label: 'Baseline', kind: 'text' },
      { id: 'target', label: 'Target', kind: 'text' },
      { id: 'actual', label: 'Actual', kind: 'text' },
      { id: 'state', label: 'Where it stands', kind: 'text' },
    ],
    rows: benefits.map(({ benefit, scheme }) => {
      const { name, owner, baseline, unit, status } = benefit
      const far = progress(benefit)
      const counted = (quantity: Quantity | null | undefined) =>
        quantity === null || quantity === undefined ? null : [writeQuantity(quantity), unit].filter(Boolean).join(' ')
      const target = counted(far?.target)
      return tableRow(`${id}/${benefit.id}`, [
        textCell(scheme),
        textCell(name),
        wordsCell(owner),
        wordsCell(counted(benefit.baselineQuantity) ?? baseline),
        wordsCell(far === null || target === null ? null : `${target} by ${formatYear(far.startYear)}`),
        wordsCell(counted(far?.actual)),
        textCell(benefitStateWords[status]),
      ])
    }),
  })
