import type { AssuranceKind, BusinessCase, CaseBenefit, CaseOption, CaseStage } from './businessCase.ts'
import { countWords, guidance, type SectionName, sectionOrder, wordRange } from './guidance.ts'

/** The tasks of the editor, in its order. */
export type CaseTask =
  | 'ask'
  | 'strategic'
  | 'economic'
  | 'commercial'
  | 'financial'
  | 'management'
  | 'benefits'
  | 'interests'

/** Something that a case of its stage has to say, and where it is said: `benefits.0.owner`. */
export interface ChecklistItem {
  task: CaseTask
  field: string
  label: string
  isDone: boolean
}

interface Depth {
  options: readonly CaseOption['kind'][]
  needsOptionFigures: boolean
  needsBenefit: boolean
  /** What each benefit says of itself; a full case needs all of it before it is approved (R33). */
  benefit: readonly (keyof CaseBenefit)[]
  needsRisks: boolean
  assurance: readonly AssuranceKind[]
  needsFunding: boolean
}

const everyAssurance: readonly AssuranceKind[] = ['edci', 'dpia', 'dtac', 'clinical_safety', 'technical_fit']

const shortCase: Depth = {
  options: ['do_nothing', 'preferred'],
  needsOptionFigures: false,
  needsBenefit: true,
  benefit: ['name', 'owner', 'baseline'],
  needsRisks: true,
  assurance: ['edci', 'dpia', 'technical_fit'],
  needsFunding: true,
}

/** How deep a case goes, by its stage: a full business case says everything, an outline what is known by then. */
export const depthOf: Record<CaseStage, Depth> = {
  bjc: shortCase,
  // The least that any case says.
  not_stated: shortCase,
  soc: {
    options: ['do_nothing', 'minimum', 'preferred'],
    needsOptionFigures: false,
    needsBenefit: true,
    benefit: ['name', 'owner', 'baseline'],
    needsRisks: false,
    assurance: ['edci'],
    needsFunding: false,
  },
  obc: {
    options: ['do_nothing', 'minimum', 'preferred'],
    needsOptionFigures: true,
    needsBenefit: true,
    benefit: ['name', 'owner', 'measure', 'baseline'],
    needsRisks: true,
    assurance: everyAssurance,
    needsFunding: true,
  },
  fbc: {
    options: ['do_nothing', 'minimum', 'preferred'],
    needsOptionFigures: true,
    needsBenefit: true,
    benefit: ['name', 'owner', 'measure', 'unit', 'baseline', 'target', 'targetYear'],
    needsRisks: true,
    assurance: everyAssurance,
    needsFunding: true,
  },
}

/** Everything that a case of its stage has to say, in the order of the editor's tasks. */
export const checklist = (businessCase: BusinessCase): ChecklistItem[] => {
  const depth = depthOf[businessCase.stage]
  return [
    item('ask', 'title', 'Title', businessCase.title),
    item('ask', 'ask', 'What the reader is asked', businessCase.ask),
    ...sectionOrder.flatMap((name) => [
      sectionItem(businessCase, name),
      ...(name === 'economic' ? optionItems(businessCase, depth) : []),
      ...(name === 'financial' ? costItems(businessCase, depth) : []),
      ...(name === 'management' ? assuranceItems(businessCase, depth) : []),
    ]),
    ...benefitItems(businessCase, depth),
    ...riskItems(businessCase, depth),
    {
      task: 'interests',
      field: 'hasInterest',
      label: 'Whether a writer has an interest in it',
      isDone: businessCase.hasInterest !== null,
    },
    ...(businessCase.hasInterest
      ? [item('interests', 'interests', 'What the interest is', businessCase.interests)]
      : []),
  ]
}

export const missing = (businessCase: BusinessCase): ChecklistItem[] =>
  checklist(businessCase).filter((each) => !each.isDone)

/** The benefits that a full business case may not be approved with, by place in its list (R33). */
export const benefitGaps = (benefits: readonly CaseBenefit[]): { at: number; lacks: (keyof CaseBenefit)[] }[] =>
  benefits
    .map((benefit, at) => ({ at, lacks: depthOf.fbc.benefit.filter((field) => isEmpty(benefit[field])) }))
    .filter(({ lacks }) => lacks.length > 0)

const item = (task: CaseTask, field: string, label: string, value: unknown): ChecklistItem => ({
  task,
  field,
  label,
  isDone: !isEmpty(value),
})

const isEmpty = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '')

const sectionItem = ({ stage, sections }: BusinessCase, name: SectionName): ChecklistItem => {
  const { from } = wordRange[stage][name]
  return {
    task: name,
    field: `sections.${name}`,
    label: `${guidance[name].title}, ${from} words or more`,
    isDone: countWords(sections[name]) >= from,
  }
}

