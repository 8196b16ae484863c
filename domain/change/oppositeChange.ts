import { pence } from '../money.ts'
import type { ChangeKind, ChangeRequest } from './changeRequest.ts'

/** What a change would be that takes another back, line by line. */
export const oppositeChange = ({
  kind,
  lines,
}: Pick<ChangeRequest, 'kind' | 'lines'>): Pick<ChangeRequest, 'kind' | 'lines'> => ({
  kind: opposites[kind] ?? kind,
  lines: lines.map((line) => ({ ...line, amount: pence(-line.amount) })),
})

const opposites: Partial<Record<ChangeKind, ChangeKind>> = {
  injection: 'reduction',
  reduction: 'injection',
  slippage: 'acceleration',
  acceleration: 'slippage',
}
