import { useMutation } from '@tanstack/react-query'
import type { FormState } from '../../lib/formState.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { RisksFacts } from './risksFacts.ts'

/** Takes a risk of an approved case into the register. */
export const useTakeRisk = (forms: Pick<FormState, 'refuse'>) => {
  const take = useMutation(trpc.risks.take.mutationOptions({ onError: forms.refuse() }))
  return ({ caseId, lineId, name }: RisksFacts['untaken'][number]) =>
    take.mutate({ caseId, lineId }, { onSuccess: () => announce(`Taken into the register: ${name}`) })
}
