import type { useForm } from '../../lib/useForm.ts'
import type { DeliveryFacts, DeliveryForm } from './deliveryFacts.ts'

export interface SectionProps {
  facts: DeliveryFacts
  forms: ReturnType<typeof useForm<DeliveryForm>>
  mayChange: boolean
}
