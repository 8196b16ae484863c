import { yearsOf } from '../../domain/authority/requestDecision.ts'
import { formatYear } from '../../domain/financialYear.ts'
import { formatInSentence, pence, sum } from '../../domain/money.ts'
import { type AppendixA, appendixA } from '../appendixA/model.ts'
import { expenditureTable } from '../appendixA/report.ts'
import { listInWords } from '../document/listInWords.ts'
import { numbered } from '../document/numbered.ts'
import {
  headingPart,
  keptFromPublic,
  listPart,
  pageBreak,
  paragraphPart,
  strongRun,
  textRun,
} from '../document/parts.ts'
import { takeFootnotes } from '../document/takeFootnotes.ts'
import type { Part, ReportContent } from '../model/reportModel.ts'
import { runsOf } from '../narrative/narrativeParts.ts'
import { placesOf } from '../places.ts'
import { schemeSummary, summaryText } from '../schemeSummaries/summary.ts'
import { coverParts } from './cover.ts'
import type { DecisionReportGiven } from './given.ts'
import { legalParts } from './legal.ts'
import { resourcesParts } from './resources.ts'
import { type SectionId, sectionIds, writtenTexts } from './texts.ts'

/** Report 1: the delegated decision report of a request for authority to spend, in the council's order. */
export const decisionReport = (given: DecisionReportGiven): ReportContent => {
  const { request, facts, order } = given
  const texts = writtenTexts(given)
  const plan = appendixA(facts, { from: order.from ?? undefined, to: order.to ?? undefined })
  const of = (id: SectionId) => texts[id].parts
  const chapter = (number: string, text: string, parts: readonly Part[], level: 1 | 2 = 1): Part[] => [
    headingPart(`chapter-${number}`, level, text, number),
    ...numbered(number, parts),
  ]
  const body = [
    headingPart('summary-heading', 1, 'Summary of main issues'),
    ...numbered(null, of('summary')),
    headingPart('recommendations-first', 1, 'Recommendations'),
    // The same text stands at the end as chapter 6.
    ...of('recommendations').map((part): Part => ({ ...part, id: `first/${part.id}` })),
    ...chapter('1', 'Purpose of this report', of('purpose')),
    ...chapter('2', 'Background information', of('background')),
    ...chapter('3', 'Main issues', [...of('mainIssues'), ...askedParts(given)]),
    headingPart('chapter-4', 1, 'Corporate considerations', '4'),
    ...chapter('4.1', 'Consultation and engagement', of('consultation'), 2),
    ...chapter('4.2', 'Equality and diversity / cohesion and integration', of('equality'), 2),
    ...chapter('4.3', 'Council policies and best council plan', of('policies'), 2),
    ...chapter('4.4', 'Resources and value for money', [...of('resources'), ...resourcesParts(given)], 2),
    ...chapter(
      '4.5',
      'Legal implications, access to information, and call-in',
      [...of('legal'), ...legalParts(given)],
      2,
    ),
    ...chapter('4.6', 'Risk management', of('risks'), 2),
    ...chapter('5', 'Conclusions', of('conclusions')),
    ...chapter('6', 'Recommendations', of('recommendations')),
    pageBreak('before-appendix'),
    headingPart('appendix-a', 1, 'Appendix A: Better Care Fund expenditure plan'),
    expenditureTable(plan, order.unit ?? '£'),
    ...planSentences(given, plan).map((text, at) => paragraphPart(`appendix-a/${at + 1}`, text)),
    headingPart('scheme-summary', 1, 'Scheme summary'),
    ...summaryParts(given),
  ]
  const { parts, footnotes } = takeFootnotes(keptFromPublic(body, given.exempt))
  return {
    about: request.title,
    unit: '£',
    orientation: 'portrait',
    parts: [...coverParts(given), ...parts],
    footnotes,
    missing: [...missingOf(given), ...sectionIds.flatMap((id) => texts[id].missing ?? [])],
    sections: sectionIds.map((id) => texts[id].section),
  }
}

