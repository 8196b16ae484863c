import { formatYear } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import { sum } from '../../domain/money.ts'
import type { Decision, DecisionLine } from '../../domain/programme/decision.ts'
import { amountCell } from '../cell.ts'
import { countInWords, listInWords, stateInWords } from '../document/listInWords.ts'
import {
  dayCell,
  dayInWords,
  factsPart,
  headingPart,
  keptFromPublic,
  listPart,
  paragraphPart,
  tablePart,
  tableRow,
  wordsCell,
} from '../document/parts.ts'
import type { Part, ReportContent } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'
import { placesOf } from '../places.ts'
import type { DecisionRecordGiven } from './given.ts'

const kindWords: Record<Decision['kind'], string> = {
  key: 'Key decision',
  significant_operational: 'Significant operational decision',
  administrative: 'Administrative decision',
}

/** Report 7: the record of a decision, as the public register of a council has it, and its lines. */
export const decisionRecord = (given: DecisionRecordGiven): ReportContent => {
  const { decision, exempt } = given
  const kept = [
    headingPart('wording-heading', 1, 'What was decided'),
    ...wordingParts(given),
    ...linesParts(given),
    headingPart('how-heading', 1, 'How it was decided'),
    ...voteParts(given),
    ...callInParts(given),
  ]
  return {
    about: `${decision.reference}: ${decision.title}`,
    unit: '£',
    // The entry in the register has ten columns.
    orientation: 'landscape',
    parts: [registerTable(given), factsPart('record', recordFacts(given)), ...keptFromPublic(kept, exempt)],
    footnotes: [],
    missing: missingOf(given),
    sections: [],
  }
}

const yesOrNo = (isYes: boolean): string => (isYes ? 'Yes' : 'No')

const recordFacts = (given: DecisionRecordGiven): [string, string | null][] => {
  const { decision, request, about, writers, callInClosesOn, facts } = given
  const evidence = decision.paperSha256 === null ? null : `Paper with SHA-256 ${decision.paperSha256}`
  return [
    ['Title', decision.title],
    ['Reference', decision.reference],
    ['Decision maker', decision.decisionTaker],
    ['Kind', kindWords[decision.kind]],
    ['Status', stateInWords(decision.status)],
    ...(request?.decision ? [['Outcome', stateInWords(request.decision.outcome)] as [string, string]] : []),
    ['Made', formatDay(decision.madeOn)],
    ['Published', dayInWords(decision.publishedOn)],
    ['Subject to call-in', callInWords(given)],
    ...(callInClosesOn === null ? [] : [['Call-in closes', formatDay(callInClosesOn)] as [string, string]]),
    ['Effective from', formatDay(decision.effectiveOn)],
    ['Wards', request === null ? null : listInWords(request.cover.wards) || 'None in particular'],
    ['Lead officer', listInWords(writers)],
    ['Capital scheme number', facts.programme.capitalSchemeNumber],
    ['Decided on', about],
    ['Evidence', evidence],
  ]
}

const callInWords = ({ decision, request }: DecisionRecordGiven): string =>
  decision.isCallInEligible ? 'Yes' : ['No', request?.cover.callInExemption ?? ''].filter(Boolean).join(': ')

const wordingParts = ({ decision, request }: DecisionRecordGiven): Part[] => {
  const wording = request?.decision?.wording ?? ''
  const texts = [
    wording || 'The wording of the decision is not recorded.',
    request?.decision?.reason ?? '',
    decision.note !== wording ? decision.note : '',
  ]
  return texts.filter(Boolean).map((text, at) => paragraphPart(`wording/${at + 1}`, text))
}

const levelWords: Record<DecisionLine['level'], string> = {
  plan: 'Plan',
  allocation: 'Allocation',
  authority: 'Authority to spend',
  released: 'Released',
}

