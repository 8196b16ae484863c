import { Link } from '@tanstack/react-router'
import { formatBasisPoints } from '../../../domain/inWords.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { useMayDo } from '../../lib/session.ts'
import type { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { type DataColumn, DataTable } from '../../ui/DataTable.tsx'
import { PathLink } from '../../ui/PathLink.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Pipeline.module.css'
import type { PipelineFacts } from './pipelineFacts.ts'
import { slotWords } from './slotWords.ts'

/** The form that is open on the pipeline, and the button it was opened with. */
export interface CandidateFormChoice {
  kind: 'criteria' | 'score' | 'estimate'
  id: string
  opener: string
}

interface CandidatesProps {
  facts: PipelineFacts
  forms: ReturnType<typeof useForm<CandidateFormChoice>>
  mayScore: boolean
}

type Row = PipelineFacts['slotted'][number]

/** The schemes in their order: score with its reasons, cost, and whether the headroom takes them. */
export function Candidates({ facts, forms, mayScore }: CandidatesProps) {
  const { schemes, candidates, slotted, criteria } = facts
  const mayRaise = useMayDo('raiseChange')
  const schemeOf = (id: string) => schemes.find((scheme) => scheme.id === id)
  const candidateOf = (id: string) => candidates.find(({ schemeId }) => schemeId === id)
  const columns: DataColumn<Row>[] = [
    { id: 'rank', heading: 'Order', align: 'right', cell: ({ rank }) => rank ?? '–' },
    {
      id: 'name',
      heading: 'Scheme',
      isRowHeading: true,
      cell: ({ schemeId }) => (
        <>
          <PathLink path={`/schemes/${schemeId}`}>{schemeOf(schemeId)?.name}</PathLink>
          <span className={classes.also}>{schemeOf(schemeId)?.theme ?? 'no theme'}</span>
        </>
      ),
    },
    {
      id: 'score',
      heading: 'Score',
      align: 'right',
      cell: ({ scoreBp }) => (scoreBp === null ? 'none' : formatBasisPoints(scoreBp)),
    },
    {
      id: 'reasons',
      heading: 'By criterion, with the reason',
      cell: ({ schemeId }) => {
        const scores = candidateOf(schemeId)?.scores ?? []
        const known = (criteria?.criteria ?? []).flatMap(({ id, name }) => {
          const score = scores.find(({ criterionId }) => criterionId === id)
          return score ? [{ ...score, name }] : []
        })
        if (known.length === 0) return <span className={classes.muted}>not scored</span>
        return (
          <ul className={classes.reasons}>
            {known.map(({ criterionId, name, score, reason }) => (
              <li key={criterionId}>
                {name} {score} of 5: {reason}
              </li>
            ))}
          </ul>
        )
      },
    },
    {
      id: 'cost',
      heading: 'Estimate',
      align: 'right',
      cell: ({ schemeId }) => {
        const costs = candidateOf(schemeId)?.costs ?? []
        return costs.length === 0 ? (
          <span className={classes.muted}>not recorded</span>
        ) : (
          formatInSentence(sum(costs.map(({ amount }) => amount)))
        )
      },
    },
    {
      id: 'slot',
      heading: 'In the headroom',
      cell: ({ schemeId, slot }) => {
        const { word, tint, why } = slotWords(slot)
        return (
          <>
            <StatusTag tint={tint} words={word} />
            <span className={classes.also}>{why}</span>
            {slot.kind === 'fits' && mayRaise && (
              <Link to="/changes/new" search={{ kind: 'injection', at: `scheme.${schemeId}` }}>
                Ask for an injection
              </Link>
            )}
          </>
        )
      },
    },
    ...(mayScore
      ? [
          {
            id: 'acts',
            heading: 'Change',
            cell: ({ schemeId }: Row) => {
              const name = schemeOf(schemeId)?.name ?? ''
              const open = (kind: 'score' | 'estimate') =>
                forms.open({ kind, id: schemeId, opener: `${kind}-${schemeId}` })
              return (
                <span className={classes.acts}>
                  {criteria && <Act id={`score-${schemeId}`} words="Score" name={name} onDo={() => open('score')} />}
                  <Act id={`estimate-${schemeId}`} words="Estimate" name={name} onDo={() => open('estimate')} />
                </span>
              )
            },
          },
        ]
      : []),
  ]
  return (
    <section className={classes.section} aria-labelledby="candidates">
      <h2 id="candidates" className={classes.heading}>
        Candidates, the best first
      </h2>
      <WhoMay duty="plan" what="Schemes are scored and estimated" />
      <DataTable
        caption="Candidates, the best first"
        isCaptionHidden
        columns={columns}
        rows={slotted}
        keyOf={({ schemeId }) => schemeId}
        empty="No scheme is without money. A scheme whose stage is Unfunded appears here, with its score and its place in the headroom."
      />
    </section>
  )
}
