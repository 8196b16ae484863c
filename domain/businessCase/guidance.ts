import type { CaseSections, CaseStage } from './businessCase.ts'

export type SectionName = keyof CaseSections

export interface SectionGuidance {
  title: string
  /** What the section answers, in a sentence or two. */
  asks: string
  /** What a reader looks for in it. */
  points: readonly string[]
}

export const sectionOrder: readonly SectionName[] = ['strategic', 'economic', 'commercial', 'financial', 'management']

export const stageTitles: Record<CaseStage, string> = {
  bjc: 'Business justification case',
  soc: 'Strategic outline case',
  obc: 'Outline business case',
  fbc: 'Full business case',
  not_stated: 'Stage not stated',
}

/** The five cases of the Five Case Model and what each has to say. */
export const guidance: Record<SectionName, SectionGuidance> = {
  strategic: {
    title: 'Strategic case',
    asks: 'Why is this needed, and why now?',
    points: [
      'What people who use or provide care cannot do today, with evidence',
      'What will be different, for whom and by when',
      'Which plans of the council, the NHS and the Better Care Fund it serves',
      'What is in, what is out, and what it depends on',
    ],
  },
  economic: {
    title: 'Economic case',
    asks: 'Which of the options gives the public most for its money?',
    points: [
      'The options that were considered, among them doing nothing and the least that would do',
      'What each costs over its whole life and what it brings',
      'Why the preferred option is preferred, and what would change that',
    ],
  },
  commercial: {
    title: 'Commercial case',
    asks: 'Can it be bought well?',
    points: [
      'How it is bought: framework, competition, a change to a contract, or in house',
      'Who carries which risk, and how payment follows delivery',
      'Standards, data and exit: how the council and the NHS get their records back',
    ],
  },
  financial: {
    title: 'Financial case',
    asks: 'Can it be afforded?',
    points: [
      'Capital and revenue by financial year, as in the plan',
      'Where the money comes from, and what its conditions are',
      'What running it costs after the programme, and who pays for that',
    ],
  },
  management: {
    title: 'Management case',
    asks: 'Can it be delivered?',
    points: [
      'Who is answerable, who does the work, and who decides on changes',
      'Milestones, and what has to be in place before each',
      'How benefits are measured, risks are handled and lessons are kept',
    ],
  },
}

/** Words that a section usually takes by stage: fewer is a question to the writer, more a question to the reader. */
export const wordRange: Record<CaseStage, Record<SectionName, { from: number; to: number }>> = {
  bjc: rangeOf({ strategic: 50, economic: 50, commercial: 30, financial: 30, management: 30 }, 500),
  soc: rangeOf({ strategic: 150, economic: 100, commercial: 30, financial: 50, management: 50 }, 1500),
  obc: rangeOf({ strategic: 150, economic: 150, commercial: 100, financial: 100, management: 100 }, 2500),
  fbc: rangeOf({ strategic: 150, economic: 150, commercial: 150, financial: 150, management: 150 }, 4000),
  // The least that any case says.
  not_stated: rangeOf({ strategic: 50, economic: 50, commercial: 30, financial: 30, management: 30 }, 4000),
}

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0

function rangeOf(from: Record<SectionName, number>, to: number): Record<SectionName, { from: number; to: number }> {
  const range = (name: SectionName) => ({ from: from[name], to })
  return {
    strategic: range('strategic'),
    economic: range('economic'),
    commercial: range('commercial'),
    financial: range('financial'),
    management: range('management'),
  }
}
