import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { BenefitAttributes } from '../../../domain/benefit/benefit.ts'
import { areTargetsLocked } from '../../../domain/benefit/benefitActs.ts'
import { confidenceWords } from '../../../domain/benefit/benefitWords.ts'
import { writeQuantity } from '../../../domain/benefit/quantity.ts'
import { Id } from '../../../domain/id.ts'
import { formatMoney } from '../../../domain/money.ts'
import { type FormField, type FormTexts, type FormValues, optionsOf, orNone } from '../../lib/formFields.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import type { BenefitRow, BenefitsFacts } from './benefitsFacts.ts'

interface BenefitFormProps {
  /** Null for a new one. */
  benefit: BenefitRow['benefit'] | null
  facts: BenefitsFacts
  schemeId: Id | undefined
  forms: FormState
}

/** A new benefit, and after it the next one, or what is said of a benefit that is there. */
export function BenefitForm({ benefit, facts, schemeId, forms }: BenefitFormProps) {
  const [made, setMade] = useState(0)
  const options = { onError: forms.refuse('benefit-name') }
  const add = useMutation(trpc.benefits.add.mutationOptions(options))
  const change = useMutation(trpc.benefits.change.mutationOptions(options))

  const save = ({ schemeId: chosen, ...values }: FormValues) => {
    if (benefit) {
      const attributes = BenefitAttributes.parse({ ...saidOf(benefit), ...values })
      const onSuccess = () => {
        announce(`Saved: ${attributes.name}`)
        forms.close()
      }
      return change.mutate({ id: benefit.id, revision: benefit.revision, attributes }, { onSuccess })
    }
    const attributes = BenefitAttributes.parse(values)
    const onSuccess = () => {
      announce(`Added: ${attributes.name}`)
      setMade((count) => count + 1)
    }
    add.mutate({ schemeId: Id.parse(chosen), attributes }, { onSuccess })
  }
  const isLocked = benefit !== null && areTargetsLocked(benefit)
  const fields = [...named, ...(isLocked ? [] : measured), ...known(facts)]
  return (
    <FieldsForm
      key={made}
      id="benefit"
      title={benefit ? `Change: ${benefit.name}` : 'Add a benefit'}
      submit={benefit ? 'Save' : 'Add and next'}
      fields={benefit ? fields : [schemeField(facts.schemes), ...fields]}
      initial={benefit ? textsOf(benefit) : { schemeId: schemeId ?? '' }}
      forms={forms}
      isBusy={add.isPending || change.isPending}
      onSubmit={save}
    >
      {isLocked && (
        <p>
          Measured by: {benefit.measure}, in {benefit.unit}, from {benefit.baseline}. This was agreed; it can be changed
          once the targets are opened again.
        </p>
      )}
    </FieldsForm>
  )
}

const schemeField = (schemes: BenefitsFacts['schemes']): FormField => ({
  kind: 'choice',
  name: 'schemeId',
  label: 'Scheme',
  ask: 'Choose the scheme that brings it',
  options: [{ value: '', label: 'Choose a scheme' }, ...schemes.map(({ id, name }) => ({ value: id, label: name }))],
})

const named: readonly FormField[] = [
  { kind: 'text', name: 'name', label: 'Benefit', longest: 200, ask: 'Enter what the benefit is' },
  { kind: 'text', name: 'owner', label: 'Owner', hint: 'An office, for example Head of service', longest: 200 },
]

const measured: readonly FormField[] = [
  { kind: 'text', name: 'measure', label: 'Measure', hint: 'What is counted, and where', longest: 500 },
  { kind: 'text', name: 'unit', label: 'Unit', hint: 'For example users, or calls a week', longest: 100 },
  { kind: 'text', name: 'baseline', label: 'Baseline, as stated', hint: 'For example over 7,000 (2020)', longest: 200 },
  { kind: 'quantity', name: 'baselineQuantity', label: 'Baseline as a number' },
  { kind: 'day', name: 'baselineOn', label: 'Baseline of' },
]

const known = ({ organisations }: BenefitsFacts): readonly FormField[] => [
  {
    kind: 'choice',
    name: 'ownerOrganisationId',
    label: 'Organisation of the owner',
    options: [{ value: '', label: 'Not stated' }, ...organisations.map(({ id, name }) => ({ value: id, label: name }))],
    means: orNone,
  },
  { kind: 'amount', name: 'cashReleasing', label: 'Cash released a year', hint: 'Empty where it releases none' },
  {
    kind: 'choice',
    name: 'confidence',
    label: 'Confidence',
    options: optionsOf(confidenceWords, 'Not stated'),
    means: orNone,
  },
  { kind: 'area', name: 'evidence', label: 'Evidence', hint: 'Where one can see what came of it', longest: 2000 },
]

/** The fields of the benefit that its form may leave out. */
const saidOf = ({ measure, unit, baseline, baselineQuantity, baselineOn }: BenefitRow['benefit']) => ({
  measure,
  unit,
  baseline,
  baselineQuantity,
  baselineOn,
})

const textsOf = (benefit: BenefitRow['benefit']): FormTexts => ({
  name: benefit.name,
  owner: benefit.owner,
  ownerOrganisationId: benefit.ownerOrganisationId ?? '',
  measure: benefit.measure,
  unit: benefit.unit,
  baseline: benefit.baseline,
  baselineQuantity: benefit.baselineQuantity === null ? '' : writeQuantity(benefit.baselineQuantity),
  baselineOn: dayText(benefit.baselineOn),
  cashReleasing: benefit.cashReleasing === null ? '' : formatMoney(benefit.cashReleasing, '£', { pence: true }),
  confidence: benefit.confidence ?? '',
  evidence: benefit.evidence,
})
