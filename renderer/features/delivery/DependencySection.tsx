import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatDay } from '../../../domain/inWords.ts'
import { dependencyStateWords } from '../../lib/deliveryWords.ts'
import { countOf } from '../../lib/format.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { PathLink } from '../../ui/PathLink.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Delivery.module.css'
import { DependencyForm } from './DependencyForm.tsx'
import type { DeliveryFacts } from './deliveryFacts.ts'
import type { SectionProps } from './sectionProps.ts'

type Row = DeliveryFacts['dependencies'][number]

const muted = (words: string) => <span className={classes.muted}>{words}</span>

/** What the scheme waits for, of other schemes and of others, and what other schemes wait for here. */
export function DependencySection({ facts, forms, mayChange }: SectionProps) {
  const { form } = forms
  const remove = useMutation(trpc.delivery.removeDependency.mutationOptions({ onError: forms.refuse() }))
  const chosen = facts.dependencies.find(({ dependency }) => dependency.id === form?.id)?.dependency ?? null
  return (
    <section className={classes.section} aria-label="Dependencies">
      <div className={classes.head}>
        <h2>Dependencies</h2>
        {mayChange && (
          <Button
            id="add-dependency"
            variant="default"
            size="compact-md"
            onClick={() => forms.open({ kind: 'dependency', id: null, opener: 'add-dependency' })}
          >
            Add a dependency
          </Button>
        )}
      </div>
      {mayChange && form?.kind === 'dependency' && (
        <DependencyForm
          key={form.id ?? 'new'}
          dependency={chosen}
          schemeId={facts.scheme.id}
          milestones={facts.otherMilestones}
          forms={forms}
        />
      )}
      <DataTable
        caption={countOf(facts.dependencies.length, 'dependency', 'dependencies')}
        isCaptionHidden
        rows={facts.dependencies}
        keyOf={({ dependency }) => dependency.id}
        empty="No dependencies yet. One that hangs on a milestone of another scheme follows that milestone by itself."
        columns={[
          { id: 'what', heading: 'What is needed', isRowHeading: true, cell: ({ dependency }) => dependency.what },
          {
            id: 'from',
            heading: 'From',
            cell: ({ dependency, on }) =>
              on ? (
                <>
                  <PathLink path={`/schemes/${on.schemeId}`}>{on.scheme}</PathLink>: {on.name}
                </>
              ) : (
                dependency.givenBy || muted('not said')
              ),
          },
          {
            id: 'needed',
            heading: 'Needed by',
            sortBy: ({ dependency }) => dependency.neededOn ?? '',
            cell: ({ dependency }) => (dependency.neededOn ? formatDay(dependency.neededOn) : muted('no day')),
          },
          {
            id: 'comes',
            heading: 'Comes on',
            sortBy: ({ comesOn }) => comesOn ?? '',
            cell: ({ comesOn }) => (comesOn ? formatDay(comesOn) : muted('not known')),
          },
          {
            id: 'state',
            heading: 'State',
            cell: ({ state }) =>
              state === 'met' ? (
                dependencyStateWords.met
              ) : (
                <StatusTag words={dependencyStateWords[state]} tint={state === 'late' ? 'yellow' : 'blue'} />
              ),
          },
          { id: 'owner', heading: 'Owner', cell: ({ dependency }) => dependency.owner || muted('not set') },
          ...(mayChange
            ? [
                {
                  id: 'acts',
                  heading: 'Change',
                  cell: ({ dependency }: Row) => (
                    <div className={classes.acts}>
                      <Act
                        id={`change-${dependency.id}`}
                        words="Change"
                        name={dependency.what}
                        onDo={() =>
                          forms.open({ kind: 'dependency', id: dependency.id, opener: `change-${dependency.id}` })
                        }
                      />
                      <Act
                        words="Take off the list"
                        name={dependency.what}
                        onDo={() =>
                          remove.mutate(
                            { id: dependency.id, revision: dependency.revision },
                            { onSuccess: () => announce(`Taken off the list: ${dependency.what}`) },
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
      {facts.waitedFor.length > 0 && (
        <>
          <p>Other schemes wait for this one:</p>
          <ul className={classes.plain}>
            {facts.waitedFor.map(({ id, what, scheme, name }) => (
              <li key={id}>
                {scheme} needs “{what}” by the milestone {name}.
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
