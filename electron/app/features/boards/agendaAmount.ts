import { requestAmount } from '../../../../domain/authority/requestDecision.ts'
import { type Pence, sum } from '../../../../domain/money.ts'
import type { PaperSubject } from '../papers.ts'

/** What an item asks for, in pence, all years. */
export const amountOf = ({ kind, value }: PaperSubject): Pence =>
  kind === 'business_case' ? sum(value.costs.map(({ amount }) => amount)) : requestAmount(value.lines)
