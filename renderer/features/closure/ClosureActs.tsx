import { Button } from '@mantine/core'
import { isNothing } from '../../../domain/closure/residual.ts'
import { useMayDo } from '../../lib/session.ts'
import type { useForm } from '../../lib/useForm.ts'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Closure.module.css'
import type { ClosureForm, SchemeDelivery } from './closureFacts.ts'

export interface ClosureProps {
  facts: SchemeDelivery
  forms: ReturnType<typeof useForm<ClosureForm>>
}

/** The acts that are due now, for who may take them. */
export function ClosureActs({ facts: { scheme, closure: facts }, forms }: ClosureProps) {
  const mayDeliver = useMayDo('delivery')
  const mayMoney = useMayDo('money')
  const mayAccept = useMayDo('confirm')
  const mayCancel = useMayDo('scheme')
  const { closure, residual, waiting } = facts
  const status = closure?.status
  const canEnd = ['idea', 'unfunded', 'live', 'on_hold'].includes(scheme.lifecycle)
  const mayRelease =
    mayMoney &&
    residual.commitment === 0 &&
    residual.lines.length > 0 &&
    waiting.length === 0 &&
    status !== 'completion_reported'
  const hasOrders = residual.commitment !== 0
  const isSettled = isNothing(residual) && (status === 'account_agreed' || status === 'residual_released')
  const act = (kind: ClosureForm['kind'], words: string, isShown: boolean) =>
    isShown && (
      <Button
        id={`closure-${kind}`}
        variant="default"
        aria-expanded={forms.form?.kind === kind}
        onClick={() => forms.open({ kind, opener: `closure-${kind}` })}
      >
        {words}
      </Button>
    )
  return (
    <>
      {status !== 'closed' && scheme.lifecycle !== 'cancelled' && (
        <WhoMay
          duty={status === 'reported' ? 'confirm' : dutyOf(status)}
          what="The next step of the closure is taken"
        />
      )}
      <div className={classes.acts}>
        {act('complete', 'Report completion', mayDeliver && closure === null && scheme.lifecycle === 'live')}
        {act('account', 'Agree the final account', mayMoney && status === 'completion_reported')}
        {act('orders', 'Cancel the orders', mayMoney && hasOrders)}
        {act('release', 'Release what is left', mayRelease)}
        {act('lesson', 'Add a lesson', mayDeliver && closure !== null && status !== 'closed')}
        {act('report', 'Send the closure report', mayDeliver && isSettled)}
        {act('accept', 'Accept for the board', mayAccept && status === 'reported')}
        {act('hand_over', 'Hand over the benefits', mayDeliver && status === 'accepted')}
        {act('close', 'Record the review and close', mayDeliver && status === 'handed_over')}
        {act('cancel', 'Cancel the scheme', mayCancel && canEnd && closure === null)}
      </div>
    </>
  )
}

const dutyOf = (status: string | undefined) =>
  status === 'completion_reported' ? ('money' as const) : ('delivery' as const)
