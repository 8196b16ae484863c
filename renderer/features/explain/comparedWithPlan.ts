import { formatInSentence, type Pence, pence } from '../../../domain/money.ts'

/** `Compared with plan £318,000: £40,000 more.` */
export const comparedWithPlan = (amount: Pence, plan: Pence): string => {
  const difference = pence(Math.abs(amount - plan))
  const words = difference === 0 ? 'the same' : `${formatInSentence(difference)} ${amount > plan ? 'more' : 'less'}`
  return `Compared with plan ${formatInSentence(plan)}: ${words}.`
}
