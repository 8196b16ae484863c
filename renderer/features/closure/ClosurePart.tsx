import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Id } from '../../../domain/id.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Queried } from '../../ui/Queried.tsx'
import classes from './Closure.module.css'
import { ClosureActs } from './ClosureActs.tsx'
import { ClosureForms } from './ClosureForms.tsx'
import { ClosureSteps } from './ClosureSteps.tsx'
import type { ClosureForm, SchemeDelivery } from './closureFacts.ts'
import { closureNextStep } from './closureNextStep.ts'
import { Outturn } from './Outturn.tsx'
import { ResidualTable } from './ResidualTable.tsx'

/** How a scheme ends: step by step to closed, or cancelled, with what is left on it released first. */
export function ClosurePart({ schemeId }: { schemeId: Id }) {
  const { view } = useView()
  const query = useQuery(
    trpc.delivery.screen.queryOptions({ asAt: view.asAt, schemeId }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading the closure">
      {(facts) => <Closure key={schemeId} facts={facts} />}
    </Queried>
  )
}

function Closure({ facts }: { facts: SchemeDelivery }) {
  const forms = useForm<ClosureForm>()
  return (
    <div className={classes.part}>
      <ErrorSummary errors={forms.errors} />
      <p className="reading">
        <strong>Next in the closure: </strong>
        {closureNextStep(facts)}
      </p>
      <ClosureActs facts={facts} forms={forms} />
      <ClosureForms facts={facts} forms={forms} />
      <ClosureSteps facts={facts} />
      <Outturn facts={facts.closure} />
      <ResidualTable facts={facts.closure} />
    </div>
  )
}
