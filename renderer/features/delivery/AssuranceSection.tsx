import { useMutation } from '@tanstack/react-query'
import { CalendarDay } from '../../../domain/calendarDay.ts'
import { AssuranceStatus } from '../../../domain/delivery/assurance.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { assuranceKindWords, assuranceStatusWords } from '../../lib/deliveryWords.ts'
import { optionsOf } from '../../lib/formFields.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Delivery.module.css'
import type { DeliveryFacts } from './deliveryFacts.ts'
import type { SectionProps } from './sectionProps.ts'

type Row = DeliveryFacts['assurance'][number]

/** Who looks at the scheme from outside, and where each look stands. */
export function AssuranceSection({ facts, forms, mayChange }: SectionProps) {
  const { form } = forms
  const chosen = facts.assurance.find(({ kind }) => form?.kind === 'assurance' && kind === form.id)
  const muted = (words: string) => <span className={classes.muted}>{words}</span>
  return (
    <section className={classes.section} aria-label="Assurance">
      <h2>Assurance</h2>
      {mayChange && chosen && <AssuranceForm key={chosen.kind} row={chosen} facts={facts} forms={forms} />}
      <DataTable
        caption="Assurance"
        isCaptionHidden
        rows={facts.assurance}
        keyOf={({ kind }) => kind}
        empty=""
        columns={[
          {
            id: 'kind',
            heading: 'What is looked at',
            isRowHeading: true,
            cell: ({ kind }) => assuranceKindWords[kind],
          },
          {
            id: 'status',
            heading: 'Status',
            cell: ({ status }) => {
              if (status === 'complete' || status === 'not_needed') return assuranceStatusWords[status]
              return (
                <StatusTag words={assuranceStatusWords[status]} tint={status === 'not_recorded' ? 'grey' : 'blue'} />
              )
            },
          },
          { id: 'reviewer', heading: 'Reviewer', cell: ({ reviewer }) => reviewer || muted('not recorded') },
          { id: 'on', heading: 'Day', cell: ({ lookedOn }) => (lookedOn ? formatDay(lookedOn) : muted('no day')) },
          { id: 'evidence', heading: 'Evidence', cell: ({ evidence }) => evidence || muted('not recorded') },
          ...(mayChange
            ? [
                {
                  id: 'acts',
                  heading: 'Change',
                  cell: ({ kind }: Row) => (
                    <Act
                      id={`record-${kind}`}
                      words="Record"
                      name={assuranceKindWords[kind]}
                      onDo={() => forms.open({ kind: 'assurance', id: kind, opener: `record-${kind}` })}
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

function AssuranceForm({ row, facts, forms }: { row: Row } & Pick<SectionProps, 'facts' | 'forms'>) {
  const record = useMutation(
    trpc.delivery.recordAssurance.mutationOptions({ onError: forms.refuse('assurance-status') }),
  )
  const { kind, revision } = row
  return (
    <FieldsForm
      id="assurance"
      title={assuranceKindWords[kind]}
      submit="Save"
      fields={[
        { kind: 'choice', name: 'status', label: 'Status', options: optionsOf(assuranceStatusWords) },
        { kind: 'text', name: 'reviewer', label: 'Reviewer', hint: 'The body or office that looked', longest: 200 },
        { kind: 'day', name: 'lookedOn', label: 'Day' },
        { kind: 'area', name: 'evidence', label: 'Evidence', longest: 2000 },
      ]}
      initial={{ status: row.status, reviewer: row.reviewer, lookedOn: dayText(row.lookedOn), evidence: row.evidence }}
      forms={forms}
      isBusy={record.isPending}
      onSubmit={({ status, reviewer, lookedOn, evidence }) =>
        record.mutate(
          {
            schemeId: facts.scheme.id,
            kind,
            revision,
            status: AssuranceStatus.parse(status),
            reviewer: String(reviewer),
            lookedOn: lookedOn === null ? null : CalendarDay.parse(lookedOn),
            evidence: String(evidence),
          },
          {
            onSuccess: () => {
              announce(`Saved: ${assuranceKindWords[kind]}`)
              forms.close()
            },
          },
        )
      }
    />
  )
}
