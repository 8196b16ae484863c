import { formatBasisPoints, formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { type FundingSource, isBorrowing } from '../../../domain/programme/fundingSource.ts'
import { useMayDo } from '../../lib/session.ts'
import type { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { type DataColumn, DataTable } from '../../ui/DataTable.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Funding.module.css'
import type { FundingFacts } from './fundingFacts.ts'
import { RetireSourceForm } from './RetireSourceForm.tsx'
import { SourceForm } from './SourceForm.tsx'
import { categoryWords, natureWords, securedWords } from './sourceWords.ts'

/** The inline form that is open on the sources, and the button it was opened with. */
export interface SourceFormChoice {
  kind: 'add' | 'change' | 'retire'
  id: string
  opener: string
}

interface SourcesProps {
  facts: FundingFacts
  forms: ReturnType<typeof useForm<SourceFormChoice>>
}

const addId = 'add-source'

/** Where the money comes from, with its conditions; sources are added, changed and retired here. */
export function Sources({ facts: { sources, report }, forms }: SourcesProps) {
  const mayChange = useMayDo('structure')
  const form = mayChange ? forms.form : null
  const chosen = sources.find(({ id }) => id === form?.id)
  const allocatedFrom = (id: string): string => {
    const row = report.funding.rows.find(({ meaning }) => meaning.kind === 'source' && meaning.sourceId === id)
    const total = row?.cells[0]
    return total?.kind === 'amount' ? formatInSentence(total.amount) : 'none'
  }
  const open = (kind: SourceFormChoice['kind'], id: string, opener: string) => forms.open({ kind, id, opener })

  const columns: DataColumn<FundingSource>[] = [
    {
      id: 'name',
      heading: 'Source',
      isRowHeading: true,
      sortBy: ({ name }) => name,
      cell: ({ name, aliases }) => (
        <>
          {name}
          {aliases.length > 0 && <span className={classes.also}>also {aliases.join('; ')}</span>}
        </>
      ),
    },
    { id: 'category', heading: 'Kind', cell: ({ category }) => categoryWords[category] },
    {
      id: 'funder',
      heading: 'Funder',
      cell: ({ funder, grantRef }) => [funder, grantRef].filter(Boolean).join(', ') || missing,
    },
    {
      id: 'secured',
      heading: 'Certainty',
      cell: ({ securedStatus, retiredOn }) =>
        retiredOn === null ? (
          securedWords[securedStatus]
        ) : (
          <StatusTag tint="grey" words={`Retired from ${formatDay(retiredOn)}`} />
        ),
    },
    {
      id: 'restricted',
      heading: 'May pay for',
      cell: ({ restrictedTo }) => (restrictedTo === null ? 'Capital and revenue' : natureWords[restrictedTo]),
    },
    { id: 'spend-by', heading: 'Spend by', cell: ({ spendByOn }) => (spendByOn ? formatDay(spendByOn) : 'no date') },
    { id: 'terms', heading: 'Borrowing terms', cell: termsOf },
    { id: 'conditions', heading: 'Conditions', cell: ({ conditions }) => conditions || missing },
    { id: 'allocated', heading: 'Allocated', align: 'right', cell: ({ id }) => allocatedFrom(id) },
    ...(mayChange
      ? [
          {
            id: 'acts',
            heading: 'Change',
            cell: (source: FundingSource) => (
              <span className={classes.acts}>
                <Act
                  id={`change-${source.id}`}
                  words="Change"
                  name={source.name}
                  onDo={() => open('change', source.id, `change-${source.id}`)}
                />
                {source.retiredOn === null && (
                  <Act
                    id={`retire-${source.id}`}
                    words="Retire"
                    name={source.name}
                    onDo={() => open('retire', source.id, `retire-${source.id}`)}
                  />
                )}
              </span>
            ),
          },
        ]
      : []),
  ]

  return (
    <section className={classes.section} aria-labelledby="sources">
      <div className={classes.headingRow}>
        <h2 id="sources" className={classes.heading}>
          Funding sources
        </h2>
        {mayChange && (
          <MainButton
            id={addId}
            variant="default"
            size="compact-md"
            aria-expanded={form?.kind === 'add'}
            onClick={() => open('add', '', addId)}
          >
            Add a source
          </MainButton>
        )}
      </div>
      <WhoMay duty="structure" what="Funding sources are changed" />
      {form?.kind === 'add' && <SourceForm key="add" source={null} forms={forms} />}
      {form?.kind === 'change' && chosen && <SourceForm key={chosen.id} source={chosen} forms={forms} />}
      {form?.kind === 'retire' && chosen && <RetireSourceForm key={chosen.id} source={chosen} forms={forms} />}
      <DataTable
        caption="Funding sources"
        isCaptionHidden
        columns={columns}
        rows={sources}
        keyOf={({ id }) => id}
        empty="No funding sources yet. When you add one, allocations can be recorded from it and it appears in table C."
      />
    </section>
  )
}

const missing = <span className={classes.missing}>not recorded</span>

function termsOf(source: FundingSource) {
  if (!isBorrowing(source)) return <span className={classes.missing}>–</span>
  const { interestRateBp, assetLifeYears } = source
  if (interestRateBp === null && assetLifeYears === null) return missing
  return [
    interestRateBp === null ? 'rate not recorded' : formatBasisPoints(interestRateBp),
    assetLifeYears === null ? 'asset life not recorded' : `over ${assetLifeYears} years`,
  ].join(', ')
}