const linesParts = ({ decision, facts }: DecisionRecordGiven): Part[] => {
  if (decision.lines.length === 0) return [paragraphPart('lines/absent', 'The decision brings nothing to the ledger.')]
  const places = placesOf(facts)
  const levels = [...new Set(decision.lines.map(({ level }) => level))]
  const sourceName = (id: string | null) =>
    id === null ? 'Not stated' : (facts.sources.find((source) => source.id === id)?.name ?? 'Not on record')
  const blanks = [textCell(''), textCell(''), textCell(''), textCell('')]
  return [
    tablePart({
      id: 'lines',
      caption: 'What it brings to the ledger',
      columns: [
        { id: 'level', label: 'Level', kind: 'text' },
        { id: 'place', label: 'Scheme or theme', kind: 'text' },
        { id: 'year', label: 'Year', kind: 'text' },
        { id: 'source', label: 'Source', kind: 'text' },
        { id: 'nature', label: 'Nature', kind: 'text' },
        { id: 'amount', label: 'Amount', kind: 'amount' },
      ],
      rows: levels.flatMap((level) => {
        const own = decision.lines.filter((line) => line.level === level)
        const rows = own.map((line, at) =>
          tableRow(`lines/${level}/${at + 1}`, [
            textCell(levelWords[level]),
            textCell(places.label(line.place)),
            textCell(formatYear(line.startYear)),
            textCell(sourceName(line.sourceId)),
            textCell(stateInWords(line.nature)),
            amountCell(line.amount),
          ]),
        )
        const total = amountCell(sum(own.map(({ amount }) => amount)))
        return [
          ...rows,
          tableRow(`lines/${level}/total`, [textCell(`${levelWords[level]}, total`), ...blanks, total], {
            style: 'total',
            adds: { plus: rows.map(({ id }) => id), minus: [] },
          }),
        ]
      }),
    }),
  ]
}

const voteParts = ({ vote, decision }: DecisionRecordGiven): Part[] => {
  if (vote === null)
    return [paragraphPart('vote', `It was made by the ${decision.decisionTaker}, and nobody voted on it.`)]
  const { votes, interests, board, heldOn } = vote
  const counted = `${countInWords(votes.for, 'vote')} for it, ${votes.against} against, ${countInWords(votes.abstain, 'abstention')}`
  return [
    paragraphPart('vote', `The ${board} decided on ${formatDay(heldOn)} with ${counted}.`),
    ...(interests.length === 0
      ? [paragraphPart('interests', 'Nobody declared an interest in it.')]
      : [
          paragraphPart('interests', 'Interests were declared by:'),
          listPart(
            'interest-list',
            interests.map(
              ({ office, kind, withdrew }) => `${office} (${kind}${withdrew ? ', and withdrew' : ', and stayed'})`,
            ),
          ),
        ]),
  ]
}

const callInParts = ({ request }: DecisionRecordGiven): Part[] => {
  const callIn = request?.callIn
  if (!callIn) return [paragraphPart('call-in', 'It was not called in.')]
  const outcome =
    callIn.outcome === null ? 'No outcome is recorded yet.' : `Outcome: ${stateInWords(callIn.outcome).toLowerCase()}.`
  return [
    paragraphPart(
      'call-in',
      `It was called in on ${formatDay(callIn.receivedOn)} before the ${callIn.scrutinyBoard || 'scrutiny board'}, on these grounds: ${callIn.grounds} ${outcome}`,
    ),
  ]
}

/** One line as in the council's public register, for lists and spreadsheets. */
const registerTable = (given: DecisionRecordGiven): Part => {
  const { decision, request, writers } = given
  const cells = [
    ['title', 'Title', textCell(decision.title)],
    ['reference', 'Reference', textCell(decision.reference)],
    ['maker', 'Decision maker', textCell(decision.decisionTaker)],
    ['status', 'Status', textCell(stateInWords(decision.status))],
    ['key', 'Is Key?', textCell(yesOrNo(decision.kind === 'key'))],
    ['call-in', 'Subject to call in?', textCell(yesOrNo(decision.isCallInEligible))],
    ['published', 'Published', dayCell(decision.publishedOn)],
    ['effective', 'Effective from', dayCell(decision.effectiveOn)],
    ['wards', 'Wards', wordsCell(request === null ? null : listInWords(request.cover.wards) || 'None')],
    ['officer', 'Lead officer', wordsCell(listInWords(writers))],
  ] as const
  return tablePart({
    id: 'register',
    caption: 'Entry in the register of decisions',
    columns: cells.map(([id, label, cell]) => ({ id, label, kind: cell.kind === 'day' ? 'day' : 'text' })),
    rows: [tableRow('register/entry', [...cells.map(([, , cell]) => cell)])],
  })
}

const missingOf = ({ decision, request, writers, vote }: DecisionRecordGiven): string[] => [
  ...(decision.publishedOn === null ? ['The day of publication is not recorded.'] : []),
  ...(decision.paperSha256 === null ? ['No paper is kept that it was made on.'] : []),
  ...(request === null && vote === null
    ? ['Its wording and its wards are not recorded, as it was not asked for here.']
    : []),
  ...(writers.length === 0 ? ['No lead officer is recorded.'] : []),
]
