import type { KeyboardEvent } from 'react'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { PathLink } from '../../ui/PathLink.tsx'
import { actWords } from './actWords.ts'
import { deadlineWords } from './deadlineWords.ts'
import classes from './Inbox.module.css'
import type { InboxFacts } from './InboxScreen.tsx'

type Line = InboxFacts['lines'][number]

interface TaskTableProps {
  caption: string
  lines: readonly Line[]
  day: CalendarDay
  /** Whether it is for the reader to do. */
  isOwn: boolean
}

/** One line each: what, how much, the act, for which body, until when. The arrows go from line to line, and Enter opens. */
export function TaskTable({ caption, lines, day, isOwn }: TaskTableProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a shorter way between the links, which Tab reaches too.
    <div onKeyDown={goByArrow}>
      <DataTable
        caption={caption}
        rows={lines}
        keyOf={({ subject, act }) => `${subject.id} ${act}`}
        empty={
          isOwn
            ? 'Nothing is waiting for you. When something comes to you in the role you act in, it appears here with its date.'
            : 'Nothing is waiting for others.'
        }
        columns={[
          {
            id: 'what',
            heading: 'What',
            isRowHeading: true,
            cell: ({ address, title, reference }) => (
              <>
                <PathLink path={address}>{title}</PathLink>
                {reference && <span className={classes.muted}> {reference}</span>}
              </>
            ),
          },
          {
            id: 'amount',
            heading: 'How much',
            align: 'right',
            cell: ({ amount }) => (
              <span className="figures">{amount === null ? 'no money' : formatInSentence(amount)}</span>
            ),
          },
          {
            id: 'act',
            heading: isOwn ? 'Your act' : 'Act',
            cell: (line) => (
              <>
                {actWords[line.act]}
                <OverLimit line={line} />
              </>
            ),
          },
          { id: 'why', heading: isOwn ? 'For which body or office' : 'Who', cell: ({ why }) => why },
          { id: 'due', heading: 'Until', cell: (line) => deadlineWords(line, day) },
        ]}
      />
    </div>
  )
}

function OverLimit({ line: { overLimit } }: { line: Line }) {
  if (!overLimit) return null
  const { limit, goesTo } = overLimit
  return (
    <span className={classes.note}>
      Over your limit of {formatInSentence(limit)}.{' '}
      {goesTo.length > 0 ? `It goes to: ${goesTo.join(', ')}.` : 'Nobody has a limit that is high enough.'}
    </span>
  )
}

const goByArrow = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody th a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = links[event.key === 'ArrowDown' ? at + 1 : Math.max(0, at - 1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
