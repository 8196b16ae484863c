import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Risk } from '../../domain/risk/risk.ts'
import { score } from '../../domain/risk/score.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'

/** The risks given, in their order, with their scores. */
export const risksTable = ({ schemes }: ProgrammeFacts, risks: readonly Risk[]): TablePart =>
  tablePart({
    id: 'risks',
    name: 'Risks',
    caption: `Top ${risks.length > 1 ? `${risks.length} risks` : 'risks'}`,
    columns: [
      tableColumn({ id: 'risk', kind: 'text', label: 'Risk', source: 'Risk register' }),
      tableColumn({ id: 'scheme', kind: 'text', label: 'Scheme', source: 'Risk register' }),
      tableColumn({
        id: 'score',
        kind: 'count',
        label: 'Score',
        meaning: 'Likelihood by impact, 1 to 25',
        source: 'Risk register',
      }),
      tableColumn({ id: 'owner', kind: 'text', label: 'Owner', source: 'Risk register' }),
    ],
    rows: risks.map((risk) => {
      const points = score(risk)
      return tableRow(`risk/${risk.id}`, [
        textCell(risk.title),
        textCell(schemes.find(({ id }) => id === risk.schemeId)?.name ?? 'Programme'),
        points === null ? { kind: 'not-recorded' } : { kind: 'count', count: points },
        textCell(risk.owner),
      ])
    }),
  })
