import { type Risk, RiskAttributes } from '../../../domain/risk/risk.ts'
import { type FormField, type FormTexts, type FormValues, optionsOf, orNone } from '../../lib/formFields.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { approachWords, proximityWords, riskCategoryWords, riskStatusWords, stepWords } from '../../lib/riskWords.ts'

const { closed: _, ...openWords } = riskStatusWords
const asNumber = (value: string): number | null => (value === '' ? null : Number(value))
const step = (name: string, label: string): FormField => ({
  kind: 'choice',
  name,
  label,
  options: optionsOf(stepWords, 'Not assessed'),
  means: asNumber,
})

/** What is said of a risk, in the order of the register. */
export const riskFields: readonly FormField[] = [
  { kind: 'text', name: 'title', label: 'Title', longest: 100, ask: 'Enter a title' },
  { kind: 'choice', name: 'status', label: 'Status', options: optionsOf(openWords) },
  {
    kind: 'choice',
    name: 'category',
    label: 'Category',
    options: optionsOf(riskCategoryWords, 'Not chosen'),
    means: orNone,
  },
  { kind: 'area', name: 'riskThat', label: 'There is a risk that', longest: 1000, ask: 'Enter what may happen' },
  { kind: 'area', name: 'dueTo', label: 'due to', longest: 1000 },
  { kind: 'area', name: 'resultingIn', label: 'which will result in', longest: 1000 },
  { kind: 'text', name: 'owner', label: 'Owner', hint: 'An office, for example Scheme lead', longest: 200 },
  {
    kind: 'choice',
    name: 'isToLife',
    label: 'Risk to life',
    options: optionsOf({ yes: 'Yes', no: 'No' }, 'Not answered'),
    means: (value) => (value === '' ? null : value === 'yes'),
  },
  step('likelihood', 'Likelihood now'),
  step('impact', 'Impact now'),
  step('targetLikelihood', 'Likelihood aimed at'),
  step('targetImpact', 'Impact aimed at'),
  { kind: 'area', name: 'mitigation', label: 'What is done about it now', longest: 2000 },
  { kind: 'area', name: 'plannedMitigation', label: 'What is planned', longest: 2000 },
  { kind: 'area', name: 'pathToTarget', label: 'How it gets to its target', longest: 2000 },
  { kind: 'day', name: 'targetOn', label: 'Target reached on' },
  {
    kind: 'choice',
    name: 'proximity',
    label: 'When it would come',
    options: optionsOf(proximityWords, 'Not known'),
    means: orNone,
  },
  {
    kind: 'choice',
    name: 'approach',
    label: 'Approach',
    options: optionsOf(approachWords, 'Not chosen'),
    means: orNone,
  },
]

export const riskTexts = (risk: Risk): FormTexts => ({
  ...risk,
  category: risk.category ?? '',
  isToLife: risk.isToLife === null ? '' : risk.isToLife ? 'yes' : 'no',
  likelihood: String(risk.likelihood ?? ''),
  impact: String(risk.impact ?? ''),
  targetLikelihood: String(risk.targetLikelihood ?? ''),
  targetImpact: String(risk.targetImpact ?? ''),
  targetOn: dayText(risk.targetOn),
  proximity: risk.proximity ?? '',
  approach: risk.approach ?? '',
  ...noTexts,
})

// The fields that no form has hold no text.
const noTexts = { isRemoved: '', revision: '', schemeId: '', closedOn: '', closedBy: '', origin: '' }

/** What the form means, as the commands take it. */
export const attributesOf = ({ status: _status, schemeId: _schemeId, ...values }: FormValues): RiskAttributes =>
  RiskAttributes.parse(values)
