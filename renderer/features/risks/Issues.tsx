import { Button } from '@mantine/core'
import { formatDay } from '../../../domain/inWords.ts'
import { countOf } from '../../lib/format.ts'
import type { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { issueKindWords } from './issueWords.ts'
import classes from './Risks.module.css'
import type { RisksForm } from './RisksScreen.tsx'
import type { RisksFacts } from './risksFacts.ts'

interface IssuesProps {
  issues: RisksFacts['issues']
  mayChange: boolean
  forms: ReturnType<typeof useForm<RisksForm>>
}

/** What has gone wrong and what is taken as given, below the risks. */
export function Issues({ issues, mayChange, forms }: IssuesProps) {
  const open = (id: string | null, opener: string) => forms.open({ kind: 'issue', id, riskId: null, opener })
  return (
    <section className={classes.section} aria-label="Issues and assumptions">
      <div className={classes.acts}>
        <h2>Issues and assumptions</h2>
        {mayChange && (
          <Button id="add-issue" variant="default" size="compact-md" onClick={() => open(null, 'add-issue')}>
            Add an issue or an assumption
          </Button>
        )}
      </div>
      <DataTable
        caption={countOf(issues.length, 'issue or assumption', 'issues and assumptions')}
        isCaptionHidden
        rows={issues}
        keyOf={({ issue }) => issue.id}
        empty="No issues or assumptions yet. An issue is a risk that has come about, or something else that has gone wrong."
        columns={[
          {
            id: 'title',
            heading: 'Title',
            isRowHeading: true,
            sortBy: ({ issue }) => issue.title,
            cell: ({ issue }) => issue.title,
          },
          {
            id: 'kind',
            heading: 'Kind',
            sortBy: ({ issue }) => issue.kind,
            cell: ({ issue }) => issueKindWords[issue.kind],
          },
          { id: 'scheme', heading: 'Scheme', sortBy: ({ scheme }) => scheme, cell: ({ scheme }) => scheme },
          {
            id: 'owner',
            heading: 'Owner',
            sortBy: ({ issue }) => issue.owner,
            cell: ({ issue }) => issue.owner || <span className={classes.muted}>not set</span>,
          },
          {
            id: 'due',
            heading: 'To be settled by',
            sortBy: ({ issue }) => issue.dueOn ?? '',
            cell: ({ issue }) => (issue.dueOn ? formatDay(issue.dueOn) : <span className={classes.muted}>no day</span>),
          },
          {
            id: 'state',
            heading: 'State',
            cell: ({ issue }) => (issue.closedOn ? `Closed: ${issue.resolution}` : <StatusTag words="Open" />),
          },
          ...(mayChange
            ? [
                {
                  id: 'acts',
                  heading: 'Change',
                  cell: ({ issue }: RisksFacts['issues'][number]) => (
                    <Act
                      id={`change-${issue.id}`}
                      words="Change"
                      name={issue.title}
                      onDo={() => open(issue.id, `change-${issue.id}`)}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}
