import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { guidance, sectionOrder, stageTitles } from '../../../domain/businessCase/guidance.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { CaseAssurances, CaseBenefits, CaseOptions, CaseRisks } from '../../ui/CaseTables.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Meetings.module.css'
import type { ItemFacts } from './meetingFacts.ts'

interface PaperOfCaseProps {
  paper: BusinessCase
  sources: ItemFacts['sources']
}

/** A business case as it was frozen: its five cases, and with each what belongs to it. */
export function PaperOfCase({ paper, sources }: PaperOfCaseProps) {
  return (
    <section className={classes.paperPart} aria-labelledby="case">
      <h2 id="case">The case</h2>
      <p>
        {stageTitles[paper.stage]} {paper.reference}, version {paper.version}
        {paper.submittedOn && `, submitted on ${formatDay(paper.submittedOn)}`}
      </p>
      {sectionOrder.map((name) => (
        <section key={name} className={classes.paperPart} aria-labelledby={`case-${name}`}>
          <h3 id={`case-${name}`}>{guidance[name].title}</h3>
          {paper.sections[name] === '' ? (
            <p className={classes.muted}>Nothing is written here.</p>
          ) : (
            <p className={classes.paperText}>{paper.sections[name]}</p>
          )}
          {name === 'economic' && <CaseOptions businessCase={paper} />}
          {name === 'financial' && <Costs costs={paper.costs} sources={sources} />}
          {name === 'management' && <Management paper={paper} />}
        </section>
      ))}
    </section>
  )
}

function Costs({ costs, sources }: { costs: BusinessCase['costs']; sources: ItemFacts['sources'] }) {
  const stated = costs.filter(({ amount }) => amount !== 0)
  return (
    <DataTable
      caption={`Costs, ${formatInSentence(sum(stated.map(({ amount }) => amount)))} in all`}
      rows={stated}
      keyOf={({ startYear, sourceId, nature }) => `${startYear} ${sourceId} ${nature}`}
      empty="No costs are stated."
      columns={[
        { id: 'year', heading: 'Year', isRowHeading: true, cell: ({ startYear }) => formatYear(startYear) },
        { id: 'nature', heading: 'Kind', cell: ({ nature }) => (nature === 'capital' ? 'Capital' : 'Revenue') },
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
  )
}

function Management({ paper }: { paper: BusinessCase }) {
  const { attachments } = paper
  return (
    <>
      <CaseBenefits businessCase={paper} />
      <CaseRisks businessCase={paper} />
      <CaseAssurances businessCase={paper} />
      {attachments.length > 0 && (
        <p>Attached: {attachments.map(({ name, size }) => `${name} (${sizeInWords(size)})`).join(', ')}.</p>
      )}
    </>
  )
}
