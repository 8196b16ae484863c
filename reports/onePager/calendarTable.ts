import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Exempt } from '../../domain/report/exempt.ts'
import { countInWords } from '../document/listInWords.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'

/** What comes on a day. */
export interface CalendarDate {
  id: string
  on: CalendarDay
  what: string
  title: string
  exempt: Exempt | null
}

/** More do not fit on the page beside the rest. */
const MOST_DATES = 8

/** The dates ahead, the earliest first. */
export const calendarTable = (dates: readonly CalendarDate[]): TablePart => {
  const inOrder = dates.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  const rest = inOrder.length - MOST_DATES
  return tablePart({
    id: 'calendar',
    name: 'Calendar',
    caption: 'Decisions and other dates ahead',
    columns: [
      tableColumn({ id: 'on', kind: 'day', label: 'Day', source: 'Requests, meetings, decisions, sources' }),
      tableColumn({ id: 'what', kind: 'text', label: 'What comes', source: 'Requests, meetings, decisions, sources' }),
      tableColumn({ id: 'title', kind: 'text', label: 'Of what', source: 'Requests, meetings, decisions, sources' }),
    ],
    rows: inOrder
      .slice(0, MOST_DATES)
      .map(({ id, on, what, title, exempt }) =>
        tableRow(`date/${id}`, [{ kind: 'day', day: on }, textCell(what), textCell(title)], { exempt }),
      ),
    notes: rest > 0 ? [`${countInWords(rest, 'later date')} not shown.`] : [],
  })
}
