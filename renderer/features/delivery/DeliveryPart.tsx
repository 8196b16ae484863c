import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Id } from '../../../domain/id.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { AssuranceSection } from './AssuranceSection.tsx'
import classes from './Delivery.module.css'
import { DependencySection } from './DependencySection.tsx'
import type { DeliveryFacts, DeliveryForm } from './deliveryFacts.ts'
import { MilestoneSection } from './MilestoneSection.tsx'
import { RegisterSection } from './RegisterSection.tsx'

/** How a scheme is delivered: its milestones, what it waits for, who looked at it, its benefits and risks. */
export function DeliveryPart({ schemeId }: { schemeId: Id }) {
  const { view } = useView()
  const query = useQuery(
    trpc.delivery.screen.queryOptions({ asAt: view.asAt, schemeId }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading milestones and risks">
      {(facts) => <Delivery key={schemeId} facts={facts} />}
    </Queried>
  )
}

function Delivery({ facts }: { facts: DeliveryFacts }) {
  const mayChange = useMayDo('delivery')
  const forms = useForm<DeliveryForm>()
  const shared = { facts, forms, mayChange }
  return (
    <div className={classes.part}>
      <ErrorSummary errors={forms.errors} />
      <WhoMay duty="delivery" what="Milestones and assurance are entered" />
      <MilestoneSection {...shared} />
      <DependencySection {...shared} />
      <AssuranceSection {...shared} />
      <RegisterSection facts={facts} />
    </div>
  )
}
