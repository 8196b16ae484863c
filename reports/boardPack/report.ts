import { formatDay } from '../../domain/inWords.ts'
import { joinDocuments } from '../document/joinDocuments.ts'
import { stateInWords } from '../document/listInWords.ts'
import {
  dayCell,
  factsPart,
  headingPart,
  keptFromPublic,
  pageBreak,
  paragraphPart,
  tablePart,
  tableRow,
  wordsCell,
} from '../document/parts.ts'
import { writeSection } from '../document/section.ts'
import { takeFootnotes } from '../document/takeFootnotes.ts'
import type { Part, ReportContent } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'
import { coverSheet } from './coverSheet.ts'
import type { BoardPackGiven, PackItem } from './given.ts'

/** Report 6: the agenda of a meeting, the conflicts and the actions that stand, and every item with its cover sheet and paper. */
export const boardPack = (given: BoardPackGiven): ReportContent => {
  const { board, heldOn, items, kind } = given
  const note = writeSection(given, {
    id: 'note',
    heading: 'Note to members',
    proposed: '',
    absent: 'No note to members is written.',
  })
  const front = takeFootnotes([
    headPart(given),
    ...(note.section.text === '' ? [] : [headingPart('note-heading', 1, 'Note to members'), ...note.parts]),
    ...agendaParts(given),
    ...memberParts(given),
    ...interestParts(given),
    ...actionParts(given),
  ])
  const joined = joinDocuments([
    { name: 'front', down: 0, ...front },
    ...items.map((item, at) => ({ name: `item-${at + 1}`, down: 0, ...itemDocument(given, item, at + 1) })),
  ])
  return {
    about: `${board}, ${kind === 'meeting' ? 'meeting' : 'written procedure'} of ${formatDay(heldOn)}`,
    unit: '£',
    orientation: 'portrait',
    ...joined,
    missing: missingOf(given),
    sections: [note.section],
  }
}

const headPart = ({ board, kind, heldOn, venue, isPublished, isCancelled, quorum }: BoardPackGiven): Part =>
  factsPart('head', [
    ['Board', board],
    [kind === 'meeting' ? 'Meeting on' : 'Answers by', formatDay(heldOn)],
    ['Venue', kind === 'meeting' ? venue : 'In writing'],
    ['Quorum', quorum],
    ['Agenda', isCancelled ? 'The meeting was called off' : isPublished ? 'Published' : 'Not published yet'],
  ])

const agendaParts = ({ items }: BoardPackGiven): Part[] => [
  headingPart('agenda', 1, 'Agenda'),
  items.length === 0
    ? paragraphPart('agenda/absent', 'Nothing is on the agenda.')
    : tablePart({
        id: 'agenda-items',
        caption: 'Items',
        columns: [
          { id: 'number', label: 'Item', kind: 'count' },
          { id: 'title', label: 'Title', kind: 'wide-text' },
          { id: 'asked', label: 'The board is asked to', kind: 'text' },
          { id: 'reference', label: 'Reference', kind: 'text' },
          { id: 'public', label: 'Open to the public?', kind: 'text' },
        ],
        rows: items.map(({ id, title, act, reference, exempt }, at) =>
          tableRow(`agenda-items/${id}`, [
            { kind: 'count', count: at + 1 },
            textCell(title),
            wordsCell(act ?? 'nothing now'),
            textCell(reference ?? ''),
            textCell(exempt === null ? 'Yes' : `No, ${exempt.paragraph}`),
          ]),
        ),
      }),
]

const memberParts = ({ seats }: BoardPackGiven): Part[] => [
  headingPart('members', 1, 'Members'),
  seats.length === 0
    ? paragraphPart('members/absent', 'Nobody holds a seat on that day.')
    : tablePart({
        id: 'member-seats',
        caption: 'Members by office',
        columns: [
          { id: 'office', label: 'Office', kind: 'text' },
          { id: 'organisation', label: 'Organisation', kind: 'text' },
          { id: 'chair', label: 'Chair?', kind: 'text' },
        ],
        rows: seats.map(({ office, organisation, isChair }, at) =>
          tableRow(`member-seats/${at + 1}`, [
            textCell(office),
            wordsCell(organisation),
            textCell(isChair ? 'Chair' : ''),
          ]),
        ),
      }),
]

