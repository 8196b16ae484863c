import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Id } from '../../../domain/id.ts'
import { type Risk, RiskStatus } from '../../../domain/risk/risk.ts'
import { score } from '../../../domain/risk/score.ts'
import type { FormField, FormTexts, FormValues } from '../../lib/formFields.ts'
import type { FormState } from '../../lib/formState.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import { attributesOf, riskFields, riskTexts } from './riskFields.ts'
import type { RisksFacts } from './risksFacts.ts'

const OpenStatus = RiskStatus.exclude(['closed'])

interface RiskFormProps {
  /** Null for a new one. */
  risk: Risk | null
  schemes: RisksFacts['schemes']
  schemeId: Id | undefined
  forms: FormState
}

/** A new risk, and after it the next one, or what is said of a risk that is there. */
export function RiskForm({ risk, schemes, schemeId, forms }: RiskFormProps) {
  const [made, setMade] = useState(0)
  const options = { onError: forms.refuse('risk-title') }
  const add = useMutation(trpc.risks.add.mutationOptions(options))
  const change = useMutation(trpc.risks.change.mutationOptions(options))

  const save = (values: FormValues) => {
    const said = { attributes: attributesOf(values), status: OpenStatus.parse(values.status) }
    if (risk) {
      const onSuccess = () => {
        announce(`Saved: ${said.attributes.title}`)
        forms.close()
      }
      return change.mutate({ id: risk.id, revision: risk.revision, ...said }, { onSuccess })
    }
    const chosen = Id.safeParse(values.schemeId)
    const onSuccess = () => {
      announce(`Added: ${said.attributes.title}`)
      setMade((count) => count + 1)
    }
    add.mutate({ schemeId: chosen.success ? chosen.data : null, ...said }, { onSuccess })
  }
  const initial: FormTexts = risk ? riskTexts(risk) : { status: 'identified', schemeId: schemeId ?? '' }
  return (
    <FieldsForm
      key={made}
      id="risk"
      title={risk ? `Change: ${risk.title}` : 'Add a risk'}
      submit={risk ? 'Save' : 'Add and next'}
      fields={risk ? riskFields : [schemeField(schemes), ...riskFields]}
      initial={initial}
      forms={forms}
      isBusy={add.isPending || change.isPending}
      onSubmit={save}
      below={(texts) => <Scores texts={texts} />}
    />
  )
}

const schemeField = (schemes: RisksFacts['schemes']): FormField => ({
  kind: 'choice',
  name: 'schemeId',
  label: 'Scheme',
  options: [
    { value: '', label: 'The programme as a whole' },
    ...schemes.map(({ id, name }) => ({ value: id, label: name })),
  ],
})

function Scores({ texts }: { texts: FormTexts }) {
  const of = (likelihood: string, impact: string) =>
    score({ likelihood: Number(texts[likelihood]) || null, impact: Number(texts[impact]) || null }) ?? 'not assessed'
  return (
    <p>
      Score now: {of('likelihood', 'impact')}. Score aimed at: {of('targetLikelihood', 'targetImpact')}.
    </p>
  )
}
