import { useMutation } from '@tanstack/react-query'
import type { PlanOutcome } from '../../../domain/funding/fundingPlan.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence, ZERO } from '../../../domain/money.ts'
import type { FundingSource } from '../../../domain/programme/fundingSource.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { type DataColumn, DataTable } from '../../ui/DataTable.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { moved } from './moved.ts'
import classes from './Planner.module.css'
import type { PlannerFacts } from './plannerFacts.ts'
import { natureWords, securedWords } from './sourceWords.ts'

/** The source whose terms are open, and the button they were opened with. */
export interface TermsFormChoice {
  id: string
  opener: string
}

interface SourceUsesProps {
  facts: PlannerFacts
  outcome: PlanOutcome
  forms: ReturnType<typeof useForm<TermsFormChoice>>
}

/** How far each source is used, on what terms it is given, and the order in which they pay. */
export function SourceUses({ facts, outcome: { sources, waterfall }, forms }: SourceUsesProps) {
  const mayChange = useMayDo('money')
  const reorder = useMutation(trpc.sources.reorder.mutationOptions({ onError: forms.refuse() }))
  const usageOf = (id: string) => waterfall.sources.find(({ sourceId }) => sourceId === id)
  const move = (source: FundingSource, by: -1 | 1) => {
    const ids = moved(
      sources.map(({ id }) => id),
      source.id,
      by,
    )
    if (reorder.isPending) return
    if (ids.indexOf(source.id) === sources.indexOf(source)) {
      announce(`${source.name} pays ${by < 0 ? 'first' : 'last'} already`)
      return
    }
    reorder.mutate(
      { ids },
      { onSuccess: () => announce(`${source.name} is now number ${ids.indexOf(source.id) + 1} in the policy order`) },
    )
  }

  const columns: DataColumn<FundingSource>[] = [
    {
      id: 'name',
      heading: 'Source, in policy order',
      isRowHeading: true,
      cell: ({ id, name }) => `${sources.findIndex((source) => source.id === id) + 1}  ${name}`,
    },
    {
      id: 'allocated',
      heading: 'Allocated',
      align: 'right',
      cell: ({ id }) => formatInSentence(usageOf(id)?.allocated ?? ZERO),
    },
    { id: 'paid', heading: 'Pays for', align: 'right', cell: ({ id }) => formatInSentence(usageOf(id)?.paid ?? ZERO) },
    { id: 'left', heading: 'Left', align: 'right', cell: ({ id }) => formatInSentence(usageOf(id)?.left ?? ZERO) },
    {
      id: 'standing',
      heading: 'What may keep it from paying',
      cell: (source) => standingOf(source, usageOf(source.id)).join('; '),
    },
    ...(mayChange
      ? [
          {
            id: 'acts',
            heading: 'Change',
            cell: (source: FundingSource) => (
              <span className={classes.acts}>
                <Act words="Up" name={source.name} onDo={() => move(source, -1)} />
                <Act words="Down" name={source.name} onDo={() => move(source, 1)} />
                <Act
                  id={`terms-${source.id}`}
                  words="Terms"
                  name={source.name}
                  onDo={() => forms.open({ id: source.id, opener: `terms-${source.id}` })}
                />
              </span>
            ),
          },
        ]
      : []),
  ]
  return (
    <section className={classes.section} aria-labelledby="source-uses">
      <h2 id="source-uses" className={classes.heading}>
        How each source is used
      </h2>
      <WhoMay duty="money" what="The policy order and the terms of sources are changed" />
      <DataTable
        caption={`Use of ${facts.sources.length} funding sources`}
        isCaptionHidden
        columns={columns}
        rows={sources}
        keyOf={({ id }) => id}
        empty={null}
      />
    </section>
  )
}

type Use = PlanOutcome['waterfall']['sources'][number]

const standingOf = (source: FundingSource, use: Use | undefined): string[] => {
  const { securedStatus, restrictedTo, spendByOn } = source
  const isOut = use?.excluded === 'not-secured'
  return [
    `${securedWords[securedStatus]}${isOut ? ', so not counted here' : ''}`,
    ...(restrictedTo ? [natureWords[restrictedTo]] : []),
    ...(spendByOn ? [`spend by ${formatDay(spendByOn)}`] : []),
    ...(use && use.lapsing > 0 ? [`${formatInSentence(use.lapsing)} would lapse`] : []),
  ]
}
