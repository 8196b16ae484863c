import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { stageTitles } from '../../../domain/businessCase/guidance.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { caseStateWords } from '../../lib/caseStateWords.ts'
import { useMayDo } from '../../lib/session.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { CaseForm } from './CaseForm.tsx'
import { Cases } from './Cases.tsx'
import { Decisions } from './Decisions.tsx'
import type { OverviewForms } from './overviewForm.ts'
import { Section } from './Section.tsx'
import type { SchemeFacts } from './schemeFacts.ts'

/** The business cases of a scheme, what is known of others from elsewhere, and the decisions that name it. */
export function CasesTab({ facts, forms }: { facts: SchemeFacts; forms: OverviewForms }) {
  const mayWrite = useMayDo('writeCase')
  const mayRecord = useMayDo('scheme')
  const isOpen = mayRecord && forms.form?.kind === 'case'
  return (
    <>
      <Section
        title="Business cases"
        act={
          mayWrite && (
            <Link to="/cases" search={{ start: facts.scheme.id }}>
              Start a business case
            </Link>
          )
        }
      >
        <DataTable
          caption="Business cases"
          isCaptionHidden
          rows={facts.cases}
          keyOf={({ id }) => id}
          empty="No business case has been written here. The scheme lead starts one."
          columns={[
            {
              id: 'title',
              heading: 'Business case',
              isRowHeading: true,
              cell: ({ id, reference, title }) => (
                <Link to="/cases/$id" params={{ id }}>
                  {reference}: {title}
                </Link>
              ),
            },
            {
              id: 'stage',
              heading: 'Stage',
              cell: ({ stage, version }) => `${stageTitles[stage]}, version ${version}`,
            },
            { id: 'status', heading: 'Status', cell: ({ status }) => <StatusTag {...caseStateWords[status]} /> },
            {
              id: 'on',
              heading: 'Last step on',
              cell: ({ on }) => (on === null ? 'not yet submitted' : formatDay(on)),
            },
            { id: 'amount', heading: 'Amount', align: 'right', cell: ({ amount }) => formatInSentence(amount) },
          ]}
        />
      </Section>
      <Section
        title="Known from elsewhere"
        act={
          mayRecord && (
            <Button
              id="change-case"
              variant="default"
              size="compact-md"
              aria-expanded={isOpen}
              onClick={() => (isOpen ? forms.close() : forms.open({ kind: 'case', opener: 'change-case' }))}
            >
              Record a business case
            </Button>
          )
        }
      >
        {isOpen && <CaseForm facts={facts} forms={forms} />}
        <Cases cases={facts.caseStatuses} />
      </Section>
      <Section title="Decisions" act={null}>
        <Decisions facts={facts} />
      </Section>
    </>
  )
}