const interestParts = ({ interests }: BoardPackGiven): Part[] => [
  headingPart('interests', 1, 'Register of interests'),
  interests.length === 0
    ? paragraphPart('interests/absent', 'Nobody has declared an interest in an item of this agenda.')
    : tablePart({
        id: 'declared',
        caption: 'Interests declared in items of this agenda',
        columns: [
          { id: 'item', label: 'Item', kind: 'text' },
          { id: 'office', label: 'Member', kind: 'text' },
          { id: 'kind', label: 'Kind', kind: 'text' },
          { id: 'description', label: 'Interest', kind: 'wide-text' },
          { id: 'withdrew', label: 'Withdraws?', kind: 'text' },
        ],
        rows: interests.map(({ item, office, kind, description, withdrew, exempt }, at) =>
          tableRow(
            `declared/${at + 1}`,
            [
              textCell(item),
              textCell(office),
              textCell(stateInWords(kind)),
              textCell(description),
              textCell(withdrew ? 'Yes' : 'No'),
            ],
            { exempt },
          ),
        ),
      }),
]

const actionParts = ({ actions }: BoardPackGiven): Part[] => [
  headingPart('actions', 1, 'Actions from earlier meetings'),
  actions.length === 0
    ? paragraphPart('actions/absent', 'No action stands from an earlier meeting.')
    : tablePart({
        id: 'earlier-actions',
        caption: 'Actions of the last meeting, and open ones from before',
        columns: [
          { id: 'meeting', label: 'Meeting of', kind: 'day' },
          { id: 'action', label: 'Action', kind: 'wide-text' },
          { id: 'owner', label: 'Owner', kind: 'text' },
          { id: 'due', label: 'Due', kind: 'day' },
          { id: 'done', label: 'Done', kind: 'text' },
        ],
        rows: actions.map(({ id, heldOn, text, owner, dueOn, doneOn, exempt }) =>
          tableRow(
            `earlier-actions/${id}`,
            [
              dayCell(heldOn),
              textCell(text),
              textCell(owner),
              dayCell(dueOn),
              textCell(doneOn === null ? 'Open' : formatDay(doneOn)),
            ],
            { exempt },
          ),
        ),
      }),
]

/** An item on pages of its own: its cover sheet, then its paper with the headings one step down. */
const itemDocument = (
  { facts }: BoardPackGiven,
  item: PackItem,
  number: number,
): Pick<ReportContent, 'parts' | 'footnotes'> => {
  const { title, exempt, paper, subjectKind } = item
  const own = (parts: readonly Part[]) => keptFromPublic(parts, exempt)
  const isBusiness = subjectKind === 'other'
  const cover = isBusiness
    ? [paragraphPart('no-paper', 'There is no paper for this item.')]
    : [headingPart('cover-heading', 2, 'Cover sheet'), ...coverSheet(facts, item)]
  const head = {
    parts: [pageBreak('before'), headingPart('title', 1, title, String(number)), ...own(cover)],
    footnotes: [],
  }
  if (paper === null) return head
  const paperHead = [pageBreak('before-paper'), headingPart('paper-heading', 2, paper.title ?? 'Paper')]
  const joined = joinDocuments([
    { name: 'cover', down: 0, ...head },
    { name: 'paper', down: 0, parts: paperHead, footnotes: [] },
    { name: 'paper', down: 2, parts: own(paper.parts), footnotes: paper.footnotes },
  ])
  return joined
}

const missingOf = ({ items, isPublished }: BoardPackGiven): string[] => [
  ...(isPublished ? [] : ['The agenda is not published: the papers are as they stand now and are not frozen.']),
  ...items.flatMap(({ title, recommendation, subjectKind }) =>
    subjectKind !== 'other' && recommendation === '' ? [`There is no wording to agree to for: ${title}.`] : [],
  ),
]
