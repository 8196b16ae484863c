import { yearsOf } from '../../domain/authority/requestDecision.ts'
import { formatYear } from '../../domain/financialYear.ts'
import { listInWords } from '../document/listInWords.ts'
import { type WrittenSection, writeSection } from '../document/section.ts'
import type { DecisionReportGiven } from './given.ts'

/** The texts of the report in the council's order. */
export const sectionIds = [
  'summary',
  'purpose',
  'background',
  'mainIssues',
  'consultation',
  'equality',
  'policies',
  'resources',
  'legal',
  'risks',
  'conclusions',
  'recommendations',
] as const
export type SectionId = (typeof sectionIds)[number]

/** The request's own texts; the purpose, the conclusions and the recommendations are proposed where it has none. */
export const writtenTexts = (given: DecisionReportGiven): Record<SectionId, WrittenSection> => {
  const { request, facts } = given
  const { narrative } = request
  const { decisionTaker } = request
  const taker = decisionTaker === '' ? 'The decision taker' : `The ${decisionTaker}`
  const years = listInWords(yearsOf(request.lines).map(formatYear))
  const number = facts.programme.capitalSchemeNumber
  const asked = `authority to spend {{authority.requested | k}} on ${facts.programme.name}${years === '' ? '' : ` in ${years}`}${number === '' ? '' : ` from capital scheme ${number}`}`
  const section = (id: SectionId, heading: string, proposed: string, absent: string) =>
    writeSection(given, { id, heading, proposed, absent })
  return {
    summary: section('summary', 'Summary of main issues', narrative.summary, 'The request has no summary.'),
    purpose: section('purpose', 'Purpose of this report', `To ask for ${asked}.`, 'The purpose is not stated.'),
    background: section(
      'background',
      'Background information',
      narrative.background,
      'The request gives no background.',
    ),
    mainIssues: section('mainIssues', 'Main issues', narrative.mainIssues, 'The request names no main issues.'),
    consultation: section(
      'consultation',
      'Consultation and engagement',
      narrative.consultation,
      'The request does not say who was consulted.',
    ),
    equality: section(
      'equality',
      'Equality and diversity / cohesion and integration',
      narrative.equality,
      'The request says nothing on equality.',
    ),
    policies: section(
      'policies',
      'Council policies and best council plan',
      narrative.policies,
      'The request does not say which policies it serves.',
    ),
    resources: section(
      'resources',
      'Resources and value for money',
      narrative.resources,
      'The request says nothing on resources beside its figures.',
    ),
    legal: section(
      'legal',
      'Legal implications, access to information, and call-in',
      narrative.legal,
      'The request says nothing on law beside what follows.',
    ),
    risks: section('risks', 'Risk management', narrative.risks, 'The request does not say how risk is managed.'),
    conclusions: section(
      'conclusions',
      'Conclusions',
      narrative.conclusions ||
        'The plan stands in Appendix A, scheme by scheme. Each scheme needs a business case of its own before its money is released.',
      'The request draws no conclusions.',
    ),
    recommendations: section(
      'recommendations',
      'Recommendations',
      narrative.recommendations || `${taker} is recommended to give ${asked}.`,
      'The request recommends nothing.',
    ),
  }
}