/** What is asked for by theme and scheme, and by year, from the lines of the request. */
const askedParts = ({ facts, request, figures }: DecisionReportGiven): Part[] => {
  const places = placesOf(facts)
  const themes = places.themes.filter(
    ({ id }) =>
      request.lines.some(({ place }) => place.id === id) ||
      request.lines.some(({ place }) => place.kind === 'scheme' && places.themeOf(place.id)?.id === id),
  )
  const byYear = yearsOf(request.lines).flatMap((year) => {
    const amount = sum(request.lines.filter(({ startYear }) => startYear === year).map((line) => line.amount))
    return amount === 0 ? [] : [`{{request.requested(${year})}} in ${formatYear(year)}`]
  })
  return [
    ...(byYear.length === 0
      ? [paragraphPart('asked/years', 'The request has no amounts yet.')]
      : [paragraphPart('asked/years', runsOf(`By its lines the request asks for ${listInWords(byYear)}.`, figures))]),
    ...(themes.length === 0
      ? []
      : [
          paragraphPart('asked/themes', `The money is for ${themes.length === 1 ? 'one theme' : 'these themes'}:`),
          listPart(
            'asked/theme-list',
            themes.map(({ id, name, objective }) => {
              const schemes = places.schemes.filter(
                (scheme) => places.themeOf(scheme.id)?.id === id && scheme.lifecycle !== 'unfunded',
              )
              const named = schemes.length === 0 ? '' : ` Schemes: ${listInWords(schemes.map((each) => each.name))}.`
              return [strongRun(name), textRun(`. ${objective}${named}`)]
            }),
          ),
        ]),
  ]
}

/** Where the plan and what is asked for are not the same in a year, the reader is told. */
const planSentences = ({ request }: DecisionReportGiven, { years, total }: AppendixA): string[] =>
  years.flatMap(({ startYear, label }, at) => {
    const asked = sum(request.lines.filter((line) => line.startYear === startYear).map(({ amount }) => amount))
    const difference = (total.cells[at] ?? 0) - asked
    if (difference === 0) return []
    const words = `${formatInSentence(pence(Math.abs(difference)))} ${difference > 0 ? 'more' : 'less'}`
    return [`In ${label} the plan is ${words} than the authority that is asked for.`]
  })

const summaryParts = ({ facts }: DecisionReportGiven): Part[] => {
  const { schemes } = placesOf(facts)
  const funded = schemes.filter(({ lifecycle }) => lifecycle !== 'unfunded' && lifecycle !== 'cancelled')
  const described = funded.filter(({ briefDescription }) => briefDescription !== '')
  const others = funded.filter(({ briefDescription }) => briefDescription === '')
  return [
    ...described.map((scheme) =>
      paragraphPart(`scheme/${scheme.id}`, [
        strongRun(scheme.name),
        textRun(`. ${summaryText(schemeSummary(facts, scheme))}`),
      ]),
    ),
    ...(others.length === 0
      ? []
      : [
          paragraphPart(
            'schemes-undescribed',
            `What they are for is not recorded of: ${listInWords(others.map(({ name }) => name))}.`,
          ),
        ]),
  ]
}

const missingOf = ({ facts, request }: DecisionReportGiven): string[] => {
  const undescribed = facts.schemes.filter(
    ({ lifecycle, briefDescription }) => lifecycle === 'live' && briefDescription === '',
  )
  return [
    ...(request.decisionTaker === '' ? ['Nobody is named who decides.'] : []),
    ...(request.decisionDueOn === null && request.decision === null ? ['No day is set for the decision.'] : []),
    ...(request.cover.hasEqualityImplications === null ? ['The question on equality is not answered.'] : []),
    ...(undescribed.length === 0
      ? []
      : [`No description is recorded of ${listInWords(undescribed.map(({ name }) => name))}.`]),
  ]
}