const optionTitles: Record<CaseOption['kind'], string> = {
  do_nothing: 'Do nothing',
  minimum: 'The least that would do',
  preferred: 'The preferred option',
  other: 'Another option',
}

const optionItems = ({ options }: BusinessCase, depth: Depth): ChecklistItem[] =>
  depth.options.flatMap((kind) => {
    const at = options.findIndex((option) => option.kind === kind)
    const option = options[at]
    const title = optionTitles[kind]
    if (!option)
      return [{ task: 'economic' as const, field: `options.${kind}`, label: `Option: ${title}`, isDone: false }]
    const field = `options.${at}`
    const described = item('economic', `${field}.description`, `${title}: what is done`, option.description)
    if (!depth.needsOptionFigures) return [described]
    return [
      described,
      item('economic', `${field}.cost`, `${title}: whole-life cost`, option.cost),
      item('economic', `${field}.benefit`, `${title}: whole-life benefit`, option.benefit),
    ]
  })

const costItems = ({ costs }: BusinessCase, { needsFunding }: Depth): ChecklistItem[] => {
  const stated = costs.filter((line) => line.amount !== 0)
  const hasCosts = { task: 'financial' as const, field: 'costs', label: 'Costs by year', isDone: stated.length > 0 }
  if (!needsFunding || stated.length === 0) return [hasCosts]
  const at = costs.findIndex((line) => line.amount !== 0 && line.sourceId === null)
  const field = at < 0 ? 'costs.sourceId' : `costs.${at}.sourceId`
  return [hasCosts, { task: 'financial', field, label: 'Where the money comes from', isDone: at < 0 }]
}

const assuranceTitles: Record<AssuranceKind, string> = {
  edci: 'Equality, diversity, cohesion and integration',
  dpia: 'Data protection impact assessment',
  dtac: 'Digital technology assessment criteria',
  clinical_safety: 'Clinical safety case',
  technical_fit: 'Technical fit, by the board that monitors',
}

// Assurance that goes on after approval is no gap; that nobody has thought of it is one.
const assuranceItems = ({ stage, assurance }: BusinessCase, depth: Depth): ChecklistItem[] =>
  depth.assurance.flatMap((kind) => {
    const at = assurance.findIndex((each) => each.kind === kind)
    const stated = assurance[at]
    const field = `assurance.${kind}`
    const title = assuranceTitles[kind]
    const isRecorded = stated !== undefined && stated.status !== 'not_recorded'
    const isEnough = stage === 'fbc' && kind === 'technical_fit' ? isOver(stated?.status) : isRecorded
    const status = {
      task: 'management' as const,
      field: `${field}.status`,
      label: title,
      isDone: isEnough,
    }
    if (stated?.status !== 'complete') return [status]
    return [status, item('management', `${field}.reviewer`, `${title}: who looked`, stated.reviewer)]
  })

const isOver = (status: string | undefined): boolean => status === 'complete' || status === 'not_needed'

const benefitLabels: Partial<Record<keyof CaseBenefit, string>> = {
  name: 'name',
  owner: 'owner',
  measure: 'how it is measured',
  unit: 'unit',
  baseline: 'where it stands today',
  target: 'target',
  targetYear: 'year of the target',
}

const benefitItems = ({ benefits }: BusinessCase, depth: Depth): ChecklistItem[] => {
  if (benefits.length === 0) {
    return [{ task: 'benefits', field: 'benefits', label: 'A benefit', isDone: !depth.needsBenefit }]
  }
  return benefits.flatMap((benefit, at) =>
    depth.benefit.map((field) =>
      item('benefits', `benefits.${at}.${field}`, `Benefit ${at + 1}: ${benefitLabels[field]}`, benefit[field]),
    ),
  )
}

const riskItems = ({ risks }: BusinessCase, { needsRisks }: Depth): ChecklistItem[] => {
  if (risks.length === 0)
    return needsRisks ? [{ task: 'benefits', field: 'risks', label: 'A risk', isDone: false }] : []
  return risks.flatMap((risk, at) => [
    item('benefits', `risks.${at}.title`, `Risk ${at + 1}: name`, risk.title),
    item('benefits', `risks.${at}.owner`, `Risk ${at + 1}: owner`, risk.owner),
    item('benefits', `risks.${at}.likelihood`, `Risk ${at + 1}: how likely`, risk.likelihood),
    item('benefits', `risks.${at}.impact`, `Risk ${at + 1}: how grave`, risk.impact),
    item('benefits', `risks.${at}.mitigation`, `Risk ${at + 1}: what is done about it`, risk.mitigation),
  ])
}
