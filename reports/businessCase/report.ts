import type { BusinessCase } from '../../domain/businessCase/businessCase.ts'
import { missing } from '../../domain/businessCase/completeness.ts'
import { guidance, sectionOrder, stageTitles } from '../../domain/businessCase/guidance.ts'
import { tieWithPlan } from '../../domain/businessCase/tieWithPlan.ts'
import { formatYear } from '../../domain/financialYear.ts'
import { formatInSentence, pence } from '../../domain/money.ts'
import { listInWords, stateInWords } from '../document/listInWords.ts'
import { numbered } from '../document/numbered.ts'
import {
  dayInWords,
  factsPart,
  headingPart,
  keptFromPublic,
  listPart,
  paragraphPart,
  tablePart,
  tableRow,
} from '../document/parts.ts'
import { type WrittenSection, writeSection } from '../document/section.ts'
import { takeFootnotes } from '../document/takeFootnotes.ts'
import type { Part, ReportContent } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'
import type { BusinessCaseGiven } from './given.ts'
import {
  assuranceTable,
  benefitsTable,
  conditionsTable,
  costTable,
  fundingTable,
  optionsTable,
  risksTable,
} from './tables.ts'

/** Report 5: one version of a business case, with the five cases of its writers and the tables between them. */
export const businessCaseReport = (given: BusinessCaseGiven): ReportContent => {
  const { businessCase } = given
  const texts = writtenTexts(given)
  const chapters = chaptersOf(given, new Map(texts.map((each) => [each.section.id, each.parts])))
  const { parts, footnotes } = takeFootnotes([
    coverPart(given),
    ...keptFromPublic(
      chapters.flatMap(([title, own], at) => [
        headingPart(`chapter-${at + 1}`, 1, title, String(at + 1)),
        ...numbered(String(at + 1), own),
      ]),
      given.exempt,
    ),
  ])
  return {
    title:
      stageTitles[businessCase.stage] === stageTitles.not_stated ? 'Business case' : stageTitles[businessCase.stage],
    about: businessCase.title,
    unit: '£',
    orientation: 'portrait',
    parts,
    footnotes,
    missing: missing(businessCase).map(({ label }) => `Not in the case: ${label}.`),
    sections: texts.map(({ section }) => section),
  }
}

type Chapter = readonly [title: string, parts: Part[]]

const chaptersOf = (given: BusinessCaseGiven, textOf: ReadonlyMap<string, Part[]>): Chapter[] => {
  const { businessCase } = given
  const of = (id: string) => textOf.get(id) ?? []
  const beside: Record<string, Part[]> = {
    economic: tableOr(
      'options',
      businessCase.options.length,
      () => optionsTable(businessCase),
      'The case lists no options.',
    ),
    financial: moneyParts(given),
    management: tableOr(
      'assurance',
      businessCase.assurance.length,
      () => assuranceTable(businessCase),
      'The case records no assurance.',
    ),
  }
  return [
    ['Participants and organisations', [participantsPart(given)]],
    ['What is asked', of('ask')],
    ...sectionOrder.map((name): Chapter => [guidance[name].title, [...of(name), ...(beside[name] ?? [])]]),
    [
      'Benefits',
      tableOr(
        'benefits',
        businessCase.benefits.length,
        () => benefitsTable(businessCase),
        'The case names no benefits.',
      ),
    ],
    ['Risks', tableOr('risks', businessCase.risks.length, () => risksTable(businessCase), 'The case names no risks.')],
    [
      'Conditions',
      tableOr(
        'conditions',
        businessCase.conditions.length,
        () => conditionsTable(businessCase),
        'No conditions stand on it.',
      ),
    ],
    ['Interests and attachments', interestParts(businessCase)],
    ['Sign-off', signOffParts(given)],
  ]
}

const tableOr = (id: string, count: number, table: () => Part, absent: string): Part[] =>
  count > 0 ? [table()] : [paragraphPart(`${id}/absent`, absent)]

const writtenTexts = (given: BusinessCaseGiven): WrittenSection[] => [
  writeSection(given, {
    id: 'ask',
    heading: 'What is asked',
    proposed: given.businessCase.ask,
    absent: 'The case does not say what is asked.',
  }),
  ...sectionOrder.map((name) =>
    writeSection(given, {
      id: name,
      heading: guidance[name].title,
      proposed: given.businessCase.sections[name],
      absent: `The ${guidance[name].title.toLowerCase()} is not written.`,
    }),
  ),
]

