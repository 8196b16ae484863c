import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Role, roleTitles } from '../../../domain/roles.ts'
import type { Cause } from '../../lib/checks.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { useForm } from '../../lib/useForm.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { AppliesTo } from './AppliesTo.tsx'
import type { CheckForm } from './CauseCard.tsx'
import { findingsOf } from './findingsOf.ts'

interface AssignFormProps {
  cause: Cause
  forms: ReturnType<typeof useForm<CheckForm>>
}

/** Gives a check to the role that is to look into it. */
export function AssignForm({ cause, forms }: AssignFormProps) {
  const [owner, setOwner] = useState('')
  const assign = useMutation(trpc.checks.assign.mutationOptions())

  const onSubmit = async () => {
    const chosen = Role.safeParse(owner)
    if (!chosen.success) return forms.setErrors([{ fieldId: 'check-owner', message: 'Choose who looks into it' }])
    forms.setErrors([])
    try {
      await assign.mutateAsync({ findings: findingsOf(cause, ({ status }) => status !== 'closed'), owner: chosen.data })
      announce(`Assigned to the ${roleTitles[chosen.data].toLowerCase()}`)
      forms.close()
    } catch (error) {
      forms.refuse('check-owner')(error)
    }
  }

  return (
    <InlineForm
      title="Assign this check"
      submit="Assign"
      isBusy={assign.isPending}
      onSubmit={() => void onSubmit()}
      onCancel={forms.close}
    >
      <NativeSelect
        id="check-owner"
        label="Who looks into it"
        maw="24rem"
        value={owner}
        error={errorAt(forms.errors, 'check-owner')}
        onChange={(event) => setOwner(event.currentTarget.value)}
        data={[
          { value: '', label: 'Choose a role' },
          ...Role.options.map((role) => ({ value: role, label: roleTitles[role] })),
        ]}
      />
      <AppliesTo cause={cause} />
    </InlineForm>
  )
}
