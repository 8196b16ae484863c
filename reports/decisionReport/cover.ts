import type { RequestCover } from '../../domain/authority/authorityRequest.ts'
import { formatDay } from '../../domain/inWords.ts'
import { listInWords } from '../document/listInWords.ts'
import { factsPart } from '../document/parts.ts'
import type { Part } from '../model/reportModel.ts'
import type { DecisionReportGiven } from './given.ts'

/** The lines at the head of the report, and the four questions that every report of the council answers. */
export const coverParts = ({ facts, request, writers }: DecisionReportGiven): Part[] => {
  const day = request.decision?.madeOn ?? request.decisionDueOn
  return [
    factsPart('cover', [
      ['Report of', listInWords(writers)],
      ['Report to', request.decisionTaker],
      ['Date', day === null ? null : formatDay(day)],
      ['Subject', request.title],
      ['Capital Scheme Number', facts.programme.capitalSchemeNumber],
    ]),
    factsPart('questions', [
      ['Does it affect particular electoral wards?', wardsAnswer(request.cover)],
      [
        'Does it bear on equality and diversity, cohesion and integration?',
        request.cover.hasEqualityImplications === null
          ? 'Not answered'
          : yesOrNo(request.cover.hasEqualityImplications),
      ],
      ['Can the decision be called in?', callInAnswer(request.cover)],
      ['Is anything in it confidential or exempt?', exemptAnswer(request.cover)],
    ]),
  ]
}

const yesOrNo = (isYes: boolean): string => (isYes ? 'Yes' : 'No')

const wardsAnswer = ({ wards, isSignificantForWards, significance }: RequestCover): string => {
  if (wards.length === 0 && !isSignificantForWards) return 'No'
  const named = wards.length === 0 ? 'wards not named' : listInWords(wards)
  return [`Yes: ${named}`, isSignificantForWards ? significance : ''].filter(Boolean).join('. ')
}

const callInAnswer = ({ isCallInEligible, callInExemption }: RequestCover): string =>
  isCallInEligible ? 'Yes' : ['No', callInExemption].filter(Boolean).join(': ')

/** With the rule of the council's procedure where it is stated; the whole report is exempt, so no appendix is named. */
const exemptAnswer = ({ isExempt, exemptParagraph, publicInterest }: RequestCover): string =>
  isExempt
    ? `Yes: Schedule 12A, ${exemptParagraph || 'paragraph not stated'}. ${publicInterest || 'Why the public interest is in keeping it back is not stated.'} It is the whole report, no appendix alone.`
    : 'No'