const coverPart = ({ businessCase, facts, writers }: BusinessCaseGiven): Part => {
  const { schemeId, stage, reference, version, status, submittedOn, recommendedOn, approvedOn, validUntilOn } =
    businessCase
  const days = [
    ['Submitted', submittedOn],
    ['Recommended', recommendedOn],
    ['Approved', approvedOn],
    ['Valid until', validUntilOn],
  ] as const
  return factsPart('cover', [
    ['Scheme', facts.schemes.find(({ id }) => id === schemeId)?.name ?? null],
    ['Stage', stageTitles[stage]],
    ['Reference', `${reference}, version ${version}`],
    ['Where it stands', stateInWords(status)],
    ['Written by', listInWords(writers)],
    ...days.flatMap(([name, day]) => (day === null ? [] : [[name, dayInWords(day)] as const])),
    ...(businessCase.statedIn === '' ? [] : [['Stated in', businessCase.statedIn] as const]),
  ])
}

const participantsPart = ({ businessCase, facts }: BusinessCaseGiven): Part => {
  const scheme = facts.schemes.find(({ id }) => id === businessCase.schemeId)
  const named = (id: string | null) => facts.organisations.find((each) => each.id === id)?.name ?? null
  const commissioners = { not_stated: null, nhs: 'NHS', la: 'Local authority', joint: 'NHS and local authority' }
  return factsPart('participants', [
    ['Accountable organisation', named(facts.programme.accountableOrganisationId)],
    ['Partner', named(facts.programme.partnerOrganisationId)],
    ['Lead organisation', named(scheme?.leadOrganisationId ?? null)],
    ['Commissioner', scheme ? commissioners[scheme.commissioner] : null],
    ['Providers', listInWords(scheme?.providers ?? [])],
    ['Senior responsible owner', scheme?.seniorResponsibleOwner ?? null],
    ['Scheme lead', scheme?.schemeLead ?? null],
  ])
}

const moneyParts = ({ businessCase, facts }: BusinessCaseGiven): Part[] => {
  const stated = businessCase.costs.filter(({ amount }) => amount !== 0)
  if (stated.length === 0) return [paragraphPart('costs/absent', 'The case states no costs.')]
  const { lines } = tieWithPlan(businessCase, facts.balances)
  const untied = lines.filter(({ difference }) => difference !== 0)
  const hasSources = stated.some(({ sourceId }) => sourceId !== null)
  return [
    costTable(stated),
    ...(hasSources
      ? [fundingTable(stated, facts.sources)]
      : [paragraphPart('funding/absent', 'The case does not say which source pays.')]),
    paragraphPart(
      'costs/tie',
      untied.length === 0
        ? 'Its costs are those of the plan, year by year.'
        : `Its costs are not those of the plan: ${listInWords(
            untied.map(
              ({ startYear, nature, difference }) =>
                `in ${formatYear(startYear)} the plan has ${formatInSentence(pence(Math.abs(difference)))} ${difference > 0 ? 'more' : 'less'} of ${nature}`,
            ),
          )}.`,
    ),
  ]
}

const interestParts = ({ hasInterest, interests, attachments }: BusinessCase): Part[] => [
  paragraphPart(
    'interests',
    hasInterest === null
      ? 'Whether somebody who wrote it has an interest in it is not stated.'
      : hasInterest
        ? `Somebody who wrote it has an interest in it: ${interests || 'which is not described'}.`
        : 'Nobody who wrote it has declared an interest in it.',
  ),
  ...(attachments.length === 0
    ? [paragraphPart('attachments/absent', 'Nothing is attached.')]
    : [
        paragraphPart('attachments', 'Attached, each with its SHA-256:'),
        listPart(
          'attachment-list',
          attachments.map(({ name, sha256 }) => `${name} (${sha256})`),
        ),
      ]),
]

/** The stages of its route with what was done; what is still to be signed is left open. */
const signOffParts = ({ signOff, businessCase }: BusinessCaseGiven): Part[] =>
  signOff.length === 0
    ? [paragraphPart('sign-off/absent', 'It goes by no route yet, so that nobody has been asked to sign it off.')]
    : [
        tablePart({
          id: 'sign-off',
          caption: 'Sign-off',
          columns: [
            { id: 'stage', label: 'Stage', kind: 'text' },
            { id: 'by', label: 'By', kind: 'text' },
            { id: 'state', label: 'Where it stands', kind: 'text' },
          ],
          rows: signOff.map(({ stage, by, isPassed }, at) =>
            tableRow(`sign-off/${at + 1}`, [
              textCell(stage),
              textCell(by),
              textCell(isPassed ? 'Passed' : businessCase.status === 'draft' ? 'Not begun' : 'Not passed yet'),
            ]),
          ),
        }),
      ]
