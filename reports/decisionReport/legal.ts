import { formatDay } from '../../domain/inWords.ts'
import { formatInSentence } from '../../domain/money.ts'
import { paragraphPart } from '../document/parts.ts'
import type { Part } from '../model/reportModel.ts'
import type { DecisionReportGiven } from './given.ts'

/** What law and the days of this request make of the decision, in sentences of the program's own. */
export const legalParts = (given: DecisionReportGiven): Part[] => [
  paragraphPart('legal/key', [keySentence(given), noticeSentence(given)].join(' ')),
  paragraphPart(
    'legal/days',
    [
      given.callInClosesOn === null
        ? 'The decision cannot be called in.'
        : `The decision can be called in up to ${formatDay(given.callInClosesOn)}.`,
      `Money can lawfully be spent under it from ${formatDay(given.firstSpendOn)}.`,
    ].join(' '),
  ),
]

const keySentence = ({ key, decidedOn }: DecisionReportGiven): string => {
  const threshold = `${formatInSentence(key.threshold)} in force on ${formatDay(decidedOn)}`
  const why = key.isOverThreshold
    ? `${formatInSentence(key.amount)} is over the threshold of ${threshold}`
    : `it is stated to be significant for communities in two or more wards`
  return key.isKey
    ? `The decision is a key decision.^[The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089), regulation 8: ${why}.]`
    : `The decision is not a key decision: ${formatInSentence(key.amount)} is not over the threshold of ${threshold}.`
}

const noticeSentence = ({ key, request, earliestOn }: DecisionReportGiven): string => {
  const { notice } = request
  if (!key.isKey) return 'No notice has to be given of it.'
  if (notice === null || earliestOn === null) return 'Its notice is not published yet.'
  const law = { notice: '9', general_exception: '10', special_urgency: '11' }[notice.route]
  return `Notice of it was published on ${formatDay(notice.publishedOn)},^[SI 2012/2089, regulation ${law}.] so that it can be made from ${formatDay(earliestOn)}.`
}
