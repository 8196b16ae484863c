import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { guidance, sectionOrder, stageTitles } from '../../../domain/businessCase/guidance.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { assuranceStateWords, assuranceWords, optionKindWords } from './caseWords.ts'
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
          {name === 'economic' && <Options options={paper.options} />}
          {name === 'financial' && <Costs costs={paper.costs} sources={sources} />}
          {name === 'management' && <Management paper={paper} />}
        </section>
      ))}
    </section>
  )
}

function Options({ options }: { options: BusinessCase['options'] }) {
  return (
    <DataTable
      caption="Options"
      rows={options}
      keyOf={({ id }) => id}
      empty="No options are stated."
      columns={[
        {
          id: 'option',
          heading: 'Option',
          isRowHeading: true,
          cell: ({ kind, name }) => (name === '' ? optionKindWords[kind] : `${optionKindWords[kind]}: ${name}`),
        },
        { id: 'what', heading: 'What it is', cell: ({ description }) => description },
        {
          id: 'cost',
          heading: 'Whole-life cost',
          align: 'right',
          cell: ({ cost }) => (cost === null ? 'not stated' : formatInSentence(cost)),
        },
        {
          id: 'benefit',
          heading: 'Benefit',
          align: 'right',
          cell: ({ benefit }) => (benefit === null ? 'not stated' : formatInSentence(benefit)),
        },
      ]}
    />
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

function Management({ paper: { benefits, risks, assurance, attachments } }: { paper: BusinessCase }) {
  return (
    <>
      <DataTable
        caption="Benefits"
        rows={benefits}
        keyOf={({ id }) => id}
        empty="No benefits are stated."
        columns={[
          { id: 'name', heading: 'Benefit', isRowHeading: true, cell: ({ name }) => name },
          { id: 'owner', heading: 'Owner', cell: ({ owner }) => owner },
          {
            id: 'target',
            heading: 'From and to',
            cell: ({ baseline, target, unit }) => `${baseline || 'not stated'} to ${target || 'not stated'} ${unit}`,
          },
        ]}
      />
      <DataTable
        caption="Risks"
        rows={risks}
        keyOf={({ id }) => id}
        empty="No risks are stated."
        columns={[
          { id: 'title', heading: 'Risk', isRowHeading: true, cell: ({ title }) => title },
          {
            id: 'score',
            heading: 'Likelihood × impact',
            cell: ({ likelihood, impact }) =>
              likelihood === null || impact === null ? 'not scored' : `${likelihood} × ${impact}`,
          },
          { id: 'mitigation', heading: 'What is done about it', cell: ({ mitigation }) => mitigation },
        ]}
      />
      <DataTable
        caption="Assurance"
        rows={assurance}
        keyOf={({ kind }) => kind}
        empty="No assurance is recorded."
        columns={[
          { id: 'kind', heading: 'Assurance', isRowHeading: true, cell: ({ kind }) => sentence(assuranceWords[kind]) },
          { id: 'state', heading: 'State', cell: ({ status }) => sentence(assuranceStateWords[status]) },
          { id: 'by', heading: 'By', cell: ({ reviewer }) => reviewer || 'not stated' },
        ]}
      />
      {attachments.length > 0 && (
        <p>Attached: {attachments.map(({ name, size }) => `${name} (${sizeInWords(size)})`).join(', ')}.</p>
      )}
    </>
  )
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
