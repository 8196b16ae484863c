import type { ReactNode } from 'react'
import { guidance, type SectionName, sectionOrder } from '../../../domain/businessCase/guidance.ts'
import { countOf } from '../../lib/format.ts'
import { CaseAssurances, CaseBenefits, CaseOptions, CaseRisks } from '../../ui/CaseTables.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { AttachmentTable } from './AttachmentTable.tsx'
import classes from './Cases.module.css'
import { CostTable } from './CostTable.tsx'
import type { CaseFacts } from './caseFacts.ts'
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
    economic: <CaseOptions businessCase={businessCase} />,
    financial: <CostTable facts={facts} />,
    management: <CaseAssurances businessCase={businessCase} />,
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
        <CaseBenefits businessCase={businessCase} />
        <CaseRisks businessCase={businessCase} />
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
