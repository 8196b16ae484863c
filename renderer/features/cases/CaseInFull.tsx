import type { ReactNode } from 'react'
import { guidance, type SectionName, sectionOrder } from '../../../domain/businessCase/guidance.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { countOf } from '../../lib/format.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { AttachmentTable } from './AttachmentTable.tsx'
import { assuranceStatusWords, assuranceTitles } from './assuranceWords.ts'
import classes from './Cases.module.css'
import { CostTable } from './CostTable.tsx'
import type { CaseFacts } from './caseFacts.ts'
import { optionKindWords } from './optionWords.ts'
import { Paragraphs } from './Paragraphs.tsx'
import { Part } from './Part.tsx'

interface CaseInFullProps {
  facts: CaseFacts
  onErrors: (errors: FieldError[]) => void
}

/** The five cases with their tables, each opened in its place. */
export function CaseInFull({ facts, onErrors }: CaseInFullProps) {
  const { businessCase, words } = facts
  const { benefits, risks, attachments } = businessCase
  const more: Partial<Record<SectionName, ReactNode>> = {
    economic: <Options facts={facts} />,
    financial: <CostTable facts={facts} />,
    management: <Assurance facts={facts} />,
  }
  return (
    <Part anchor="case" title="The case">
      {sectionOrder.map((name) => (
        <Opened
          key={name}
          title={guidance[name].title}
          note={countOf(words.find((each) => each.name === name)?.count ?? 0, 'word')}
        >
          <Paragraphs text={businessCase.sections[name]} />
          {more[name]}
        </Opened>
      ))}
      <Opened
        title="Benefits and risks"
        note={`${countOf(benefits.length, 'benefit')}, ${countOf(risks.length, 'risk')}`}
      >
        <Benefits facts={facts} />
        <Risks facts={facts} />
      </Opened>
      <Opened title="Files" note={countOf(attachments.length, 'file')}>
        <AttachmentTable businessCase={businessCase} onErrors={onErrors} />
      </Opened>
    </Part>
  )
}

/** Open from the start: reading takes no press. */
function Opened({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <details open className={classes.part}>
      <summary>
        <h3>{title}</h3> <span className={classes.note}>{note}</span>
      </summary>
      <div className={classes.section}>{children}</div>
    </details>
  )
}

function Options({ facts: { businessCase } }: { facts: CaseFacts }) {
  const amount = (value: (typeof businessCase.options)[number]['cost']) =>
    value === null ? 'not stated' : formatInSentence(value)
  return (
    <DataTable
      caption="Options"
      rows={businessCase.options}
      keyOf={({ id }) => id}
      empty="No options are stated."
      columns={[
        {
          id: 'name',
          heading: 'Option',
          isRowHeading: true,
          cell: ({ name, kind }) =>
            name === '' || name === optionKindWords[kind]
              ? optionKindWords[kind]
              : `${name} (${optionKindWords[kind].toLowerCase()})`,
        },
        { id: 'what', heading: 'What is done', cell: ({ description }) => description || 'not stated' },
        { id: 'cost', heading: 'Whole-life cost', align: 'right', cell: ({ cost }) => amount(cost) },
        { id: 'benefit', heading: 'Whole-life benefit', align: 'right', cell: ({ benefit }) => amount(benefit) },
      ]}
    />
  )
}

function Assurance({ facts: { businessCase } }: { facts: CaseFacts }) {
  return (
    <DataTable
      caption="Assurance"
      rows={businessCase.assurance}
      keyOf={({ kind }) => kind}
      empty="No assurance is recorded."
      columns={[
        { id: 'kind', heading: 'Assurance', isRowHeading: true, cell: ({ kind }) => assuranceTitles[kind] },
        { id: 'status', heading: 'Status', cell: ({ status }) => assuranceStatusWords[status] },
        { id: 'reviewer', heading: 'Who looked', cell: ({ reviewer }) => reviewer || 'not recorded' },
        { id: 'on', heading: 'When', cell: ({ on }) => (on === null ? 'not recorded' : formatDay(on)) },
        { id: 'note', heading: 'Note', cell: ({ note }) => note },
      ]}
    />
  )
}

function Benefits({ facts: { businessCase } }: { facts: CaseFacts }) {
  return (
    <DataTable
      caption="Benefits"
      rows={businessCase.benefits}
      keyOf={({ id }) => id}
      empty="No benefits are stated."
      columns={[
        { id: 'name', heading: 'Benefit', isRowHeading: true, cell: ({ name }) => name },
        { id: 'owner', heading: 'Owner', cell: ({ owner }) => owner || 'not set' },
        {
          id: 'measure',
          heading: 'Measure',
          cell: ({ measure, unit }) => [measure, unit].filter(Boolean).join(', ') || 'not stated',
        },
        { id: 'baseline', heading: 'Today', cell: ({ baseline }) => baseline || 'not stated' },
        {
          id: 'target',
          heading: 'Target',
          cell: ({ target, targetYear }) =>
            [target, targetYear === null ? '' : formatYear(targetYear)].filter(Boolean).join(', ') || 'not stated',
        },
        {
          id: 'cash',
          heading: 'Cash a year',
          align: 'right',
          cell: ({ cashReleasing }) => (cashReleasing === null ? 'none' : formatInSentence(cashReleasing)),
        },
      ]}
    />
  )
}

function Risks({ facts: { businessCase } }: { facts: CaseFacts }) {
  const score = (value: number | null) => value ?? 'not assessed'
  return (
    <DataTable
      caption="Risks"
      rows={businessCase.risks}
      keyOf={({ id }) => id}
      empty="No risks are stated."
      columns={[
        {
          id: 'title',
          heading: 'Risk',
          isRowHeading: true,
          cell: ({ title, description }) => (description === '' ? title : `${title}: ${description}`),
        },
        { id: 'likelihood', heading: 'Likelihood', align: 'right', cell: ({ likelihood }) => score(likelihood) },
        { id: 'impact', heading: 'Impact', align: 'right', cell: ({ impact }) => score(impact) },
        { id: 'mitigation', heading: 'What is done about it', cell: ({ mitigation }) => mitigation || 'not stated' },
        { id: 'owner', heading: 'Owner', cell: ({ owner }) => owner || 'not set' },
      ]}
    />
  )
}
