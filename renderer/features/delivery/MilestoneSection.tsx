import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatDay } from '../../../domain/inWords.ts'
import { countOf } from '../../lib/format.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Delivery.module.css'
import type { DeliveryFacts } from './deliveryFacts.ts'
import { MilestoneForm } from './MilestoneForm.tsx'
import type { SectionProps } from './sectionProps.ts'

type Row = DeliveryFacts['milestones'][number]

const muted = (words: string) => <span className={classes.muted}>{words}</span>

const slipWords = (slip: number | null) => {
  if (slip === null) return muted('not known')
  if (slip === 0) return 'on its day'
  return slip > 0 ? `${countOf(slip, 'day')} late` : `${countOf(-slip, 'day')} early`
}

/** The milestones of the scheme: as promised, as expected now, as they came, and by how many days they slip. */
export function MilestoneSection({ facts, forms, mayChange }: SectionProps) {
  const { form } = forms
  const remove = useMutation(trpc.delivery.removeMilestone.mutationOptions({ onError: forms.refuse() }))
  const chosen = facts.milestones.find(({ milestone }) => milestone.id === form?.id)?.milestone ?? null
  return (
    <section className={classes.section} aria-label="Milestones">
      <div className={classes.head}>
        <h2>Milestones</h2>
        {mayChange && (
          <Button
            id="add-milestone"
            variant="default"
            size="compact-md"
            onClick={() => forms.open({ kind: 'milestone', id: null, opener: 'add-milestone' })}
          >
            Add a milestone
          </Button>
        )}
      </div>
      {mayChange && form?.kind === 'milestone' && (
        <MilestoneForm key={form.id ?? 'new'} milestone={chosen} schemeId={facts.scheme.id} forms={forms} />
      )}
      <DataTable
        caption={countOf(facts.milestones.length, 'milestone')}
        isCaptionHidden
        rows={facts.milestones}
        keyOf={({ milestone }) => milestone.id}
        empty="No milestones yet. Each has the day that was promised, the day that is expected and the day on which it came."
        columns={[
          {
            id: 'name',
            heading: 'Milestone',
            isRowHeading: true,
            cell: ({ milestone }) => (
              <>
                {milestone.name}
                {milestone.note && <div className={classes.muted}>{milestone.note}</div>}
              </>
            ),
          },
          {
            id: 'baseline',
            heading: 'Baseline',
            sortBy: ({ milestone }) => milestone.baselineOn ?? '',
            cell: ({ milestone }) => (
              <>
                {milestone.baselineOn ? formatDay(milestone.baselineOn) : muted('not set')}
                {milestone.baselineReason && <div className={classes.muted}>Changed: {milestone.baselineReason}</div>}
              </>
            ),
          },
          {
            id: 'forecast',
            heading: 'Forecast',
            sortBy: ({ milestone }) => milestone.forecastOn ?? '',
            cell: ({ milestone }) => (milestone.forecastOn ? formatDay(milestone.forecastOn) : muted('not set')),
          },
          {
            id: 'actual',
            heading: 'Actual',
            sortBy: ({ milestone }) => milestone.actualOn ?? '',
            cell: ({ milestone }) => (milestone.actualOn ? formatDay(milestone.actualOn) : muted('not yet')),
          },
          { id: 'slip', heading: 'Slip', sortBy: ({ slip }) => slip ?? 0, cell: ({ slip }) => slipWords(slip) },
          ...(mayChange
            ? [
                {
                  id: 'acts',
                  heading: 'Change',
                  cell: ({ milestone }: Row) => (
                    <div className={classes.acts}>
                      <Act
                        id={`change-${milestone.id}`}
                        words="Change"
                        name={milestone.name}
                        onDo={() =>
                          forms.open({ kind: 'milestone', id: milestone.id, opener: `change-${milestone.id}` })
                        }
                      />
                      <Act
                        words="Take off the list"
                        name={milestone.name}
                        onDo={() =>
                          remove.mutate(
                            { id: milestone.id, revision: milestone.revision },
                            { onSuccess: () => announce(`Taken off the list: ${milestone.name}`) },
                          )
                        }
                      />
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}
