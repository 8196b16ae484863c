import { useMayDo } from '../../lib/session.ts'
import { AccountForm } from './AccountForm.tsx'
import { CancelForm } from './CancelForm.tsx'
import type { ClosureProps } from './ClosureActs.tsx'
import { CompletionForm } from './CompletionForm.tsx'
import { AcceptForm, HandOverForm, ReviewForm } from './LaterForms.tsx'
import { LessonForm } from './LessonForm.tsx'
import { OrdersForm } from './OrdersForm.tsx'
import { ReleaseForm } from './ReleaseForm.tsx'
import { ReportForm } from './ReportForm.tsx'

/** The form of the act that was chosen. */
export function ClosureForms({ facts, forms }: ClosureProps) {
  // At an earlier day and for a role without any part nothing can be changed.
  const isOpen = [useMayDo('delivery'), useMayDo('money'), useMayDo('confirm'), useMayDo('scheme')].includes(true)
  if (!isOpen) return null
  const shared = { facts, forms }
  switch (forms.form?.kind) {
    case 'complete':
      return <CompletionForm {...shared} />
    case 'account':
      return <AccountForm {...shared} />
    case 'orders':
      return <OrdersForm {...shared} />
    case 'release':
      return <ReleaseForm {...shared} />
    case 'lesson':
      return <LessonForm lesson={null} schemeId={facts.scheme.id} schemes={[]} today={facts.asAt.day} forms={forms} />
    case 'report':
      return <ReportForm {...shared} />
    case 'accept':
      return <AcceptForm {...shared} />
    case 'hand_over':
      return <HandOverForm {...shared} />
    case 'close':
      return <ReviewForm {...shared} />
    case 'cancel':
      return <CancelForm {...shared} />
    default:
      return null
  }
}
