import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import type { RoleAssignment } from '../../../domain/people/account.ts'
import type { ProposedChange } from '../../../domain/route/proposedChange.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt, type Read } from '../../lib/readText.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { ProposalForm } from './ProposalForm.tsx'
import { readAmount } from './readAmount.ts'

export interface Limited {
  accountId: Id
  title: string
  assignment: RoleAssignment
}

const field = 'limit-amount'

/** Up to what amount somebody decides from a date on, or that they decide no money. */
export function LimitForm({ limited, forms }: { limited: Limited; forms: FormState }) {
  const [text, setText] = useState('')
  const [isNone, setNone] = useState(false)
  return (
    <ProposalForm
      title={`Add a limit of ${limited.title} from a date`}
      firstField={field}
      change={readLimit(limited, isNone, text)}
      forms={forms}
    >
      {!isNone && (
        <AmountInput
          id={field}
          label="Decides on up to"
          unit="£"
          maw="16rem"
          value={text}
          error={errorAt(forms.errors, field)}
          onChange={setText}
        />
      )}
      <Checkbox label="Decides no money" checked={isNone} onChange={(event) => setNone(event.currentTarget.checked)} />
    </ProposalForm>
  )
}

const readLimit = ({ accountId, assignment }: Limited, isNone: boolean, text: string): Read<ProposedChange> => {
  const read = isNone ? { value: null } : readAmount(field, text)
  if ('errors' in read && read.errors) return { errors: read.errors }
  const amount = read.value ?? null
  return {
    value: { kind: 'delegation_limit', limit: { accountId, role: assignment.role, scope: assignment.scope, amount } },
  }
}
