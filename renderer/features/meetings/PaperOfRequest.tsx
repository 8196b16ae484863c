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
  sources: ItemFacts['sources']
}

/** A request for authority as it was frozen: the report in the council's order, and what it asks for by year. */
export function PaperOfRequest({ paper, sources }: PaperOfRequestProps) {
  return (
    <section className={classes.paperPart} aria-labelledby="request">
      <h2 id="request">The request</h2>
      <p>
        {paper.reference}, version {paper.version}
      </p>
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
          {
            id: 'amount',
            heading: 'Amount',
            align: 'right',
            cell: ({ amount }) => <span className="figures">{formatInSentence(amount)}</span>,
          },
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
