import { NativeSelect, Radio } from '@mantine/core'
import { useState } from 'react'
import { severityWords } from '../../../domain/route/changeInWords.ts'
import { changeableRules } from '../../../domain/route/ruleCatalogue.ts'
import type { Severity } from '../../../domain/tieOut/finding.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt } from '../../lib/readText.ts'
import classes from './admin.module.css'
import { ProposalForm } from './ProposalForm.tsx'

const severities: readonly Severity[] = ['stop', 'warn', 'note']

/** What a rule does from a date on, where law leaves that to the programme. */
export function SeverityForm({ rule: first, forms }: { rule: string; forms: FormState }) {
  const [rule, setRule] = useState(first)
  const [severity, setSeverity] = useState<Severity | null>(null)
  const error = errorAt(forms.errors, 'severity-stop')
  return (
    <ProposalForm
      title="Change what a rule does from a date"
      firstField="severity-stop"
      change={
        severity === null
          ? { errors: [{ fieldId: 'severity-stop', message: 'Choose what the rule does' }] }
          : { value: { kind: 'rule_severity', severity: { rule, severity } } }
      }
      forms={forms}
    >
      <NativeSelect
        id="severity-rule"
        label="Rule"
        value={rule}
        onChange={(event) => setRule(event.currentTarget.value)}
      >
        {changeableRules.map((each) => (
          <option key={each.rule} value={each.rule}>
            {each.rule}: {each.words}
          </option>
        ))}
      </NativeSelect>
      <Radio.Group
        label="What it does"
        value={severity}
        error={error}
        onChange={(value) => setSeverity(value as Severity)}
      >
        <div className={classes.choices}>
          {severities.map((each) => (
            <Radio key={each} id={`severity-${each}`} value={each} label={severityMeaning[each]} />
          ))}
        </div>
      </Radio.Group>
    </ProposalForm>
  )
}

const severityMeaning: Record<Severity, string> = {
  stop: `${severityWords.stop}: nothing goes on before it is put right`,
  warn: `${severityWords.warn}: it needs a waiver or an answer`,
  note: `${severityWords.note}: it is said and no more`,
}
