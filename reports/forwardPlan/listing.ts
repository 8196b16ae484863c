import type { AuthorityRequest } from '../../domain/authority/authorityRequest.ts'
import { stateInWords } from '../document/listInWords.ts'
import { dayCell, tablePart, tableRow } from '../document/parts.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'

type Listed = Pick<AuthorityRequest, 'id' | 'title' | 'reference' | 'notice' | 'status' | 'decisionDueOn' | 'decision'>

/** Key decisions in the columns of the council's public list. */
export const keyDecisionTable = (requests: readonly Listed[]): TablePart =>
  tablePart({
    id: 'key-decisions',
    caption: 'Key decisions',
    columns: [
      { id: 'title', label: 'Title', kind: 'wide-text' },
      { id: 'ref', label: 'Ref', kind: 'text' },
      { id: 'notice', label: 'Notice published', kind: 'day' },
      { id: 'urgent', label: 'Urgent?', kind: 'text' },
      { id: 'status', label: 'Status', kind: 'text' },
      { id: 'due', label: 'Decision due', kind: 'day' },
    ],
    rows: requests.map(({ id, title, reference, notice, status, decisionDueOn, decision }) =>
      tableRow(`key-decisions/${id}`, [
        textCell(title),
        textCell(reference),
        dayCell(notice?.publishedOn ?? null),
        textCell(urgencyWords[notice?.route ?? 'notice']),
        textCell(stateInWords(status)),
        dayCell(decisionDueOn ?? decision?.madeOn ?? null),
      ]),
    ),
  })

const urgencyWords = {
  notice: 'No',
  general_exception: 'Yes, by general exception',
  special_urgency: 'Yes, by special urgency',
} as const
