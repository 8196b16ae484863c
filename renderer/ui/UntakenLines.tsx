import type { Id } from '../../domain/id.ts'
import { countOf } from '../lib/format.ts'
import { Act } from './Act.tsx'
import { DataTable } from './DataTable.tsx'
import { PathLink } from './PathLink.tsx'

export interface UntakenLine {
  caseId: Id
  lineId: Id
  schemeId: Id
  reference: string
  name: string
}

interface UntakenLinesProps {
  what: 'benefit' | 'risk'
  lines: readonly UntakenLine[]
  mayTake: boolean
  onTake: (line: UntakenLine) => void
}

/** What approved business cases have and the register does not; nothing where there is none. */
export function UntakenLines({ what, lines, mayTake, onTake }: UntakenLinesProps) {
  if (lines.length === 0) return null
  return (
    <DataTable
      caption={`${countOf(lines.length, what)} of approved business cases, not in the register yet`}
      rows={lines}
      keyOf={({ lineId }) => lineId}
      empty=""
      columns={[
        { id: 'name', heading: what === 'risk' ? 'Risk' : 'Benefit', isRowHeading: true, cell: ({ name }) => name },
        {
          id: 'case',
          heading: 'Business case',
          cell: ({ caseId, reference }) => <PathLink path={`/cases/${caseId}`}>{reference}</PathLink>,
        },
        ...(mayTake
          ? [
              {
                id: 'take',
                heading: 'Take over',
                cell: (line: UntakenLine) => (
                  <Act words="Take into the register" name={line.name} onDo={() => onTake(line)} />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
