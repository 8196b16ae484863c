import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { ruleWords } from '../../../domain/route/changeInWords.ts'
import type { ProposedChange } from '../../../domain/route/proposedChange.ts'
import { isAmountRule, ruleRange } from '../../../domain/route/proposedChange.ts'
import { RuleName } from '../../../domain/route/ruleValue.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt, type Read } from '../../lib/readText.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { ProposalForm } from './ProposalForm.tsx'
import { readAmount } from './readAmount.ts'
import { readWhole } from './readWhole.ts'
import { WholeNumberInput } from './WholeNumberInput.tsx'

const valueField = 'rule-value'

/** A value of a rule from a date: an amount, a share, days or months. */
export function RuleValueForm({ rule: first, forms }: { rule: RuleName; forms: FormState }) {
  const [rule, setRule] = useState(first)
  const [text, setText] = useState('')
  const isAmount = isAmountRule(rule)
  const error = errorAt(forms.errors, valueField)
  return (
    <ProposalForm title="Add a value from a date" firstField={valueField} change={readValue(rule, text)} forms={forms}>
      <NativeSelect
        id="rule-name"
        label="Rule"
        value={rule}
        onChange={(event) => {
          setRule(RuleName.parse(event.currentTarget.value))
          setText('')
        }}
      >
        {RuleName.options.map((each) => (
          <option key={each} value={each}>
            {ruleWords[each]}
          </option>
        ))}
      </NativeSelect>
      {isAmount ? (
        <AmountInput
          id={valueField}
          label={rule === 'key_decision_threshold' ? 'Over' : 'Up to'}
          unit="£"
          value={text}
          error={error}
          onChange={setText}
          maw="16rem"
        />
      ) : (
        <WholeNumberInput id={valueField} label={unitOf(rule)} text={text} error={error} onText={setText} />
      )}
    </ProposalForm>
  )
}

const unitOf = (rule: RuleName): string => {
  if (rule === 'change_share_percent') return 'Percent'
  return rule === 'case_validity_months' ? 'Months' : 'Working days'
}

const readValue = (rule: RuleName, text: string): Read<ProposedChange> => {
  const { min, max } = ruleRange(rule)
  const read = isAmountRule(rule) ? readAmount(valueField, text) : readWhole(valueField, text, { min, max })
  return read.errors
    ? { errors: read.errors }
    : { value: { kind: 'rule_value', ruleValue: { rule, value: read.value } } }
}
