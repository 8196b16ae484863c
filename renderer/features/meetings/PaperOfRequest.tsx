import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Meetings.module.css'
import type { ItemFacts } from './meetingFacts.ts'

type Narrative = AuthorityRequest['narrative']

const parts: readonly (readonly [keyof Narrative, string])[] = [
  ['summary', 'Summary'],
  ['background', 'Background'],
  ['mainIssues', 'Main issues'],
  ['consultation', 'Consultation and engagement'],
  ['equality', 'Equality and diversity'],
  ['policies', 'Council policies'],
  ['resources', 'Resources and value for money'],
  ['legal', 'Legal implications'],
  ['risks', 'Risk management'],
  ['conclusions', 'Conclusions'],
]

interface PaperOfRequestProps {
  paper: AuthorityRequest
  facts: Pick<ItemFacts, 'sources' | 'places'>
}

/** A request for authority as it was frozen: the report in the council's order, and what it asks for by year. */
export function PaperOfRequest({ paper, facts: { sources, places } }: PaperOfRequestProps) {
  const amount = { id: 'amount', heading: 'Amount', align: 'right' as const }
  return (
    <section className={classes.paperPart} aria-labelledby="request">
      <h2 id="request">The request</h2>
      <p>
        {paper.reference}, version {paper.version}
      </p>
      <DataTable
        caption="What is asked for"
        rows={paper.lines}
        keyOf={({ place, startYear, sourceId, nature }) => `${place.id} ${startYear} ${sourceId} ${nature}`}
        empty="Nothing is asked for."
        columns={[
          {
            id: 'place',
            heading: 'For',
            isRowHeading: true,
            cell: ({ place }) => places.find(({ id }) => id === place.id)?.name ?? 'not stated',
          },
          { id: 'year', heading: 'Year', cell: ({ startYear }) => formatYear(startYear) },
          { id: 'nature', heading: 'Kind', cell: ({ nature }) => (nature === 'capital' ? 'Capital' : 'Revenue') },
          { ...amount, cell: (line) => <span className="figures">{formatInSentence(line.amount)}</span> },
        ]}
      />
      <DataTable
        caption="What pays for it"
        rows={paper.funding}
        keyOf={({ startYear, sourceId }) => `${startYear} ${sourceId}`}
        empty="No funding is stated."
        columns={[
          { id: 'year', heading: 'Year', isRowHeading: true, cell: ({ startYear }) => formatYear(startYear) },
          {
            id: 'source',
            heading: 'From',
            cell: ({ sourceId }) => sources.find(({ id }) => id === sourceId)?.name ?? 'not stated',
          },
          { ...amount, cell: (line) => <span className="figures">{formatInSentence(line.amount)}</span> },
        ]}
      />
      {parts.map(([name, title]) => (
        <section key={name} className={classes.paperPart} aria-labelledby={`request-${name}`}>
          <h3 id={`request-${name}`}>{title}</h3>
          {paper.narrative[name] === '' ? (
            <p className={classes.muted}>Nothing is written here.</p>
          ) : (
            <p className={classes.paperText}>{paper.narrative[name]}</p>
          )}
        </section>
      ))}
    </section>
  )
}
