import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { severityOf } from '../../../domain/risk/matrix.ts'
import { countOf } from '../../lib/format.ts'
import {
  approachWords,
  proximityWords,
  riskCategoryWords,
  riskStatusWords,
  severityWords,
} from '../../lib/riskWords.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Risks.module.css'
import type { RisksForm } from './RisksScreen.tsx'
import type { RiskRow } from './risksFacts.ts'

interface RiskTableProps {
  rows: readonly RiskRow[]
  /** The cell of the matrix that the list is cut to. */
  cell: { likelihood: number; impact: number } | null
  mayChange: boolean
  forms: ReturnType<typeof useForm<RisksForm>>
  empty: ReactNode
}

/** The register, the highest score first. */
export function RiskTable({ rows, cell, mayChange, forms, empty }: RiskTableProps) {
  const reopen = useMutation(trpc.risks.reopen.mutationOptions({ onError: forms.refuse() }))
  const muted = (words: string) => <span className={classes.muted}>{words}</span>
  const where = cell ? ` with likelihood ${cell.likelihood} and impact ${cell.impact}` : ''
  return (
    <DataTable
      caption={`${countOf(rows.length, 'risk')}${where}`}
      rows={rows}
      keyOf={({ risk }) => risk.id}
      empty={empty}
      columns={[
        {
          id: 'risk',
          heading: 'Risk',
          isRowHeading: true,
          sortBy: ({ risk }) => risk.title,
          cell: ({ risk, sentence, reference }) => (
            <>
              <strong>{risk.title}</strong>
              <div className={classes.sentence}>{sentence}</div>
              {reference && risk.origin && (
                <div className={classes.sentence}>
                  From{' '}
                  <Link to="/cases/$id" params={{ id: risk.origin.caseId }}>
                    {reference}
                  </Link>
                </div>
              )}
            </>
          ),
        },
        {
          id: 'scheme',
          heading: 'Scheme',
          sortBy: ({ scheme }) => scheme ?? '',
          cell: ({ risk, scheme }) =>
            risk.schemeId === null ? (
              'The programme'
            ) : (
              <Link to="/schemes/$id" params={{ id: risk.schemeId }} search={{ tab: 'delivery' }}>
                {scheme}
              </Link>
            ),
        },
        {
          id: 'score',
          heading: 'Score',
          align: 'right',
          sortBy: ({ score }) => score ?? 0,
          cell: ({ risk, score }) =>
            score === null
              ? muted('not assessed')
              : `${risk.likelihood} × ${risk.impact} = ${score}, ${severityWords[severityOf(score)].toLowerCase()}`,
        },
        {
          id: 'target',
          heading: 'Target',
          align: 'right',
          sortBy: ({ targetScore }) => targetScore ?? 0,
          cell: ({ targetScore }) => targetScore ?? muted('not set'),
        },
        {
          id: 'status',
          heading: 'Status',
          sortBy: ({ risk }) => riskStatusWords[risk.status],
          cell: ({ risk }) =>
            risk.status === 'closed' ? (
              `${riskStatusWords.closed}: ${risk.closingReason}`
            ) : (
              <StatusTag words={riskStatusWords[risk.status]} tint={risk.status === 'escalated' ? 'yellow' : 'blue'} />
            ),
        },
        {
          id: 'how',
          heading: 'Category, approach and when',
          cell: ({ risk }) =>
            [
              risk.category && riskCategoryWords[risk.category],
              risk.approach && approachWords[risk.approach],
              risk.proximity && proximityWords[risk.proximity],
              risk.isToLife ? 'risk to life' : null,
            ]
              .filter(Boolean)
              .join(', ') || muted('not recorded'),
        },
        {
          id: 'owner',
          heading: 'Owner',
          sortBy: ({ risk }) => risk.owner,
          cell: ({ risk }) => risk.owner || muted('not set'),
        },
        {
          id: 'mitigation',
          heading: 'What is done',
          cell: ({ risk }) =>
            [risk.mitigation, risk.plannedMitigation && `Planned: ${risk.plannedMitigation}`]
              .filter(Boolean)
              .join(' ') || muted('nothing recorded'),
        },
        ...(mayChange
          ? [
              {
                id: 'acts',
                heading: 'Change',
                cell: ({ risk }: RiskRow) => {
                  const open = (kind: RisksForm['kind'], opener: string, riskId: string | null = null) =>
                    forms.open({ kind, id: kind === 'issue' ? null : risk.id, riskId, opener })
                  return risk.status === 'closed' ? (
                    <Act
                      words="Watch again"
                      name={risk.title}
                      onDo={() =>
                        reopen.mutate(
                          { id: risk.id, revision: risk.revision },
                          { onSuccess: () => announce(`Watched again: ${risk.title}`) },
                        )
                      }
                    />
                  ) : (
                    <div className={classes.acts}>
                      <Act
                        id={`change-${risk.id}`}
                        words="Change"
                        name={risk.title}
                        onDo={() => open('risk', `change-${risk.id}`)}
                      />
                      <Act
                        id={`issue-${risk.id}`}
                        words="It came about"
                        name={risk.title}
                        onDo={() => open('issue', `issue-${risk.id}`, risk.id)}
                      />
                      <Act
                        id={`close-${risk.id}`}
                        words="Close"
                        name={risk.title}
                        onDo={() => open('close', `close-${risk.id}`)}
                      />
                    </div>
                  )
                },
              },
            ]
          : []),
      ]}
    />
  )
}
