import type { AuthorityRequest } from '../../domain/authority/authorityRequest.ts'
import { formatDay } from '../../domain/inWords.ts'
import { formatInSentence } from '../../domain/money.ts'
import type { DecisionReportGiven } from '../decisionReport/given.ts'
import {
  factsPart,
  headingPart,
  keptFromPublic,
  paragraphPart,
  tablePart,
  tableRow,
  wordsCell,
} from '../document/parts.ts'
import { takeFootnotes } from '../document/takeFootnotes.ts'
import { keyDecisionTable } from '../forwardPlan/listing.ts'
import type { Part, ReportContent } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'

const LAW =
  'The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)'

/** Report 7: the notice of a key decision, (a) to (h) of regulation 9; of an exception also who agreed and why. */
export const keyDecisionNotice = (given: DecisionReportGiven): ReportContent => {
  const { request, facts } = given
  return {
    about: request.title,
    unit: '£',
    orientation: 'portrait',
    ...takeFootnotes([
      factsPart('head', [
        [
          'Council',
          facts.organisations.find(({ id }) => id === facts.programme.accountableOrganisationId)?.name ?? null,
        ],
        ['Reference', request.reference],
        ['Notice published', request.notice === null ? 'Not published yet' : formatDay(request.notice.publishedOn)],
        ['Earliest decision', given.earliestOn === null ? null : formatDay(given.earliestOn)],
        ['Capital scheme number', facts.programme.capitalSchemeNumber],
      ]),
      ...keptFromPublic(keyParts(given), given.key.isKey ? null : given.exempt),
      particularsTable(given),
      ...exceptionParts(request),
      headingPart('list', 1, 'As in the list of key decisions'),
      keyDecisionTable([request]),
    ]),
    missing: missingOf(given),
    sections: [],
  }
}

const keyParts = ({ key, decidedOn }: DecisionReportGiven): Part[] =>
  key.isKey
    ? [paragraphPart('key', `A key decision is to be made.^[${LAW}, regulations 8 and 9.]`)]
    : [
        paragraphPart(
          'key',
          `No notice has to be given of this decision: ${formatInSentence(key.amount)} is not over the threshold of ${formatInSentence(key.threshold)} in force on ${formatDay(decidedOn)}, and it is not stated to be significant for two or more wards.`,
        ),
      ]

/** What the public is told; what the request does not say yet is taken from it where it can be. */
const particularsTable = ({ request, key }: DecisionReportGiven): Part => {
  const { notice } = request
  const due = request.decisionDueOn === null ? '' : formatDay(request.decisionDueOn)
  const rows: [letter: string, asked: string, told: string][] = [
    ['(a)', 'That a key decision is to be made', key.isKey ? 'Yes, on behalf of the council' : 'No'],
    ['(b)', 'The matter', notice?.matter || request.title],
    ['(c)', 'Who decides', notice?.decisionTaker || request.decisionTaker],
    ['(d)', 'When it is to be decided', notice?.decisionDue || due],
    ['(e)', 'The documents that are before the decision maker', notice?.documents ?? ''],
    ['(f)', 'Where copies can be had', notice?.copiesFrom ?? ''],
    [
      '(g)',
      'Whether other documents may follow',
      notice === null
        ? ''
        : notice.isMoreToCome
          ? 'Other documents may be put to the decision maker'
          : 'No more are expected',
    ],
    ['(h)', 'How to ask for those documents', notice?.requestDocumentsFrom ?? ''],
  ]
  return tablePart({
    id: 'particulars',
    caption: 'What regulation 9 asks for',
    columns: [
      { id: 'letter', label: 'Paragraph', kind: 'text' },
      { id: 'asked', label: 'What is asked', kind: 'text' },
      { id: 'told', label: 'In this case', kind: 'wide-text' },
    ],
    rows: rows.map(([letter, asked, told]) =>
      tableRow(`particulars/${letter}`, [textCell(letter), textCell(asked), wordsCell(told)]),
    ),
  })
}

const exceptionParts = ({ notice }: AuthorityRequest): Part[] => {
  if (notice === null || notice.route === 'notice') return []
  const [name, regulation] =
    notice.route === 'general_exception' ? ['general exception', '10'] : ['special urgency', '11']
  const agreed = `${notice.agreedBy || 'somebody who is not named'}${notice.agreedOn === null ? '' : ` on ${formatDay(notice.agreedOn)}`}`
  return [
    headingPart('exception', 1, 'Why less notice is given'),
    paragraphPart(
      'exception/1',
      `Notice is given by ${name}.^[SI 2012/2089, regulation ${regulation}.] It was agreed by ${agreed}, because: ${notice.reason || 'no reason is stated'}`,
    ),
  ]
}

const missingOf = ({ request: { notice, decisionTaker, decisionDueOn }, key }: DecisionReportGiven): string[] =>
  !key.isKey
    ? []
    : [
        ...(notice === null ? ['The notice is not published, and its documents and addresses are not stated.'] : []),
        ...(notice === null && decisionTaker === '' ? ['Nobody is named who decides.'] : []),
        ...(notice === null && decisionDueOn === null ? ['No day is set for the decision.'] : []),
        'Regulation 9 asks for the name of an officer who decides. Offices alone are kept here: add the name, or the members of the body, where it is published.',
      ]
