import type { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'

/** A benefit or a risk of a case that was approved. Throws `wrong-status` for another case and `not-found` for no such line. */
export const approvedLine = <Part extends 'benefits' | 'risks'>(
  businessCase: BusinessCase,
  part: Part,
  lineId: Id,
): { businessCase: BusinessCase; line: BusinessCase[Part][number] } => {
  const isApproved = businessCase.status === 'approved' || businessCase.status === 'approved_with_conditions'
  if (!isApproved) fail('wrong-status', { is: businessCase.status, needs: 'approved' })
  const lines: readonly BusinessCase[Part][number][] = businessCase[part]
  const line = lines.find(({ id }) => id === lineId) ?? fail('not-found', { entity: 'line', id: lineId })
  return { businessCase, line }
}
