import { formatYear } from '../../../../domain/financialYear.ts'
import { formatDay } from '../../../../domain/inWords.ts'
import type { AllocationRoom } from '../../../../domain/ledger/allocationRoom.ts'
import type { LedgerContext } from '../../../../domain/ledger/movementRules.ts'
import { formatInSentence, type MoneyUnit, pence } from '../../../../domain/money.ts'
import type { Decision, DecisionLine } from '../../../../domain/programme/decision.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import classes from '../programme.module.css'
import { roomsFor } from './roomsFor.ts'

interface RoomTableProps {
  lines: readonly DecisionLine[]
  context: LedgerContext
  /** Those that wait for their day count as given: no money is promised twice. */
  decisions: readonly Decision[]
  unit: MoneyUnit
}

/** What is left of the allocation once the lines are counted, while they are typed (R05). */
export function RoomTable({ lines, context, decisions, unit }: RoomTableProps) {
  if (!lines.some((line) => line.level === 'authority')) {
    return (
      <p className={classes.muted}>
        When you enter authority to spend, what is left of the allocation appears here as you type.
      </p>
    )
  }
  const rooms = roomsFor(lines, context, decisions)
  const sourceName = (room: AllocationRoom) =>
    room.sourceId === null
      ? 'All sources'
      : (context.sources.find((source) => source.id === room.sourceId)?.name ?? 'A source')
  if (rooms.length === 0) {
    return (
      <p className={classes.muted}>
        No allocation stands at these places or above them, so nothing limits this authority yet. Enter the allocation
        too, if this decision gives it.
      </p>
    )
  }
  return (
    <DataTable
      caption={`What is left of the allocation on ${formatDay(context.day)}, in ${unit}, in the year in which least is left; decisions that wait for their day count`}
      rows={rooms}
      keyOf={(room) => `${room.place.kind} ${room.place.id} ${room.sourceId}`}
      empty={null}
      columns={[
        {
          id: 'place',
          heading: 'Place',
          isRowHeading: true,
          cell: (room) => `${room.name}, with all below it`,
        },
        { id: 'source', heading: 'Source', cell: sourceName },
        { id: 'year', heading: 'To the end of', cell: (room) => formatYear(room.throughYear) },
        {
          id: 'allocation',
          heading: 'Allocation',
          align: 'right',
          cell: (room) => <Figure value={room.allocation} unit={unit} />,
        },
        {
          id: 'authority',
          heading: 'Authority so far',
          align: 'right',
          cell: (room) => <Figure value={room.authority} unit={unit} />,
        },
        {
          id: 'asked',
          heading: 'This decision',
          align: 'right',
          cell: (room) => <Figure value={room.asked} unit={unit} />,
        },
        {
          id: 'left',
          heading: 'Left',
          align: 'right',
          cell: (room) =>
            room.left < 0 ? (
              <strong className={classes.danger}>{formatInSentence(pence(-room.left))} too much</strong>
            ) : (
              <Figure value={room.left} unit={unit} />
            ),
        },
      ]}
    />
  )
}
