import { ClosurePart } from '../features/closure/ClosurePart.tsx'
import { DeliveryPart } from '../features/delivery/DeliveryPart.tsx'
import { SchemeScreen } from '../features/scheme/SchemeScreen.tsx'

/** A scheme with the parts that other features draw. */
export function SchemePage() {
  return (
    <SchemeScreen delivery={(id) => <DeliveryPart schemeId={id} />} closure={(id) => <ClosurePart schemeId={id} />} />
  )
}
